// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Invalidation (UCC 174). Before acceptance there is nothing to decide and it is done at once. After an examination
/// was announced the request waits for it (174(1), second subparagraph). After release only for the reasons and within
/// the term of Delegated Regulation 2015/2446, art. 148. What is left to judge waits for a person.
/// </summary>
internal sealed class Invalidations(DecisionRows rows, LifeStore store, Terms terms, RequestTasks tasks, Claims claims)
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

        store.EndOrders(declaration.FirstLine, declaration.FirstLine + declaration.LineCount);
        rows.CloseTask("controls", "declaration", declaration.Id);
        rows.CloseTask("declarations", "declaration", declaration.Id);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Invalidated);
        declaration.State = DeclarationState.Invalidated;
    }

    private Verdict AfterRelease(RequestScope scope)
    {
        var declaration = scope.Declaration;
        var law = scope.Law;
        var problems = new List<Problem>();
        if (!law.IsInList(Reasons, scope.Ask.ReasonCode))
            problems.Add(scope.Problem(IntakeProblems.InvalidationReason, scope.Ask.ReasonCode));
        var last = terms.LastDay(declaration.AcceptedOn!.Value, law, "invalidation-term-days");
        if (scope.Today > last)
        {
            problems.Add(scope.Problem(
                IntakeProblems.InvalidationTooLate, declaration.Mrn.ToString(), Terms.TextOf(last)));
        }

        if (problems.Count > 0)
            return Verdict.Refuse(Kind, [.. scope.Message.Problems, .. problems]);
        tasks.Open(scope, Kind);
        return new Verdict(Kind, RequestState.Pending, scope.Message.Problems);
    }
}
