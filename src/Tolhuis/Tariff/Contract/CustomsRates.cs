// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// Which published rate is the customs exchange rate of a month: that of the second-last Wednesday of the month before,
/// for the whole month (Implementing Regulation 2015/2447, art. 146).
/// </summary>
public static class CustomsRates
{
    /// <summary>
    /// The day whose rate by the European Central Bank holds in a month. Where none was published that day, the last
    /// one published before it is meant.
    /// </summary>
    public static DateOnly FixingDayFor(int year, int month)
    {
        var lastOfBefore = new DateOnly(year, month, 1).AddDays(-1);
        var lastWednesday = lastOfBefore.AddDays(-(((int)lastOfBefore.DayOfWeek - (int)DayOfWeek.Wednesday + 7) % 7));
        return lastWednesday.AddDays(-7);
    }

    /// <summary>The days on which the rate of a month holds.</summary>
    public static Period ValidityOf(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new Period(first, first.AddMonths(1));
    }
}
