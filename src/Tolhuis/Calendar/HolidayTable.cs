// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Calendar.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Calendar;

/// <summary>
/// Reads the holidays that come with the program: Law/holidays.csv, one row per day, no field quoted.
/// </summary>
internal static class HolidayTable
{
    public const string Header = "day,name_nl,name_en,ground";

    public static IReadOnlyList<Holiday> Shipped()
    {
        const string Resource = "Tolhuis.Calendar.Law.holidays.csv";
        using var stream = typeof(HolidayTable).Assembly.GetManifestResourceStream(Resource);
        Invariant.Holds(stream is not null, "the table of holidays is part of the program");
        using var reader = new StreamReader(stream!);
        return Read(reader);
    }

    /// <summary>
    /// Throws <see cref="InvariantException"/> with the number of the row that is wrong: the table is our own.
    /// </summary>
    public static IReadOnlyList<Holiday> Read(TextReader reader)
    {
        Invariant.Holds(reader.ReadLine() == Header, "the header of holidays.csv is " + Header);
        var holidays = new List<Holiday>();
        for (var row = 2; reader.ReadLine() is { } line; row++)
        {
            var fields = line.Split(',');
            var isRead = DateOnly.TryParseExact(
                fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            Invariant.Holds(isRead && fields.Length == 4 && fields.All(f => f.Length > 0),
                $"holidays.csv row {row} is whole");
            Invariant.Holds(holidays.Count == 0 || holidays[^1].Day < day,
                $"holidays.csv row {row} is later than the one before");
            holidays.Add(new Holiday(day, fields[1], fields[2], fields[3]));
        }

        return holidays;
    }
}
