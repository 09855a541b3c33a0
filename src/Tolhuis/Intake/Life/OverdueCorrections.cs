// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Corrections that customs asked for and that did not come in time: the declarant is reminded once, and the task of
/// the officer who has the declaration is due.
/// </summary>
internal sealed class OverdueCorrections(DecisionRows rows, LifeStore store)
{
    private readonly RequestActsStore _acts = new(rows.Connection, rows.Transaction);

    /// <summary>Passes what was due before today, the earliest first; returns how many.</summary>
    public int Pass(DateOnly today, int limit)
    {
        var overdue = _acts.Overdue(today, limit);
        foreach (var (id, declarationId, dueOn) in overdue)
        {
            _acts.TellCorrection(id);
            var declaration = store.Find(declarationId)!;
            // What was released or invalidated since then needs no correction any more.
            if (declaration.State is not (DeclarationState.Accepted or DeclarationState.UnderControl))
                continue;
            rows.WriteLaterHistory(
                declarationId, declaration.SubmitterId, HistoryKind.CorrectionOverdue, Terms.TextOf(dueOn));
            var dueAt = DutchTime.StartOf(dueOn.AddDays(1));
            SetDue("controls", declarationId, dueAt);
            SetDue("declarations", declarationId, dueAt);
        }

        return overdue.Count;
    }

    private void SetDue(string module, long declarationId, long dueAt) => rows.State.Tasks.SetDue(
        rows.Connection, rows.Transaction, module, "declaration", DecisionRows.TextOf(declarationId), dueAt);
}
