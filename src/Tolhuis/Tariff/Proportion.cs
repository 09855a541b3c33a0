// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff;

/// <summary>
/// Spreads an amount over lines by their value so that the shares sum to it exactly (method of largest remainders).
/// </summary>
internal static class Proportion
{
    /// <summary>
    /// Adds the shares of an amount to what the lines have. Without any value all lines weigh the same.
    /// </summary>
    /// <param name="amount">At least zero.</param>
    /// <param name="weights">Values by which to spread, with their sum in <paramref name="total"/>.</param>
    /// <param name="shares">One per weight; the share is added.</param>
    /// <param name="space">Work space, twice as long as the weights.</param>
    public static void Spread(
        long amount, ReadOnlySpan<long> weights, long total, Span<long> shares, Span<long> space)
    {
        var count = weights.Length;
        var remainders = space[..count];
        var left = amount;
        var divisor = total == 0 ? count : total;
        for (var i = 0; i < count; i++)
        {
            var weight = total == 0 ? 1 : weights[i];
            var share = DivRem(amount, weight, divisor, out remainders[i]);
            shares[i] += share;
            left -= share;
        }

        if (left == 0)
            return;
        // The cents left go to the largest remainders; among equal ones to the first lines.
        var sorted = space.Slice(count, count);
        remainders.CopyTo(sorted);
        sorted.Sort();
        var least = sorted[count - (int)left];
        for (var i = 0; i < count; i++)
        {
            if (remainders[i] > least)
            {
                shares[i]++;
                left--;
            }
        }

        for (var i = 0; i < count && left > 0; i++)
        {
            if (remainders[i] == least)
            {
                shares[i]++;
                left--;
            }
        }
    }

    private static long DivRem(long amount, long weight, long divisor, out long remainder)
    {
        // Ordinary amounts fit a long; the wide division takes ten times as long.
        if (amount <= int.MaxValue && weight <= int.MaxValue)
        {
            (var quotient, remainder) = Math.DivRem(amount * weight, divisor);
            return quotient;
        }

        var (wideQuotient, wideRemainder) = Int128.DivRem((Int128)amount * weight, divisor);
        remainder = (long)wideRemainder;
        return (long)wideQuotient;
    }
}
