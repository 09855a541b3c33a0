// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// What becomes of each line and of its declaration, purely from what is known of the message: the same for the decider and
/// for a replay. One selected line holds its declaration; so does one whose duty a person must determine.
/// </summary>
internal static class LineDecisions
{
    public static DeclarationState Decide(
        PreparedMessage message, Assessment assessment, Span<LineOutcome> outcomes)
    {
        var isSelected = false;
        var isUndetermined = message.Problems.Any(problem => problem.Severity == Severity.Manual);
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = LineOutcome.Released;
            if (assessment.IsSelected(i))
            {
                outcomes[i] = LineOutcome.Selected;
                isSelected = true;
            }
            else if (!message.Taxes[i].IsDetermined)
            {
                outcomes[i] = LineOutcome.ToDetermine;
                isUndetermined = true;
            }
        }

        if (!isSelected && !isUndetermined)
            return DeclarationState.Released;
        foreach (ref var outcome in outcomes)
        {
            if (outcome == LineOutcome.Released)
                outcome = LineOutcome.Held;
        }

        return isSelected ? DeclarationState.UnderControl : DeclarationState.Accepted;
    }
}
