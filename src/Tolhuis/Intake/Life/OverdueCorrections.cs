// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Corrections that customs asked for and that did not come yet: the declarant is reminded once before the last day and
/// told once after it, and then the task of the officer who has the declaration is due.
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

    /// <summary>
    /// Reminds of what is due within the days that the law of the day says, the earliest first; returns how many. One
    /// that was asked within those days needs no reminder.
    /// </summary>
    public int Remind(DateOnly today, LawOfTheDay law, int limit)
    {
        if (!law.TryGetSetting("correction-reminder-days", out var days))
            return 0;
        var soon = _acts.DueSoon(today.AddDays((int)days), limit);
        foreach (var (id, declarationId, askedAt, dueOn) in soon)
        {
            _acts.RemindCorrection(id);
            var declaration = store.Find(declarationId)!;
            if (declaration.State is not (DeclarationState.Accepted or DeclarationState.UnderControl)
                || DutchTime.DateOf(askedAt).AddDays((int)days) >= dueOn)
                continue;
            rows.WriteLaterHistory(
                declarationId, declaration.SubmitterId, HistoryKind.CorrectionReminder, Terms.TextOf(dueOn));
        }

        return soon.Count;
    }

    private void SetDue(string module, long declarationId, long dueAt) => rows.State.Tasks.SetDue(
        rows.Connection, rows.Transaction, module, "declaration", DecisionRows.TextOf(declarationId), dueAt);
}
