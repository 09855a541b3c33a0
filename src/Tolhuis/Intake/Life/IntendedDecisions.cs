// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Calendar.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// A decision against the declarant on what was found of held goods: he is told what customs intends and why, can give
/// his view, and only then it is decided (UCC 22(6), Delegated Regulation 2015/2446 art. 8(1)). What is held was
/// declared, so the 24 hours of art. 8(2) never apply.
/// </summary>
internal sealed class IntendedDecisions(
    DecisionRows rows, LifeStore store, Releases releases, ReleaseChecks checks, Determinations determinations)
{
    private const string TermSetting = "hearing-term-days";
    private readonly IntendedStore _intents = new(rows.Connection, rows.Transaction);
    private readonly RequestActsStore _orders = new(rows.Connection, rows.Transaction);

    public ActAnswer Announce(
        long declarationId, IntendedKind kind, string grounds, IReadOnlyList<Particular> established, Actor by,
        LawOfTheDay law)
    {
        if (store.Find(declarationId) is not { } declaration)
            return ActAnswers.Refused(null, law, IntakeProblems.RequestMrnUnknown, DecisionRows.TextOf(declarationId));
        if (declaration.State != DeclarationState.UnderControl || by.Kind != ActorKind.Person
            || kind is not (IntendedKind.Determination or IntendedKind.NoRelease))
            return ActAnswers.WrongState(declaration, law);
        if (grounds.Length is 0 or > ActAnswers.MaxText)
            return ActAnswers.WithoutReason(declaration, law);
        var faults = WhyNotNow(declaration, by, law) is { } refusal
            ? [refusal]
            : kind == IntendedKind.Determination
                ? determinations.WhyNot(declaration, established, law)
                : established.Count > 0 ? [Problems.Of(law, IntakeProblems.IntentEstablishesNothing)] : [];
        if (faults.Count > 0)
            return new ActAnswer(declaration.State, faults);
        // He was asked and did not answer in time; from now on he is asked for his view and not for a correction.
        store.CloseCorrections(declarationId, rows.Now);
        var endsAt = rows.State.Tools.Calendar.EndOf(law.Day, Term.Days((int)law.Setting(TermSetting)));
        var id = _intents.Add(declarationId, kind, grounds, rows.Now, by.Name, endsAt, established);
        // Until then it is the declarant's turn: nobody of the house is late.
        rows.PutDue(declarationId, endsAt);
        rows.WriteLaterHistory(
            declarationId, declaration.SubmitterId, HistoryKind.IntendedDetermination,
            new IntendedDetermination(id, endsAt, kind == IntendedKind.NoRelease, grounds).ToString());
        return new ActAnswer(declaration.State, []);
    }

    /// <summary>The view of the declarant, once; from then on it can be decided.</summary>
    public ActAnswer GiveView(long hearingId, string view, Actor by, LawOfTheDay law)
    {
        if (Open(hearingId, by, law, out var intent, out var declaration) is { } refused)
            return refused;
        if (view.Length is 0 or > ActAnswers.MaxText)
        {
            return ActAnswers.Refused(
                declaration, law, IntakeProblems.ActViewMissing, DecisionRows.TextOf(ActAnswers.MaxText));
        }

        if (intent!.IsHeard)
            return ActAnswers.Refused(declaration, law, IntakeProblems.IntentHeard, DecisionRows.TextOf(hearingId));
        _intents.KeepView(hearingId, view, rows.Now, by);
        rows.PutDue(declaration!.Id, rows.Now);
        return new ActAnswer(declaration.State, []);
    }

    public ActAnswer Decide(long hearingId, bool isWithdrawn, string reason, Actor by, LawOfTheDay law)
    {
        if (Open(hearingId, by, law, out var intent, out var declaration) is { } refused)
            return refused;
        if (by.Kind != ActorKind.Person || declaration!.State != DeclarationState.UnderControl)
            return ActAnswers.WrongState(declaration!, law);
        if (rows.IsHeldByOther(declaration, by))
            return ActAnswers.NotTaken(declaration, law);
        if (reason.Length is 0 or > ActAnswers.MaxText)
            return ActAnswers.WithoutReason(declaration, law);
        if (isWithdrawn)
        {
            _intents.Decide(hearingId, isWithdrawn: true, reason, rows.Now, by.Name);
            rows.WriteLaterHistory(
                declaration.Id, declaration.SubmitterId, HistoryKind.IntentWithdrawn, reason);
            rows.PutDue(declaration.Id, rows.HoursOn("correction-look-hours", law));
            return new ActAnswer(declaration.State, []);
        }

        if (!intent!.IsHeard && rows.Now < intent.EndsAt)
        {
            return ActAnswers.Refused(
                declaration, law, IntakeProblems.IntentHearingRuns, DecisionRows.TextOf(hearingId),
                Terms.TextOf(LastDayOf(intent)));
        }

        if (checks.WhatWaits(declaration, Waiting.Correction | Waiting.Invalidation, law) is { } waits)
            return new ActAnswer(declaration.State, [waits]);
        var answer = intent.Kind == IntendedKind.NoRelease
            ? Refuse(declaration, reason)
            : determinations.Make(declaration, _intents.Established(hearingId), reason, law);
        if (answer.IsDone)
            _intents.Decide(hearingId, isWithdrawn: false, reason, rows.Now, by.Name);
        return answer;
    }

    /// <summary>Terms to be heard that are over: the task of the control is due. Returns how many.</summary>
    public int PassTerms(int limit)
    {
        var over = _intents.Over(rows.Now, limit);
        foreach (var (id, declarationId, endsAt) in over)
        {
            _intents.Tell(id);
            rows.PutDue(declarationId, endsAt);
        }

        return over.Count;
    }

    private Problem? WhyNotNow(StandingDeclaration declaration, Actor by, LawOfTheDay law)
    {
        var mrn = declaration.Mrn.ToString();
        if (rows.IsHeldByOther(declaration, by))
            return Problems.Of(law, IntakeProblems.ControlNotTaken, mrn);
        if (_orders.HasOpenOrders(declaration.FirstLine, declaration.FirstLine + declaration.LineCount))
            return Problems.Of(law, IntakeProblems.ReleaseNotExamined, mrn);
        return checks.WhatWaits(declaration, Waiting.Correction | Waiting.Intent, law);
    }

    /// <summary>The goods stay where they are; nothing is owed on this declaration (UCC 194, 198).</summary>
    private ActAnswer Refuse(StandingDeclaration declaration, string reason)
    {
        store.SetState(declaration.Id, DeclarationState.NotReleased);
        rows.TotalsOf(declaration.AcceptedOn!.Value, declaration.DeclarantId, declaration.DataSet)
            .Change(default, default, default(TaxSum) - declaration.Counted);
        releases.EndControl(declaration, isOwed: false);
        rows.CloseTask("declarations", "declaration", declaration.Id);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.NotReleased, reason);
        declaration.State = DeclarationState.NotReleased;
        return new ActAnswer(declaration.State, []);
    }

    private ActAnswer? Open(
        long hearingId, Actor by, LawOfTheDay law, out StandingIntent? intent, out StandingDeclaration? declaration)
    {
        intent = _intents.Find(hearingId);
        declaration = intent is null ? null : store.Find(intent.DeclarationId);
        // Of whom it is was checked before: who asks found it through a declaration that he may see or act for.
        if (declaration is null || by.Kind == ActorKind.System)
            return ActAnswers.Refused(null, law, IntakeProblems.IntentUnknown, DecisionRows.TextOf(hearingId));
        return intent!.DecidedAt is not null
            ? ActAnswers.Refused(declaration, law, IntakeProblems.IntentClosed, DecisionRows.TextOf(hearingId))
            : null;
    }

    private static DateOnly LastDayOf(StandingIntent intent) => DutchTime.DateOf(intent.EndsAt - 1);
}
