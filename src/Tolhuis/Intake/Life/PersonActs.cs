// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// What a person decides about a declaration. The name of the person stays in the house; the declarant gets the reason.
/// </summary>
internal sealed class PersonActs(
    DecisionRows rows, LifeStore store, Terms terms, RequestTasks tasks, Invalidations invalidations,
    Amendments amendments, Hearings hearings, ReleaseChecks checks)
{
    public ActAnswer DecideRequest(
        long requestId, bool isGranted, string reason, Actor by, LawOfTheDay law, DecisionStatement? stated = null)
    {
        var states = stated ?? DecisionStatement.None;
        if (store.Request(requestId) is not { } request)
            return ActAnswers.Refused(null, law, IntakeProblems.ActRequestUnknown, DecisionRows.TextOf(requestId));
        var declaration = store.Find(request.DeclarationId)!;
        if (request.State is not (RequestState.Pending or RequestState.AwaitsExamination)
            || request.Kind == MessageKind.RepaymentOrRemission)
            return ActAnswers.Refused(declaration, law, IntakeProblems.ActNotOpen, DecisionRows.TextOf(requestId));
        if (reason.Length > ActAnswers.MaxText || (reason.Length == 0 && !isGranted))
            return ActAnswers.WithoutReason(declaration, law);
        if (hearings.Refusal(request, declaration, isGranted, states, law) is { } early)
            return new ActAnswer(declaration.State, [early]);
        var version = 0;
        if (isGranted && request.Kind == MessageKind.Invalidation)
        {
            if (declaration.State is not (DeclarationState.Accepted or DeclarationState.UnderControl
                or DeclarationState.Released))
                return ActAnswers.WrongState(declaration, law);
            if (invalidations.WhyNotGranted(request, declaration, law) is { Count: > 0 } limits)
                return new ActAnswer(declaration.State, limits);
            tasks.TellDecided(declaration.Id, request.SubmitterId, requestId, RequestState.Granted, reason);
            invalidations.Invalidate(declaration);
            // What he asks back with it is for another authority to decide.
            if (request.HasClaim != 0)
                tasks.OpenClaim(requestId, declaration.Mrn, DutchTime.DateOf(request.ReceivedAt), law);
        }
        else if (isGranted)
        {
            if (declaration.State != DeclarationState.Released)
                return ActAnswers.WrongState(declaration, law);
            var verdict = amendments.Grant(request, declaration, reason, law);
            if (verdict.State == RequestState.Rejected)
                return new ActAnswer(declaration.State, verdict.Problems);
            version = verdict.VersionMade;
        }
        else
        {
            tasks.TellDecided(declaration.Id, request.SubmitterId, requestId, RequestState.Denied, reason);
        }

        hearings.Keep(request, isGranted, states, by);
        store.DecideRequest(
            requestId, isGranted ? RequestState.Granted : RequestState.Denied, rows.Now, by.Name, reason, version);
        tasks.Close(requestId);
        return new ActAnswer(declaration.State, []);
    }

    public ActAnswer AskCorrection(long declarationId, string reason, Actor by, LawOfTheDay law)
    {
        if (store.Find(declarationId) is not { } declaration)
            return ActAnswers.Refused(null, law, IntakeProblems.RequestMrnUnknown, DecisionRows.TextOf(declarationId));
        if (reason.Length is 0 or > ActAnswers.MaxText)
            return ActAnswers.WithoutReason(declaration, law);
        if (declaration.State is not (DeclarationState.Accepted or DeclarationState.UnderControl))
            return ActAnswers.WrongState(declaration, law);
        if (rows.IsHeldByOther(declaration, by))
            return ActAnswers.NotTaken(declaration, law);
        if (checks.WhatWaits(declaration, Waiting.Correction | Waiting.Intent, law) is { } waits)
            return new ActAnswer(declaration.State, [waits]);
        var dueOn = terms.LastDay(law.Day, law, "correction-term-days");
        // One whose term is over gives way: at most one question at a time awaits an answer.
        store.CloseCorrections(declarationId, rows.Now);
        store.AskCorrection(declarationId, rows.Now, by.Name, reason, dueOn);
        // Until then it is the declarant's turn: nobody of the house is late.
        rows.PutDue(declarationId, DutchTime.StartOf(dueOn.AddDays(1)));
        rows.WriteLaterHistory(
            declarationId, declaration.SubmitterId, HistoryKind.DocumentsRequested, reason);
        return new ActAnswer(declaration.State, []);
    }
}
