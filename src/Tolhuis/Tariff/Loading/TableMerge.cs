// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>A value for a period; <see cref="DateOnly.MaxValue"/> is without end.</summary>
internal readonly record struct Stretch(string[] Values, DateOnly From, DateOnly Until)
{
    public bool Contains(DateOnly day) => day >= From && day < Until;
}

/// <summary>
/// Brings the rows of a file into a table. Invariant: on every day before the first day of the load the table says what
/// it said (<c>PastStaysTests</c> tries to break it). A row that no longer holds is ended, never rewritten.
/// </summary>
internal sealed class TableMerge
{
    private readonly IncomingTable _incoming;
    private readonly DateOnly _from;
    private readonly RowKey _key;
    private readonly int[] _compared;
    private readonly Dictionary<string, List<Stretch>> _stretchesByKey = new(StringComparer.Ordinal);
    private readonly List<Stretch> _result = [];
    private int _added;
    private int _changed;
    private int _ended;
    private int _unchanged;

    private TableMerge(IncomingTable incoming, DateOnly from)
    {
        _incoming = incoming;
        _from = from;
        var columns = incoming.Table.Columns;
        _key = new RowKey(incoming.Table);
        _compared = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i] switch
        {
            "valid_from" or "valid_until" => false,
            "ground" => incoming.IsGroundCompared,
            _ => true,
        })];
    }

    /// <summary>The table with the rows in it, and what that changes. No key may stand twice in the file.</summary>
    public static (LawTable Table, TableChange Change) Apply(IncomingTable incoming, DateOnly from) =>
        new TableMerge(incoming, from).Run();

    private (LawTable Table, TableChange Change) Run()
    {
        foreach (var row in _incoming.Table.Rows)
            Stretches(_key.Of(row)).Add(new Stretch(
                [.. row.Values], row.Validity.From, row.Validity.Until ?? DateOnly.MaxValue));
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rows in _incoming.Rows.GroupBy(row => _key.Of(row.Values), StringComparer.Ordinal))
        {
            named.Add(rows.Key);
            Replace(rows.Key, [.. rows]);
        }

        if (_incoming.EndsWhenAbsent is { } ends)
        {
            var absent = _incoming.Table.Rows.Where(row => row.IsInForce(_from) && ends(row))
                .Select(_key.Of)
                .Where(key => !named.Contains(key))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            foreach (var key in absent)
                End(key);
        }

        foreach (var stretches in _stretchesByKey.Values)
            _result.AddRange(stretches);
        return (
            Write(_incoming.Table, _result),
            new TableChange(_incoming.Table.Name, _added, _changed, _ended, _unchanged));
    }

    private List<Stretch> Stretches(string key)
    {
        if (!_stretchesByKey.TryGetValue(key, out var stretches))
            _stretchesByKey.Add(key, stretches = []);
        return stretches;
    }

    private void Replace(string key, IReadOnlyList<IncomingRow> rows)
    {
        var before = Stretches(key);
        before.Sort(static (left, right) => left.From.CompareTo(right.From));
        var after = before;
        if (_incoming.Period == FilePeriod.Timeline)
            after = Overlay(after, _from, DateOnly.MaxValue, rows);
        else
        {
            foreach (var row in rows)
            {
                var from = Later(row.From ?? _from, _from);
                var until = _incoming.Period == FilePeriod.Own
                    ? row.Until ?? DateOnly.MaxValue
                    : NextStart(after, from);
                if (until > from)
                    after = Overlay(after, from, until, [row]);
            }
        }

        Count(before, after);
        _stretchesByKey[key] = after;
    }

    private void End(string key)
    {
        var before = Stretches(key);
        var after = Overlay(before, _from, NextStart(before, _from), []);
        _stretchesByKey[key] = after;
        _ended++;
    }

    private void Count(List<Stretch> before, List<Stretch> after)
    {
        if (ReferenceEquals(before, after))
            _unchanged++;
        else if (before.Count == 0)
            _added++;
        else if (after.Count == 0 || after.Max(s => s.Until) < before.Max(s => s.Until))
            _ended++;
        else if (before.All(s => s.Until <= _from))
            _added++;
        else
            _changed++;
    }

    // The window [from, until) comes to hold the rows and nothing else; the very same list if it does so already.
    private List<Stretch> Overlay(
        List<Stretch> before, DateOnly from, DateOnly until, IReadOnlyList<IncomingRow> rows)
    {
        var inside = new List<Stretch>();
        foreach (var row in rows)
        {
            var first = Later(row.From ?? _from, from);
            var last = Earlier(row.Until ?? DateOnly.MaxValue, until);
            if (first < last)
                inside.Add(new Stretch(Complete(row, before, first), first, last));
        }

        inside.Sort(static (left, right) => left.From.CompareTo(right.From));
        var here = before.Where(s => s.From < until && s.Until > from)
            .Select(s => s with { From = Later(s.From, from), Until = Earlier(s.Until, until) });
        if (Joined(here).SequenceEqual(Joined(inside), new SameStretch(this)))
            return before;
        var after = new List<Stretch>(before.Count + 2);
        foreach (var stretch in before)
        {
            if (stretch.From < from)
                after.Add(stretch with { Until = Earlier(stretch.Until, from) });
            if (stretch.Until > until)
                after.Add(stretch with { From = Later(stretch.From, until) });
        }

        after.AddRange(inside);
        after.Sort(static (left, right) => left.From.CompareTo(right.From));
        return JoinAt(after, from, until);
    }

    // What was one row and is one still must not come out in two.
    private List<Stretch> JoinAt(List<Stretch> stretches, DateOnly from, DateOnly until)
    {
        var joined = new List<Stretch>(stretches.Count);
        foreach (var stretch in stretches)
        {
            var isSeam = stretch.From == from || stretch.From == until;
            if (isSeam && joined.Count > 0 && joined[^1].Until == stretch.From && IsSame(joined[^1], stretch))
                joined[^1] = joined[^1] with { Until = stretch.Until };
            else
                joined.Add(stretch);
        }

        return joined;
    }

    private List<Stretch> Joined(IEnumerable<Stretch> stretches)
    {
        var joined = new List<Stretch>();
        foreach (var stretch in stretches)
        {
            if (joined.Count > 0 && joined[^1].Until == stretch.From && IsSame(joined[^1], stretch))
                joined[^1] = joined[^1] with { Until = stretch.Until };
            else
                joined.Add(stretch);
        }

        return joined;
    }

    // Where the file says nothing, what is known stays; a text in one language stands in for the other.
    private string[] Complete(IncomingRow row, List<Stretch> before, DateOnly day)
    {
        var known = before.FindLastIndex(s => s.From <= day) is >= 0 and var at ? before[at].Values : null;
        var (dutch, english) = (_incoming.Table.PositionOf("text_nl"), _incoming.Table.PositionOf("text_en"));
        var values = new string[row.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var other = i == dutch ? english : i == english ? dutch : -1;
            values[i] = row.Values[i] ?? known?[i] ?? (other < 0 ? null : row.Values[other]) ?? "";
        }

        return values;
    }

    private bool IsSame(Stretch left, Stretch right) =>
        _compared.All(i => string.Equals(left.Values[i], right.Values[i], StringComparison.Ordinal));

    private static DateOnly NextStart(List<Stretch> stretches, DateOnly after) => stretches
        .Where(s => s.From > after).Select(s => s.From).DefaultIfEmpty(DateOnly.MaxValue).Min();

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;

    private static DateOnly Earlier(DateOnly left, DateOnly right) => left < right ? left : right;

    private static LawTable Write(LawTable table, List<Stretch> stretches)
    {
        var (from, until) = (table.PositionOf("valid_from"), table.PositionOf("valid_until"));
        var text = new StringBuilder();
        LawCsv.Write(text, table.Columns);
        foreach (var stretch in stretches)
        {
            if (from >= 0)
                stretch.Values[from] = stretch.From == DateOnly.MinValue ? "" : Day(stretch.From);
            if (until >= 0)
                stretch.Values[until] = stretch.Until == DateOnly.MaxValue ? "" : Day(stretch.Until);
            // Two stretches of one row share their values; what stands in the text already is not touched by that.
            LawCsv.Write(text, stretch.Values);
        }

        return LawEdition.ParseTable(table.Name, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class SameStretch(TableMerge merge) : IEqualityComparer<Stretch>
    {
        public bool Equals(Stretch x, Stretch y) => x.From == y.From && x.Until == y.Until && merge.IsSame(x, y);

        public int GetHashCode(Stretch obj) => HashCode.Combine(obj.From, obj.Until);
    }
}
