// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>Exact arithmetic on amounts in whole cents: no binary fractions, half goes up.</summary>
internal static class ExactAmounts
{
    /// <summary>
    /// amount * multiplier / divisor, half up; false if the result does not fit. All three at least zero, the last
    /// above zero.
    /// </summary>
    public static bool TryMultiplyDivide(long amount, long multiplier, long divisor, out long result)
    {
        // Nearly all amounts fit the short way; the long way takes ten times as long.
        if (amount <= int.MaxValue && multiplier <= int.MaxValue)
        {
            result = (amount * multiplier + divisor / 2) / divisor;
            return true;
        }

        var wide = ((Int128)amount * multiplier + divisor / 2) / divisor;
        result = wide <= long.MaxValue ? (long)wide : 0;
        return wide <= long.MaxValue;
    }

    /// <summary>
    /// A share of an amount that is known to fit, rounded to a multiple of <paramref name="unit"/> cents.
    /// </summary>
    public static long Share(long amount, long multiplier, long divisor, long unit, RoundingDirection rounding)
    {
        if (rounding != RoundingDirection.HalfUp)
        {
            var exact = (Int128)amount * multiplier + (rounding == RoundingDirection.Up ? divisor * unit - 1 : 0);
            return (long)(exact / (divisor * unit)) * unit;
        }

        var fits = TryMultiplyDivide(amount, multiplier, divisor * unit, out var units);
        Invariant.Holds(fits, "amounts are bounded before shares are taken of them");
        return units * unit;
    }
}
