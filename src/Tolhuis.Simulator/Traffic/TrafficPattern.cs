// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Traffic;

/// <summary>
/// When traffic arrives, in Dutch time: by hour, weekday and month, with the two great sales of November, whose parcels
/// arrive three to ten days after the order. Weights are whole numbers without unit.
/// </summary>
internal static class TrafficPattern
{
    private static readonly int[] Hours =
        [12, 10, 9, 9, 12, 22, 40, 58, 70, 76, 74, 70, 62, 64, 68, 70, 66, 58, 46, 36, 28, 24, 20, 16];

    private static readonly int[] Weekdays = [60, 122, 128, 120, 112, 100, 58];
    private static readonly int[] Months = [82, 72, 78, 76, 78, 76, 76, 76, 84, 92, 92, 108];

    public static int WeightOfHour(int hour) => Hours[Math.Min(hour, 23)];

    public static int WeightOf(DateOnly day)
    {
        var weight = Weekdays[(int)day.DayOfWeek] * Months[day.Month - 1];
        return weight * SaleFactor(day) / 100;
    }

    // Orders of 11 November (Singles' Day) and of the Friday after the fourth Thursday of November (Black Friday).
    private static int SaleFactor(DateOnly day)
    {
        var singlesDay = new DateOnly(day.Year, 11, 11);
        var first = new DateOnly(day.Year, 11, 1);
        var firstThursday = first.AddDays(((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7);
        var blackFriday = firstThursday.AddDays(3 * 7 + 1);
        var factor = 100;
        if (IsArrivalAfter(singlesDay, day))
            factor += 90;
        if (IsArrivalAfter(blackFriday, day))
            factor += 50;
        return factor;
    }

    private static bool IsArrivalAfter(DateOnly sale, DateOnly day) =>
        day.DayNumber - sale.DayNumber is >= 3 and <= 10;
}
