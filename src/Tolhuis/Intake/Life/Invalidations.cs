// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Invalidation (UCC 174). Before acceptance there is nothing to decide and it is done at once. After an examination
/// was announced the request waits for it (174(1), second subparagraph). After release only for the reasons and within
/// the term of Delegated Regulation 2015/2446, art. 148. What is left to judge waits for a person.
/// </summary>
internal sealed class Invalidations(
    DecisionRows rows, LifeStore store, Terms terms, RequestTasks tasks, Claims claims, Releases releases)
{
    private const MessageKind Kind = MessageKind.Invalidation;
    private const string Reasons = "invalidation-reason-released";

    public Verdict Decide(RequestScope scope)
    {
        var declaration = scope.Declaration;
        var problems = claims.ProblemsOf(scope);
        if (problems.Any(problem => problem.Severity == Severity.Reject))
            return Verdict.Refuse(Kind, [.. scope.Message.Problems, .. problems]);
        switch (declaration.State)
        {
            case DeclarationState.Received:
                tasks.TellDecided(scope, RequestState.Granted);
                Invalidate(declaration);
                return new Verdict(Kind, RequestState.Granted, scope.Message.Problems);
            case DeclarationState.UnderControl:
                tasks.Open(scope, Kind);
                return new Verdict(Kind, RequestState.AwaitsExamination, scope.Message.Problems);
            case DeclarationState.Accepted:
                tasks.Open(scope, Kind);
                return new Verdict(Kind, RequestState.Pending, scope.Message.Problems);
            case DeclarationState.Released:
                return AfterRelease(scope);
            default:
                return Verdict.Refuse(Kind, RequestTasks.WrongState(scope));
        }
    }

    /// <summary>
    /// It is as if it had never been lodged: its amounts leave the totals, nobody waits for it any more. Its lines and
    /// its history stay.
    /// </summary>
    public void Invalidate(StandingDeclaration declaration)
    {
        store.SetState(declaration.Id, DeclarationState.Invalidated);
        store.EndTerm(declaration.Id);
        if (declaration.AcceptedOn is { } accepted)
        {
            rows.TotalsOf(accepted, declaration.DeclarantId, declaration.DataSet)
                .Change(default, default, default(TaxSum) - declaration.Counted);
        }

        if (DeclarationTypes.IsSupplementary(declaration.DecidedAs))
            terms.ReopenSupplemented(declaration.Id);
        releases.EndControl(declaration, isOwed: false);
        new IntendedStore(rows.Connection, rows.Transaction).Drop(declaration.Id, rows.Now, Actor.System.Name);
        rows.CloseTask("declarations", "declaration", declaration.Id);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Invalidated);
        declaration.State = DeclarationState.Invalidated;
    }

    /// <summary>
    /// Why a request cannot be granted now: what was asked before release and is decided after it has the limits of
    /// after release, as of the day it was asked.
    /// </summary>
    public IReadOnlyList<Problem> WhyNotGranted(
        StandingRequest request, StandingDeclaration declaration, LawOfTheDay law) =>
        declaration.State != DeclarationState.Released
            ? []
            :
            [
                .. Limits(declaration, law, request.ReasonCode, DutchTime.DateOf(request.ReceivedAt))
                    .Select(limit => Problems.Of(law, limit.Code, limit.Arguments)),
            ];

    private Verdict AfterRelease(RequestScope scope)
    {
        var declaration = scope.Declaration;
        var problems = Limits(declaration, scope.Law, scope.Ask.ReasonCode, scope.Today)
            .Select(limit => scope.Problem(limit.Code, limit.Arguments)).ToList();
        if (problems.Count > 0)
            return Verdict.Refuse(Kind, [.. scope.Message.Problems, .. problems]);
        if (store.SupplementOf(declaration.Id) is { } supplement)
        {
            problems.Add(scope.Problem(
                IntakeProblems.InvalidationSupplemented, declaration.Mrn.ToString(), supplement.Mrn.ToString()));
        }

        tasks.Open(scope, Kind);
        return new Verdict(Kind, RequestState.Pending, [.. scope.Message.Problems, .. problems]);
    }

    /// <summary>Limits of Delegated Regulation 2015/2446, art. 148, that are not met.</summary>
    private List<(string Code, string[] Arguments)> Limits(
        StandingDeclaration declaration, LawOfTheDay law, string reason, DateOnly askedOn)
    {
        var found = new List<(string, string[])>();
        if (!law.IsInList(Reasons, reason))
            found.Add((IntakeProblems.InvalidationReason, [reason]));
        var last = terms.LastDay(declaration.AcceptedOn!.Value, law, "invalidation-term-days");
        if (askedOn > last)
            found.Add((IntakeProblems.InvalidationTooLate, [declaration.Mrn.ToString(), Terms.TextOf(last)]));
        return found;
    }
}
