// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff.Contract;

/// <summary>How many rows of a table begin or end on a day.</summary>
/// <param name="Day">First day of the new law.</param>
/// <param name="Begins">Rows in force from that day.</param>
/// <param name="Ends">Rows no longer in force from that day.</param>
public sealed record LawDay(DateOnly Day, string Table, int Begins, int Ends);

/// <summary>The days on which the law of an edition changes.</summary>
public static class LawCalendar
{
    /// <summary>Tables that hold words and codes rather than law to be told about beforehand.</summary>
    private static readonly string[] Quiet = ["tariff.steps"];

    /// <summary>The days from a first up to a last, per table, in the order of the days.</summary>
    /// <param name="limit">Most rows of the answer, 1 to 500.</param>
    public static IReadOnlyList<LawDay> Between(LawEdition edition, DateOnly from, DateOnly until, int limit = 100)
    {
        var counts = new Dictionary<(DateOnly Day, string Table), (int Begins, int Ends)>();
        foreach (var table in edition.Tables.Where(table => !Quiet.Contains(table.Name)))
        {
            foreach (var row in table.Rows)
            {
                if (row.Validity.From >= from && row.Validity.From < until)
                {
                    var key = (row.Validity.From, table.Name);
                    var (begins, ends) = counts.GetValueOrDefault(key);
                    counts[key] = (begins + 1, ends);
                }

                if (row.Validity.Until is { } end && end >= from && end < until)
                {
                    var (begins, ends) = counts.GetValueOrDefault((end, table.Name));
                    counts[(end, table.Name)] = (begins, ends + 1);
                }
            }
        }

        return [.. counts.OrderBy(pair => pair.Key.Day).ThenBy(pair => pair.Key.Table, StringComparer.Ordinal)
            .Take(Math.Clamp(limit, 1, 500))
            .Select(pair => new LawDay(pair.Key.Day, pair.Key.Table, pair.Value.Begins, pair.Value.Ends))];
    }
}
