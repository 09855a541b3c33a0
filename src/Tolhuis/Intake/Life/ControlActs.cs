// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// What an officer does with a declaration under control: he takes it, saves what he found at each order (UCC 188 and
/// 191), and lets it go. What follows from the last finding is done with it: release, or the question to correct.
/// </summary>
internal sealed class ControlActs(
    DecisionRows rows, LifeStore store, PersonActs acts, Releases releases, ReleaseChecks checks)
{
    private readonly ControlActsStore _controls = new(rows.Connection, rows.Transaction);

    public ActAnswer TakeControl(long declarationId, Actor by, LawOfTheDay law)
    {
        if (store.Find(declarationId) is not { } declaration)
            return ActAnswers.Refused(null, law, IntakeProblems.RequestMrnUnknown, DecisionRows.TextOf(declarationId));
        if (declaration.State != DeclarationState.UnderControl || rows.TaskOf(declaration) is not { } task)
            return ActAnswers.WrongState(declaration, law);
        if (by.Kind != ActorKind.Person || !rows.State.Tasks.Take(rows.Connection, rows.Transaction, task.Id, by))
            return ActAnswers.NotTaken(declaration, law);
        MarkTaken(declaration, rows.Now, by);
        return new ActAnswer(declaration.State, []);
    }

    public ActAnswer RecordFinding(NewFinding given, Actor by, LawOfTheDay law)
    {
        if (_controls.Order(given.OrderId) is not { } order)
            return ActAnswers.Refused(null, law, IntakeProblems.FindingOrder, DecisionRows.TextOf(given.OrderId));
        var declaration = store.Find(order.DeclarationId)!;
        if (declaration.State != DeclarationState.UnderControl || !declaration.Has(order.LineId))
            return ActAnswers.WrongState(declaration, law);
        var task = rows.TaskOf(declaration);
        if (by.Kind != ActorKind.Person || task?.TakenBy != by.Id)
            return ActAnswers.NotTaken(declaration, law);
        if (checks.WhatWaits(declaration, Waiting.Correction | Waiting.Intent, law) is { } waits)
            return new ActAnswer(declaration.State, [waits]);
        var found = FindingRules.Trimmed(given);
        if (new FindingRules(store, _controls).FaultsOf(found, declaration, law) is { Count: > 0 } faults)
            return new ActAnswer(declaration.State, faults);
        Keep(found, order, declaration, task, by, law);
        if (_controls.IsExamined(declaration.Id))
            Follow(declaration, by, law);
        return new ActAnswer(declaration.State, []);
    }

    /// <summary>Lets go what was examined or corrected, once a person looked.</summary>
    public ActAnswer ReleaseHeld(long declarationId, string reason, Actor by, LawOfTheDay law)
    {
        if (store.Find(declarationId) is not { } declaration)
            return ActAnswers.Refused(null, law, IntakeProblems.RequestMrnUnknown, DecisionRows.TextOf(declarationId));
        if (by.Kind != ActorKind.Person
            || declaration.State is not (DeclarationState.UnderControl or DeclarationState.Accepted))
            return ActAnswers.WrongState(declaration, law);
        if (rows.IsHeldByOther(declaration, by))
            return ActAnswers.NotTaken(declaration, law);
        if (reason.Length > ActAnswers.MaxText)
        {
            return ActAnswers.Refused(
                declaration, law, IntakeProblems.ReleaseReason, DecisionRows.TextOf(ActAnswers.MaxText));
        }

        if (checks.WhatWaits(declaration, Waiting.BeforeRelease, law) is { } waits)
            return new ActAnswer(declaration.State, [waits]);
        var isControlled = declaration.State == DeclarationState.UnderControl;
        if (isControlled)
        {
            if (!_controls.IsExamined(declarationId))
            {
                return ActAnswers.Refused(
                    declaration, law, IntakeProblems.ReleaseNotExamined, declaration.Mrn.ToString());
            }

            if (reason.Length == 0 && ReleaseChecks.NeedsReason(_controls.Counting(declarationId)))
            {
                return ActAnswers.Refused(
                    declaration, law, IntakeProblems.ReleaseReason, DecisionRows.TextOf(ActAnswers.MaxText));
            }
        }
        else if (!checks.IsHeldForCorrection(declaration, law))
        {
            return ActAnswers.Refused(
                declaration, law, IntakeProblems.ReleaseToDetermine, declaration.Mrn.ToString());
        }

        rows.WriteLaterHistory(
            declarationId, declaration.SubmitterId, HistoryKind.OfficerDecided,
            new OfficerDecision(by.Name, reason).ToString());
        // What was accepted and has something to determine was refused above.
        releases.LetGo(declaration, isControlled && checks.HasToDetermine(declaration, law), law);
        return new ActAnswer(declaration.State, []);
    }

    private void Keep(
        NewFinding found, StandingOrder order, StandingDeclaration declaration, OpenTask task, Actor by,
        LawOfTheDay law)
    {
        // A task that was taken at Access itself: its control was taken up then.
        var takenAt = task.TakenAt ?? rows.Now;
        MarkTaken(declaration, takenAt, by);
        var isBlind = !_controls.HasFinding(declaration.Id, order.Id)
            && BlindShares.IsDrawn(
                law.Source.On(DutchTime.DateOf(order.OrderedAt)), order.Id, (int)order.Kind);
        // From the taking or the finding before it, so that minutes count once.
        var since = Math.Max(takenAt, _controls.LastFoundAt(declaration.Id));
        var id = _controls.Add(new FindingRow(
            found, order, declaration.Version, rows.Now, Math.Max(0, rows.Now - since), by.Id, by.Name, isBlind,
            task.IsSimulated));
        rows.WriteLaterHistory(
            declaration.Id, declaration.SubmitterId, HistoryKind.Found, DecisionRows.TextOf(id));
    }

    private void MarkTaken(StandingDeclaration declaration, long at, Actor by)
    {
        if (_controls.Take(declaration.Id, at))
            rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.TakenUp, by.Name);
    }

    /// <summary>What follows once every order has its finding.</summary>
    private void Follow(StandingDeclaration declaration, Actor by, LawOfTheDay law)
    {
        _controls.KeepExamined(declaration.Id);
        var counting = _controls.Counting(declaration.Id);
        if (counting.Any(found => found.FollowUp == (long)FollowUpKind.Correction))
        {
            var asked = acts.AskCorrection(declaration.Id, FindingRules.ToldOf(counting), by, law);
            Invariant.Holds(asked.IsDone, "What a finding has to be corrected can be asked of the declarant.");
        }
        else if (counting.All(found => found.FollowUp == (long)FollowUpKind.None)
            && !checks.WaitsForPerson(declaration))
        {
            releases.LetGo(declaration, checks.HasToDetermine(declaration, law), law);
        }
    }
}
