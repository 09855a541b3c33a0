// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// The draw of a consignment within one transaction: lodging again buys no new draw. What the batch met is held apart
/// until its commit.
/// </summary>
internal sealed class ConsignmentDraws(DeciderState state)
{
    private readonly Dictionary<ulong, FirstMeeting> _met = [];

    public Assessment Draw(Assessment assessment, Declaration declaration, out bool isRelodged)
    {
        var own = FirstMeeting.Of(assessment.Goods, assessment.DrawDay.DayNumber);
        isRelodged = false;
        if (!TryMeet(assessment.Consignment, out var first))
        {
            _met[assessment.Consignment] = own;
            return assessment;
        }

        // Two parcels may go under one transport document: only the same goods again are the same parcel again.
        isRelodged = first.Goods == own.Goods || TryMeet(assessment.Goods, out _);
        if (!isRelodged)
            _met[assessment.Goods] = own;
        // Of stated days of receipt the earliest counts, in whatever order they come.
        if (own.Day < first.Day)
            _met[assessment.Consignment] = first with { Day = own.Day };
        var firstDay = DateOnly.FromDayNumber(Math.Min(own.Day, first.Day));
        return firstDay == assessment.DrawDay
            ? assessment
            : assessment.RedrawnFor(firstDay, state.DrawKeyOf(firstDay), declaration);
    }

    public void Commit()
    {
        foreach (var (key, first) in _met)
            state.Consignments.Add(key, first);
    }

    private bool TryMeet(ulong key, out FirstMeeting first) =>
        _met.TryGetValue(key, out first) || state.Consignments.TryGet(key, out first);
}
