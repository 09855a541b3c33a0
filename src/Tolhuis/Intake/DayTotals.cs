// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>Sums over the lines of one declaration, in euro cents.</summary>
internal readonly record struct TaxSum(long Value, long Duty, long Vat)
{
    public static TaxSum operator +(in TaxSum one, in TaxSum other) =>
        new(one.Value + other.Value, one.Duty + other.Duty, one.Vat + other.Vat);

    public static TaxSum operator -(in TaxSum one, in TaxSum other) =>
        new(one.Value - other.Value, one.Duty - other.Duty, one.Vat - other.Vat);
}

/// <summary>How many lines of a declaration have which outcome.</summary>
internal readonly record struct LineCounts(int Released, int Selected, int Undecided)
{
    public static LineCounts Of(ReadOnlySpan<LineOutcome> outcomes)
    {
        var (released, selected) = (0, 0);
        foreach (var outcome in outcomes)
        {
            released += outcome == LineOutcome.Released ? 1 : 0;
            selected += outcome == LineOutcome.Selected ? 1 : 0;
        }

        return new LineCounts(released, selected, outcomes.Length - released - selected);
    }
}

/// <summary>What a batch adds to one row of the day totals.</summary>
internal sealed class DayTotals
{
    private long _accepted;
    private long _lines;
    private long _released;
    private long _selected;
    private long _undecided;
    private long _relodged;
    private long _firstId = long.MaxValue;
    private long _lastId;
    private long _rejected;
    private long _received;
    private TaxSum _sum;

    public void AddRejected(long id)
    {
        _rejected++;
        Extend(id);
    }

    public void AddAccepted(long id, in LineCounts lines, bool isRelodged, in TaxSum sum)
    {
        Extend(id);
        AddPresented(lines, isRelodged, sum);
    }

    /// <summary>Pre-lodged: nothing of it counts but that it came.</summary>
    public void AddReceived(long id)
    {
        Extend(id);
        _received++;
    }

    /// <summary>Received on this day, and counted on another.</summary>
    public void AddFound(long id) => Extend(id);

    /// <summary>Accepted on this day, and received on another.</summary>
    public void AddPresented(in LineCounts lines, bool isRelodged, in TaxSum sum)
    {
        _accepted++;
        _relodged += isRelodged ? 1 : 0;
        Change(lines, default, sum);
    }

    /// <summary>Other lines or amounts took the place of those that were counted.</summary>
    public void Change(in LineCounts now, in LineCounts then, in TaxSum difference)
    {
        _released += now.Released - then.Released;
        _selected += now.Selected - then.Selected;
        _undecided += now.Undecided - then.Undecided;
        _lines += now.Released + now.Selected + now.Undecided - then.Released - then.Selected - then.Undecided;
        _sum += difference;
    }

    public void Write(RowInsert row, int day, long declarant, DataSet set) =>
        row.Add(day).Add(declarant).Add((int)set).Add(_accepted).Add(_rejected).Add(_lines).Add(_released)
            .Add(_selected)
            .Add(_undecided).Add(_relodged).Add(_sum.Value).Add(_sum.Duty).Add(_sum.Vat).Add(_firstId).Add(_lastId)
                .Add(_received).Run();

    private void Extend(long id)
    {
        _firstId = Math.Min(_firstId, id);
        _lastId = Math.Max(_lastId, id);
    }
}
