// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Decides the lines of one accepted declaration. Pure: the draw, the amounts and the problems come in, nothing else
/// counts,
/// so that a replay years later decides the same. One selected line holds its declaration, and so does one for which a
/// person must determine something. What counters and profiles say in the order of the decider comes in here too.
/// </summary>
internal static class LineDecision
{
    /// <param name="outcomes">One per line; filled.</param>
    /// <param name="reasons">Reasons of the selected lines, by index; null while no line is selected.</param>
    public static DeclarationState Decide(
        PreparedMessage message,
        Assessment assessment,
        Span<LineOutcome> outcomes,
        out Dictionary<int, IReadOnlyList<SelectionReason>>? reasons)
    {
        reasons = null;
        var isUndetermined = message.Problems.Any(problem => problem.Severity == Severity.Manual);
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = LineOutcome.Released;
            if (assessment.ReasonsFor(i, message.Law.Edition) is { Count: > 0 } found)
            {
                outcomes[i] = LineOutcome.Selected;
                (reasons ??= []).Add(i, found);
            }
            else if (!message.Taxes[i].IsDetermined)
            {
                outcomes[i] = LineOutcome.ToDetermine;
                isUndetermined = true;
            }
        }

        if (reasons is null && !isUndetermined)
            return DeclarationState.Released;
        foreach (ref var outcome in outcomes)
        {
            if (outcome == LineOutcome.Released)
                outcome = LineOutcome.Held;
        }

        return reasons is not null ? DeclarationState.UnderControl : DeclarationState.Accepted;
    }
}
