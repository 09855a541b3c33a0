// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>Sums over the lines of one declaration, in euro cents.</summary>
internal readonly record struct TaxSum(long Value, long Duty, long Vat);

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
    private TaxSum _sum;

    public void AddRejected(long id)
    {
        _rejected++;
        Extend(id);
    }

    public void AddAccepted(long id, (int Released, int Selected, int Undecided) lines, bool isRelodged, in TaxSum sum)
    {
        _accepted++;
        Extend(id);
        _lines += lines.Released + lines.Selected + lines.Undecided;
        _released += lines.Released;
        _selected += lines.Selected;
        _undecided += lines.Undecided;
        _relodged += isRelodged ? 1 : 0;
        _sum = new TaxSum(_sum.Value + sum.Value, _sum.Duty + sum.Duty, _sum.Vat + sum.Vat);
    }

    public void Write(RowInsert row, int day, long declarant, DataSet set) =>
        row.Add(day).Add(declarant).Add((int)set).Add(_accepted).Add(_rejected).Add(_lines).Add(_released)
            .Add(_selected)
            .Add(_undecided).Add(_relodged).Add(_sum.Value).Add(_sum.Duty).Add(_sum.Vat).Add(_firstId).Add(_lastId)
                .Run();

    private void Extend(long id)
    {
        _firstId = Math.Min(_firstId, id);
        _lastId = Math.Max(_lastId, id);
    }
}
