// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Calendar.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// What must have happened before a person decides on a request: before a denial the declarant is heard, or a ground of
/// the law says that he need not be (UCC 22(6), Delegated Regulation 2015/2446 art. 8 and 10); before an invalidation
/// is granted the announced examination took place (UCC 174(1), second subparagraph).
/// </summary>
internal sealed class Hearings(DecisionRows rows, LifeStore store)
{
    private const string Grounds = "hearing-not-needed";
    private const string TermSetting = "hearing-term-days";
    private readonly RequestActsStore _acts = new(rows.Connection, rows.Transaction);

    /// <summary>Why the request cannot be decided so now; null if it can.</summary>
    public Problem? Refusal(
        StandingRequest request, StandingDeclaration declaration, bool isGranted, DecisionStatement states,
        LawOfTheDay law) => isGranted
        ? request.Kind == MessageKind.Invalidation ? ExaminationRefusal(declaration, states.Examination, law) : null
        : DenialRefusal(request.Id, states.NoHearing, law);

    /// <summary>Keeps what the person stated with his decision.</summary>
    public void Keep(StandingRequest request, bool isGranted, DecisionStatement states, Actor by)
    {
        if (isGranted && states.Examination is { } examined && request.Kind == MessageKind.Invalidation)
        {
            _acts.Add(request.Id, RequestActKind.Examined, rows.Now, by.Name, "", examined.Finding.Trim(), examined.On);
        }
        else if (!isGranted && _acts.Announced(request.Id) is null)
        {
            _acts.Add(request.Id, RequestActKind.HearingNotNeeded, rows.Now, by.Name, states.NoHearing, "");
        }
    }

    /// <summary>Tells the sender that his request will be denied, and why; he has the term of the law to be heard.
    /// </summary>
    public ActAnswer AnnounceDenial(long requestId, string grounds, Actor by, LawOfTheDay law)
    {
        if (Open(requestId, law, out var request, out var declaration) is { } refused)
            return refused;
        if (grounds.Length is 0 or > ActAnswers.MaxText)
            return Refused(declaration, law, IntakeProblems.ActReason, DecisionRows.TextOf(ActAnswers.MaxText));
        if (_acts.Announced(requestId) is { } before)
        {
            return Refused(
                declaration, law, IntakeProblems.ActDenialAnnounced, DecisionRows.TextOf(requestId),
                Terms.TextOf(before.LastDay));
        }

        var calendar = rows.State.Tools.Calendar;
        var term = Term.Days((int)law.Setting(TermSetting));
        var until = calendar.LastDay(law.Day, term);
        _acts.Add(
            requestId, RequestActKind.DenialAnnounced, rows.Now, by.Name, "", grounds, until,
            calendar.EndOf(law.Day, term));
        rows.WriteLaterHistory(
            declaration!.Id, request!.SubmitterId, HistoryKind.IntendedDecision,
            new IntendedDecision(requestId, until, grounds).ToString());
        return new ActAnswer(declaration.State, []);
    }

    /// <summary>The view that the declarant gave on an announced denial; from then on it can be decided.</summary>
    public ActAnswer RecordView(long requestId, string view, Actor by, LawOfTheDay law)
    {
        if (Open(requestId, law, out _, out var declaration) is { } refused)
            return refused;
        if (view.Length is 0 or > ActAnswers.MaxText)
            return Refused(declaration, law, IntakeProblems.ActViewMissing, DecisionRows.TextOf(ActAnswers.MaxText));
        if (_acts.Announced(requestId) is not { } announced)
        {
            return Refused(
                declaration, law, IntakeProblems.ActDenialNotAnnounced, DecisionRows.TextOf(requestId));
        }

        if (announced.IsHeard)
            return Refused(declaration, law, IntakeProblems.ActViewRecorded, DecisionRows.TextOf(requestId));
        _acts.Add(requestId, RequestActKind.ViewRecorded, rows.Now, by.Name, "", view);
        return new ActAnswer(declaration!.State, []);
    }

    private Problem? DenialRefusal(long requestId, string noHearing, LawOfTheDay law)
    {
        if (_acts.Announced(requestId) is not { } announced)
        {
            return law.IsInList(Grounds, noHearing)
                ? null
                : Problems.Of(law, IntakeProblems.ActHearingNeeded, DecisionRows.TextOf(requestId));
        }

        // Once he is asked for his view it is awaited: no ground takes that back.
        return announced.IsHeard || rows.Now >= announced.EndsAt
            ? null
            : Problems.Of(
                law, IntakeProblems.ActHearingRuns, DecisionRows.TextOf(requestId), Terms.TextOf(announced.LastDay));
    }

    private Problem? ExaminationRefusal(StandingDeclaration declaration, ExaminationStated? stated, LawOfTheDay law)
    {
        if (stated is null)
        {
            return _acts.HasOpenOrders(declaration.FirstLine, declaration.FirstLine + declaration.LineCount)
                ? Problems.Of(
                    law, IntakeProblems.ActExaminationMissing, declaration.Mrn.ToString(),
                    DecisionRows.TextOf(ActAnswers.MaxText))
                : null;
        }

        if (stated.Finding.Trim().Length is 0 or > ActAnswers.MaxText)
        {
            return Problems.Of(
                law, IntakeProblems.ActExaminationMissing, declaration.Mrn.ToString(),
                DecisionRows.TextOf(ActAnswers.MaxText));
        }

        var first = DutchTime.DateOf(declaration.ReceivedAt);
        return stated.On < first || stated.On > law.Day
            ? Problems.Of(
                law, IntakeProblems.ActExaminationDay, Terms.TextOf(stated.On), Terms.TextOf(first),
                Terms.TextOf(law.Day))
            : null;
    }

    private ActAnswer? Open(
        long requestId, LawOfTheDay law, out StandingRequest? request, out StandingDeclaration? declaration)
    {
        request = store.Request(requestId);
        declaration = request is null ? null : store.Find(request.DeclarationId);
        if (request is null)
            return Refused(null, law, IntakeProblems.ActRequestUnknown, DecisionRows.TextOf(requestId));
        return declaration is null || request.State is not (RequestState.Pending or RequestState.AwaitsExamination)
            || request.Kind == MessageKind.RepaymentOrRemission
                ? Refused(declaration, law, IntakeProblems.ActNotOpen, DecisionRows.TextOf(requestId))
                : null;
    }

    private static ActAnswer Refused(
        StandingDeclaration? declaration, LawOfTheDay law, string code, params string[] arguments) =>
        new(declaration?.State, [Problems.Of(law, code, arguments)]);
}
