// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.ControlTestTools;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>From a control order to the end of the control: findings, what follows, and what is kept of it.</summary>
public sealed class ControlLoopTests : ControlTest
{
    [Fact]
    public async Task All_in_order_releases_in_the_same_transaction_and_keeps_the_outcome()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        _store.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await _store.Take(lodged, _officer)).IsDone);
        _store.Time.Advance(TimeSpan.FromMinutes(7));

        var answer = await _store.Record(InOrder(_store.Orders(lodged)[0]), _officer);

        Assert.Equal((true, DeclarationState.Released), (answer.IsDone, answer.State));
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.UnderControl, HistoryKind.TakenUp, HistoryKind.Found,
                HistoryKind.Released],
            _store.Declarations.History(lodged.DeclarationId).Select(row => row.Kind));
        var outcome = Assert.Single(Controls.Outcomes(lodged.DeclarationId));
        Assert.Equal(("in-order", 0, 7 * 60_000_000L), 
            (outcome.Result, outcome.DifferenceCents, outcome.WorkMicroseconds));
        Assert.Equal(17 * 60_000_000L, outcome.EndedAt - outcome.SelectedAt);
        Assert.Null(Controls.CaseOf(lodged.DeclarationId));
        Assert.Equal(0, Controls.CountOpen());
        var day = DutchTime.DateOf(_store.Time.GetUtcNow());
        Assert.Equal(
            new ControlEffect(1, 1, 0, 0, 17 * 60_000_000L, 7 * 60_000_000L), Controls.Effect(day, day));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_follow_up_correction_asks_the_declarant_with_the_words_of_the_finding()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        await _store.Take(lodged, _officer);

        var answer = await _store.Record(
            Wrong(_store.Orders(lodged)[0], established: new Particular(1, ParticularKind.Value, "21.50 EUR")),
            _officer);

        Assert.Equal((true, DeclarationState.UnderControl), (answer.IsDone, answer.State));
        var asked = Assert.Single(_store.Declarations.CorrectionsAsked(lodged.DeclarationId));
        Assert.Equal("State the value of the invoice", asked.Reason);
        Assert.Equal(ControlStage.AwaitsCorrection, Controls.CaseOf(lodged.DeclarationId)!.Stage);
        var finding = Assert.Single(Controls.Findings(lodged.DeclarationId));
        Assert.Equal([new Particular(1, ParticularKind.Value, "21.50 EUR")], finding.Established);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Only_who_took_the_control_can_save_a_finding()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        var order = _store.Orders(lodged)[0];
        var other = await _store.NewOfficer("M. Jansen");

        var untaken = await _store.Record(InOrder(order), _officer);
        await _store.Take(lodged, _officer);
        var taken = await _store.Take(lodged, other);
        var others = await _store.Record(InOrder(order), other);

        Assert.All(
            new[] { untaken, taken, others },
            answer => Assert.Equal(IntakeProblems.ControlNotTaken, Assert.Single(answer.Problems).Code));
        Assert.Empty(Controls.Findings(lodged.DeclarationId));
    }

    [Fact]
    public async Task A_corrected_declaration_is_released_by_an_officer_with_a_reason()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        await _store.Take(lodged, _officer);
        await _store.Record(Wrong(_store.Orders(lodged)[0]), _officer);
        await _store.Lodge(Amendment(
            H7(Numbered("A-1") with { Code = "430160", Description = "Fox fur", Value = "30.00" }), lodged.Mrn));
        Assert.Equal(ControlStage.CorrectionCame, Controls.CaseOf(lodged.DeclarationId)!.Stage);

        var without = await Acts.ReleaseHeld(lodged.DeclarationId, "", _officer);
        var answer = await Acts.ReleaseHeld(lodged.DeclarationId, "The invoice was checked", _officer);

        Assert.Equal(IntakeProblems.ReleaseReason, Assert.Single(without.Problems).Code);
        Assert.Equal((true, DeclarationState.Released), (answer.IsDone, answer.State));
        var outcome = Assert.Single(Controls.Outcomes(lodged.DeclarationId));
        Assert.Equal((1295, 3000), (outcome.DeclaredValueCents, outcome.FinalValueCents));
        Assert.NotNull(outcome.AnsweredAt);
        Assert.Equal(
            [(HistoryKind.OfficerDecided, $"{_officer.Name}\nThe invoice was checked")],
            _store.Declarations.History(lodged.DeclarationId).Where(row => row.Kind == HistoryKind.OfficerDecided)
                .Select(row => (row.Kind, row.Detail)));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Next_gives_each_officer_another_control_and_then_none()
    {
        await _store.Decide(Zip(Restricted("A-1"), Restricted("A-2")));
        var other = await _store.NewOfficer("M. Jansen");

        var taken = await Task.WhenAll(
            Acts.TakeNextControl(new ControlFilter(), _officer), Acts.TakeNextControl(new ControlFilter(), other),
            Acts.TakeNextControl(new ControlFilter(), other));

        Assert.Equal(2, taken.OfType<long>().Distinct().Count());
        Assert.Single(taken, id => id is null);
        Assert.Equal(2, Controls.Cases(new ControlFilter()).Count(found => found.HeldBy is not null));
    }

    [Fact]
    public async Task A_question_that_was_not_answered_by_its_last_day_holds_up_no_release()
    {
        var lodged = await FoundWrong();
        var asked = Assert.Single(_store.Declarations.CorrectionsAsked(lodged.DeclarationId));
        // Noon of the last day.
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(asked.DueOn)).AddHours(12));
        var early = await Release(lodged);
        _store.Time.Advance(TimeSpan.FromDays(1));

        var late = await Release(lodged);

        Assert.Equal(IntakeProblems.ActCorrectionOpen, Assert.Single(early.Problems).Code);
        Assert.Equal((true, DeclarationState.Released), (late.IsDone, late.State));
        Assert.False(Assert.Single(_store.Declarations.CorrectionsAsked(lodged.DeclarationId)).IsOpen);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_was_asked_before_the_goods_were_seen_and_never_answered_stops_no_finding()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        await _store.Take(lodged, _officer);
        await Acts.AskCorrection(lodged.DeclarationId, "Say what it is", _officer);
        var due = Assert.Single(_store.Declarations.CorrectionsAsked(lodged.DeclarationId)).DueOn;
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(due.AddDays(1))));

        var found = await _store.Record(Wrong(_store.Orders(lodged)[0]), _officer);
        await _store.Lodge(Amendment(Fur("30.00"), lodged.Mrn));

        Assert.True(found.IsDone);
        Assert.Equal([false, false],
            _store.Declarations.CorrectionsAsked(lodged.DeclarationId).Select(asked => asked.IsOpen));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Who_has_not_the_task_neither_asks_nor_releases_what_another_has()
    {
        var other = await _store.NewOfficer("M. Jansen");
        var lodged = await Find(Restricted("A-1"), order => Wrong(order, FollowUpKind.NoRelease));
        var release = await Acts.ReleaseHeld(lodged.DeclarationId, "Looked at", other);
        var ask = await Acts.AskCorrection(lodged.DeclarationId, "State the value", other);
        // One with the number of the officer, but no person.
        var submitter = await Acts.AskCorrection(
            lodged.DeclarationId, "State the value", new Actor(ActorKind.Submitter, _officer.Id, "Example BV"));
        await _store.Get<ITasks>().GiveBack(Controls.CaseOf(lodged.DeclarationId)!.TaskId, _officer);

        var free = await Acts.AskCorrection(lodged.DeclarationId, "State the value", other);

        Assert.All(
            new[] { release, ask, submitter },
            answer => Assert.Equal(IntakeProblems.ControlNotTaken, Assert.Single(answer.Problems).Code));
        Assert.True(free.IsDone);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_correction_that_fits_does_not_release_what_someone_wants_to_determine()
    {
        var lodged = await _store.Lodge(Changed(Lines("A-1", 2), AllFur));
        await _store.Take(lodged, _officer);
        var orders = _store.Orders(lodged);
        await _store.Record(Wrong(orders[0], FollowUpKind.Correction,
            new Particular(1, ParticularKind.Description, "Cotton T-shirt, men, size L")), _officer);
        Assert.Equal(ControlStage.ToExamine, Controls.CaseOf(lodged.DeclarationId)!.Stage);
        Assert.Empty(_store.Declarations.CorrectionsAsked(lodged.DeclarationId));
        await _store.Record(Wrong(orders[1], FollowUpKind.Determination), _officer);

        var answer = await _store.Lodge(Amendment(Changed(Lines("A-1", 2), AllFur), lodged.Mrn));

        Assert.Equal(DeclarationState.UnderControl, answer.State);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_finding_that_asks_no_correction_leaves_the_decision_to_the_officer()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        await _store.Take(lodged, _officer);

        await _store.Record(Wrong(_store.Orders(lodged)[0], FollowUpKind.NoRelease), _officer);

        var found = Controls.CaseOf(lodged.DeclarationId)!;
        Assert.Equal((ControlStage.ToDecide, 1, 1), (found.Stage, found.Lines, found.Examined));
        Assert.Empty(_store.Declarations.CorrectionsAsked(lodged.DeclarationId));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_second_finding_counts_and_none_is_taken_while_a_correction_is_asked()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        await _store.Take(lodged, _officer);
        var order = _store.Orders(lodged)[0];
        await _store.Record(Wrong(order, FollowUpKind.NoRelease), _officer);
        await Acts.AskCorrection(lodged.DeclarationId, "State the value", _officer);

        var asked = await _store.Record(InOrder(order), _officer);
        await _store.Lodge(Amendment(Fur("30.00"), lodged.Mrn));
        var answer = await _store.Record(InOrder(order), _officer);

        Assert.Equal(IntakeProblems.ActCorrectionOpen, Assert.Single(asked.Problems).Code);
        Assert.Equal(DeclarationState.Released, answer.State);
        Assert.Equal(2, Controls.Findings(lodged.DeclarationId).Count);
        var outcome = Assert.Single(Controls.Outcomes(lodged.DeclarationId));
        Assert.Equal("in-order", outcome.Result);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_release_is_refused_while_something_else_comes_first()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        await _store.Take(lodged, _officer);
        var unexamined = await Release(lodged);
        await _store.Record(Wrong(_store.Orders(lodged)[0]), _officer);
        var asked = await Release(lodged);
        await _store.Lodge(Amendment(Fur("30.00"), lodged.Mrn));
        await _store.Tamper(
            "INSERT INTO controls_hearings (declaration_id, kind, grounds, announced_at, announced_by, ends_at) "
            + $"VALUES ({lodged.DeclarationId}, 2, 'x', 1, 'x', 2)");
        var heard = await Release(lodged);
        await _store.Tamper("UPDATE controls_hearings SET decided_at = 3, is_withdrawn = 1");
        await _store.Lodge(Invalidation(lodged.Mrn));
        var invalidation = await Release(lodged);
        var undetermined = await Release(await _store.Lodge(Undetermined("A-2")));
        var submitter = await Acts.ReleaseHeld(
            lodged.DeclarationId, "Why", new Actor(ActorKind.Submitter, 3, "Example BV"));
        var released = await Release(await _store.Lodge(H7("A-3")));
        var none = await Acts.ReleaseHeld(999, "Why", _officer);

        Assert.Equal(
            [IntakeProblems.ReleaseNotExamined, IntakeProblems.ActCorrectionOpen, IntakeProblems.ActIntentOpen,
                IntakeProblems.ReleaseInvalidationAsked, IntakeProblems.ReleaseToDetermine, IntakeProblems.ActState,
                IntakeProblems.ActState, IntakeProblems.RequestMrnUnknown],
            new[] { unexamined, asked, heard, invalidation, undetermined, submitter, released, none }
                .Select(answer => Assert.Single(answer.Problems).Code));
    }

    [Fact]
    public async Task What_was_held_only_because_a_correction_came_is_released_by_a_person()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));
        await Acts.AskCorrection(lodged.DeclarationId, "State the value in euro", _officer);
        await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn));

        var answer = await Acts.ReleaseHeld(lodged.DeclarationId, "", _officer);

        Assert.Equal((true, DeclarationState.Released), (answer.IsDone, answer.State));
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.Officer]));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task In_order_but_without_a_rate_is_no_longer_under_control_and_waits_for_its_duty()
    {
        var lodged = await _store.Lodge(H7(
            Numbered("A-1") with { Code = "430160", Description = "Fox fur", Currency = "KPW" }));
        await _store.Take(lodged, _officer);

        var answer = await _store.Record(InOrder(_store.Orders(lodged)[0]), _officer);

        Assert.Equal((true, DeclarationState.Accepted), (answer.IsDone, answer.State));
        Assert.Equal(["determine"], _store.Get<ITasks>().ListOpen([Role.Officer]).Select(task => task.Kind));
        Assert.Empty(Controls.Outcomes(lodged.DeclarationId));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_invalidation_ends_the_control_without_a_result()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        var asked = await _store.Lodge(Invalidation(lodged.Mrn));

        var answer = await Acts.DecideRequest(asked.RequestId, true, "", _officer, new DecisionStatement(
            Examination: new ExaminationStated(DutchTime.DateOf(_store.Time.GetUtcNow()), "Nothing found")));

        Assert.Equal((true, DeclarationState.Invalidated), (answer.IsDone, answer.State));
        var outcome = Assert.Single(Controls.Outcomes(lodged.DeclarationId));
        Assert.Equal(("", 0, 0), (outcome.Result, outcome.DifferenceCents, outcome.WorkMicroseconds));
        Assert.Equal(0, Controls.CountOpen());
        var day = DutchTime.DateOf(_store.Time.GetUtcNow());
        Assert.Equal(0, Controls.Effect(day, day).Ended);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_control_whose_item_is_gone_is_examined_anew_at_the_item_that_takes_its_place()
    {
        var lodged = await _store.Lodge(Changed(Lines("A-1", 2), message => ToFur(message, 1)));
        await _store.Take(lodged, _officer);
        await _store.Record(Wrong(_store.Orders(lodged)[0], FollowUpKind.Correction), _officer);

        await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn));

        Assert.Equal(ControlStage.ToExamine, Controls.CaseOf(lodged.DeclarationId)!.Stage);
        var order = Assert.Single(_store.Orders(lodged));
        Assert.Equal(ControlState.InProgress, order.State);
        var answer = await _store.Record(InOrder(order), _officer);
        Assert.Equal(DeclarationState.Released, answer.State);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_control_has_a_term_and_the_turn_of_the_declarant_has_his()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        var opened = Controls.CaseOf(lodged.DeclarationId)!.DueAt;
        await _store.Take(lodged, _officer);
        await _store.Record(Wrong(_store.Orders(lodged)[0]), _officer);

        Assert.Equal(DutchTime.ToMicroseconds(TestStore.Start.AddHours(24)), opened);
        var asked = Assert.Single(_store.Declarations.CorrectionsAsked(lodged.DeclarationId));
        Assert.Equal(DutchTime.StartOf(asked.DueOn.AddDays(1)), Controls.CaseOf(lodged.DeclarationId)!.DueAt);
    }

    [Fact]
    public async Task A_declarant_is_reminded_once_of_a_correction_that_is_due_soon()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        await Acts.AskCorrection(lodged.DeclarationId, "State the value", _officer);
        var due = Assert.Single(_store.Declarations.CorrectionsAsked(lodged.DeclarationId)).DueOn;
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(due.AddDays(-5))).AddMinutes(5));
        var early = await Acts.PassTerms();
        _store.Time.Advance(TimeSpan.FromMinutes(10));

        var passed = await Acts.PassTerms();
        var again = await Acts.PassTerms();

        Assert.Equal((0, 1, 0), (early, passed, again));
        var told = _store.Declarations.History(lodged.DeclarationId)[^1];
        Assert.Equal(
            (HistoryKind.CorrectionReminder, $"{due:yyyy-MM-dd}"),
            (told.Kind, told.Detail));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Minutes_count_once_for_two_lines_of_one_control_and_a_simulated_finding_says_so()
    {
        var simulated = await _store.NewOfficer("Simulated", simulated: true);
        var lodged = await _store.Lodge(Changed(Lines("A-1", 2), AllFur));
        await _store.Take(lodged, simulated);
        foreach (var order in _store.Orders(lodged))
        {
            _store.Time.Advance(TimeSpan.FromMinutes(3));
            Assert.True((await _store.Record(InOrder(order), simulated)).IsDone);
        }

        var outcomes = Controls.Outcomes(lodged.DeclarationId);
        Assert.Equal([180_000_000L, 180_000_000L], outcomes.Select(outcome => outcome.WorkMicroseconds));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsSimulated));
        var day = DutchTime.DateOf(_store.Time.GetUtcNow());
        Assert.Equal(2, Controls.Effect(day, day).Ended);
        Assert.Equal([new DayEffect(day, 2, 2, 0, 0, 360_000_000)], Controls.EffectByDay(day.AddDays(-1), day));
        Assert.Equal(0, Controls.Effect(day, day, withSimulated: false).Ended);
        Assert.Empty(Controls.EffectByDay(day, day, withSimulated: false));
        Assert.Empty(Controls.Outcomes(new OutcomeFilter(IsReal: true)));
        var declarant = _store.Declarations.Find(lodged.DeclarationId)!.DeclarantId;
        Assert.Equal(
            [new DeclarantResults(declarant, outcomes[0].Kind, 2, 0, 2, 0)],
            _store.Get<IControlResults>().ByDeclarant(day, day.AddDays(1), [declarant, 0]));
        Assert.Empty(_store.Get<IControlResults>().ByDeclarant(day.AddDays(-1), day, [declarant]));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task After_a_restart_a_released_control_stays_whole()
    {
        var lodged = await FoundWrong(new Particular(1, ParticularKind.Value, "30.00 EUR"));
        await _store.Lodge(Amendment(Fur("30.00"), lodged.Mrn));
        await _store.Restart();

        Assert.Empty(_store.Verify());
        Assert.Single(Controls.Outcomes(lodged.DeclarationId));
        Assert.Equal(DeclarationState.Released, _store.Declaration(lodged).State);
    }

    [Fact]
    public async Task A_store_from_before_there_were_findings_is_upgraded_and_its_controls_go_on()
    {
        var ended = await _store.Lodge(Restricted("A-1"));
        var asked = await _store.Lodge(Invalidation(ended.Mrn));
        await Acts.DecideRequest(asked.RequestId, true, "", _officer, new DecisionStatement(
            Examination: new ExaminationStated(DutchTime.DateOf(_store.Time.GetUtcNow()), "Nothing found")));
        var open = await _store.Lodge(Restricted("A-2"));
        await _store.Tamper(AsBefore);
        await _store.Restart();

        Assert.Empty(_store.Verify());
        Assert.Empty(Controls.Outcomes(ended.DeclarationId));
        Assert.Equal(ControlStage.ToExamine, Controls.CaseOf(open.DeclarationId)!.Stage);
        await _store.Take(open, _officer);
        var answer = await _store.Record(InOrder(_store.Orders(open)[0]), _officer);
        Assert.Equal(DeclarationState.Released, answer.State);
        Assert.Single(Controls.Outcomes(open.DeclarationId));
        Assert.Empty(_store.Verify());
    }

    // What the script of findings made is undone, so that it runs on orders that were there before it.
    private const string AsBefore =
        """
        DROP INDEX controls_orders_open; DROP INDEX controls_orders_by_declaration;
        ALTER TABLE controls_orders DROP COLUMN first_line; ALTER TABLE controls_orders DROP COLUMN taken_at;
        ALTER TABLE controls_orders DROP COLUMN finished_at;
        CREATE INDEX controls_orders_by_state ON controls_orders (state) WHERE state = 1;
        DROP TABLE controls_findings; DROP TABLE controls_established; DROP TABLE controls_evidence;
        DROP TABLE controls_hearings; DROP TABLE controls_intended; DROP TABLE controls_outcomes;
        DROP TABLE controls_examined; DROP TABLE controls_days; DROP TABLE controls_declarant_days;
        DELETE FROM platform_schema WHERE ScriptName LIKE '%Controls%' AND ScriptName NOT LIKE '%0001%';
        """;

    private Task<ActAnswer> Release(MessageAnswer lodged) =>
        Acts.ReleaseHeld(lodged.DeclarationId, "Looked at", _officer);

    private static void AllFur(System.Xml.Linq.XDocument message)
    {
        ToFur(message, 0);
        ToFur(message, 1);
    }

    private static void ToFur(System.Xml.Linq.XDocument message, int index) => message.Descendants()
        .Where(element => element.Name.LocalName == "Classification").ElementAt(index).Elements()
        .Single(element => element.Name.LocalName == "ID").Value = "430160";
}
