// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>Compares two editions by the keys of their tables.</summary>
internal static class EditionComparison
{
    private const int MaxRowsShown = 10;

    public static EditionDifference Between(LawEdition earlier, LawEdition later, int limit)
    {
        var tables = new List<TableChange>();
        var keys = new List<KeyDifference>();
        DateOnly? first = null;
        if (earlier.Hash == later.Hash)
            return new EditionDifference(tables, keys, null);
        var names = earlier.Tables.Concat(later.Tables).Select(table => table.Name).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (before, after) = (Named(earlier, name), Named(later, name));
            var counts = (Added: 0, Changed: 0, Ended: 0);
            foreach (var (key, old, made) in Differing(before, after))
            {
                var kind = old.Count == 0 ? RowDifference.Added
                    : made.Count == 0 ? RowDifference.Removed
                    : RowDifference.Changed;
                if (kind == RowDifference.Added)
                    counts.Added++;
                else if (made.Count == 0 || made.Max(LastDay) < old.Max(LastDay))
                    counts.Ended++;
                else
                    counts.Changed++;
                var day = FirstDifference(old, made);
                first = first is null || day < first ? day ?? first : first;
                if (keys.Count < limit)
                    keys.Add(new KeyDifference(
                        name, key.Replace(RowKey.Separator, ' ').Trim(), kind, Shown(old), Shown(made)));
            }

            if (counts != default)
                tables.Add(new TableChange(name, counts.Added, counts.Changed, counts.Ended, 0));
        }

        return new EditionDifference(tables, keys, first);
    }

    private static LawTable? Named(LawEdition edition, string name) =>
        edition.Tables.FirstOrDefault(table => table.Name == name);

    // Keys of which at least one row differs, with all their rows on both sides.
    private static IEnumerable<(string Key, List<LawRow> Before, List<LawRow> After)> Differing(
        LawTable? before, LawTable? after)
    {
        var known = Texts(before);
        var made = Texts(after);
        var differing = new SortedSet<string>(StringComparer.Ordinal);
        Collect(before, made);
        Collect(after, known);
        if (differing.Count == 0)
            yield break;
        var (old, fresh) = (ByKey(before), ByKey(after));
        foreach (var key in differing)
            yield return (key, [.. old[key]], [.. fresh[key]]);

        void Collect(LawTable? table, HashSet<string> others)
        {
            if (table is null)
                return;
            var key = new RowKey(table);
            foreach (var row in table.Rows.Where(row => !others.Contains(row.ToString())))
                differing.Add(key.Of(row));
        }
    }

    private static HashSet<string> Texts(LawTable? table) =>
        table is null ? [] : table.Rows.Select(row => row.ToString()).ToHashSet(StringComparer.Ordinal);

    private static ILookup<string, LawRow> ByKey(LawTable? table)
    {
        if (table is null)
            return Enumerable.Empty<LawRow>().ToLookup(_ => "");
        return table.Rows.ToLookup(new RowKey(table).Of, StringComparer.Ordinal);
    }

    private static DateOnly LastDay(LawRow row) => row.Validity.Until ?? DateOnly.MaxValue;

    // The law of a key can change only on a day on which a row of it begins or ends.
    private static DateOnly? FirstDifference(List<LawRow> before, List<LawRow> after)
    {
        var days = before.Concat(after)
            .SelectMany(row => (DateOnly[])[row.Validity.From, row.Validity.Until ?? DateOnly.MaxValue])
            .Distinct().Order();
        foreach (var day in days)
        {
            if (!Saying(before, day).SequenceEqual(Saying(after, day), StringComparer.Ordinal))
                return day;
        }

        return null;
    }

    private static IEnumerable<string> Saying(List<LawRow> rows, DateOnly day) =>
        rows.Where(row => row.IsInForce(day)).Select(Saying).Order(StringComparer.Ordinal);

    private static string Saying(LawRow row)
    {
        var columns = row.Table.Columns;
        return string.Join('\u001F', Enumerable.Range(0, columns.Count)
            .Where(i => columns[i] is not ("valid_from" or "valid_until")).Select(i => row.Values[i]));
    }

    private static List<string> Shown(List<LawRow> rows) =>
        [.. rows.OrderBy(row => row.Validity.From).Take(MaxRowsShown).Select(row => Cut(Shown(row)))];

    // What the row says beside its key, and its period.
    private static string Shown(LawRow row)
    {
        var key = EditionCheck.KeyOf(row.Table);
        var values = row.Table.Columns
            .Where(column => !key.Contains(column) && column is not ("valid_from" or "valid_until"))
            .Select(column => row[column])
            .Where(value => value.Length > 0);
        var period = row["valid_from"].Length + row["valid_until"].Length == 0
            ? ""
            : $" ({row["valid_from"]}..{row["valid_until"]})";
        return string.Join(" · ", values) + period;
    }

    private static string Cut(string text) => text.Length <= 500 ? text : text[..500] + "…";
}
