// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>Amendment before and after release, and its limits (UCC 173).</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private static readonly Actor Inspector = new(ActorKind.Person, 7, "Inspector De Boer");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Before_presentation_the_content_is_replaced_and_the_declaration_stays_received()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));

        var answer = await _store.Lodge(Amendment(Lines("D-1", 3), lodged.Mrn));

        var row = _store.Declaration(lodged);
        Assert.Equal((RequestState.Granted, DeclarationState.Received), (answer.RequestState, answer.State));
        Assert.Equal((2, 3, 'D'), (row.Version, row.LineCount, row.AdditionalType));
        Assert.NotNull(row.LapsesOn);
        Assert.All(
            _store.Declarations.Lines(row), line => Assert.Equal(LineOutcome.AwaitsPresentation, line.Outcome));
        var presented = await _store.Lodge(Presentation(lodged.Mrn));
        Assert.Equal(DeclarationState.Released, presented.State);
        Assert.Equal((3, 3), (_store.Declaration(lodged).Version, _store.Declaration(lodged).LineCount));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Before_release_it_is_applied_at_once_by_the_law_of_acceptance_and_decided_again()
    {
        // Two days before the flat duty of 1 July 2026; amended after it.
        var june = new DateTimeOffset(2026, 6, 29, 10, 0, 0, TimeSpan.Zero);
        await _store.Decide(Undetermined("A-1"), at: june);
        var row = _store.Declarations.Find(1)!;
        Assert.Equal(DeclarationState.Accepted, row.State);

        var answer = await _store.Lodge(Amendment(H7("A-1"), row.Mrn));

        var amended = _store.Declarations.Find(1)!;
        Assert.Equal((RequestState.Granted, DeclarationState.Released), (answer.RequestState, answer.State));
        Assert.Equal((new DateOnly(2026, 6, 29), 0L, 2), (amended.AcceptedOn, amended.DutyCents, amended.Version));
        Assert.Equal(row.DrawDay, amended.DrawDay);
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.ToDetermine, HistoryKind.RequestDecided, HistoryKind.Corrected,
                HistoryKind.Released],
            Kinds(1));
        Assert.Empty(Tasks());
        var day = Assert.Single(_store.Declarations.Days(new DateOnly(2026, 6, 29), new DateOnly(2026, 6, 30)));
        Assert.Equal((1L, 1L, 0L, 1295L), (day.Accepted, day.Released, day.Undecided, day.ValueCents));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_amendment_that_names_restricted_goods_is_selected()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));

        var answer = await _store.Lodge(Amendment(Restricted("A-1"), lodged.Mrn));

        Assert.Equal((RequestState.Granted, DeclarationState.UnderControl), (answer.RequestState, answer.State));
        Assert.Equal(["control"], Tasks().Select(task => task.Kind));
        // What is owed is not told before release.
        Assert.Equal([HistoryKind.Corrected, HistoryKind.UnderControl], Kinds(1).TakeLast(2));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Under_control_and_after_a_term_an_amendment_is_refused()
    {
        var held = await _store.Lodge(Restricted("A-1"));
        var released = await _store.Lodge(H7("A-2"));

        var first = await _store.Lodge(Amendment(H7("A-1"), held.Mrn));
        // Three years after Monday 6 July 2026 is Friday 6 July 2029.
        _store.Time.SetUtcNow(new DateTimeOffset(2029, 7, 7, 8, 0, 0, TimeSpan.Zero));
        var second = await _store.Lodge(Amendment(H7("A-2"), released.Mrn, "COR-2"));

        Assert.Equal([IntakeProblems.AmendmentUnderControl], first.Problems.Select(problem => problem.Code));
        Assert.Equal([IntakeProblems.AmendmentTooLate], second.Problems.Select(problem => problem.Code));
        Assert.Equal((1, 1), (_store.Declaration(held).Version, _store.Declaration(released).Version));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task After_release_it_goes_to_a_person_and_a_grant_makes_the_version()
    {
        var lodged = await _store.Lodge(Lines("A-1", 2));

        var answer = await _store.Lodge(Amendment(Lines("A-1", 3), lodged.Mrn));

        Assert.Equal((RequestState.Pending, DeclarationState.Released), (answer.RequestState, answer.State));
        Assert.Equal(["amendment"], Tasks().Select(task => task.Kind));
        Assert.Equal(1, _store.Declaration(lodged).Version);
        _store.Time.Advance(TimeSpan.FromDays(20));
        var act = await _store.Get<IActs>().DecideRequest(answer.RequestId, true, "The invoice shows it", Inspector);
        Assert.Equal((true, DeclarationState.Released), (act.IsDone, act.State));
        var row = _store.Declaration(lodged);
        Assert.Equal((2, 3, new DateOnly(2026, 7, 6)), (row.Version, row.LineCount, row.AcceptedOn));
        Assert.Equal(2, _store.Declarations.Request(answer.RequestId)!.VersionMade);
        Assert.Equal(3, Assert.Single(
            _store.Declarations.Days(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 7))).Lines);
        Assert.Empty(Tasks());
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task After_release_what_the_law_of_acceptance_rejects_is_refused_at_once_with_every_problem()
    {
        var lodged = await _store.Lodge(H7("A-1"));

        var answer = await _store.Lodge(Amendment(
            H7(Numbered("A-1") with { Declarant = "NL007654321", Description = "" }), lodged.Mrn));

        Assert.Equal((MessageOutcome.Rejected, RequestState.Rejected), (answer.Outcome, answer.RequestState));
        Assert.Contains("18 05 001 000", answer.Problems.Select(problem => problem.DataElement));
        Assert.Contains(IntakeProblems.AmendmentDeclarant, answer.Problems.Select(problem => problem.Code));
        Assert.Empty(Tasks());
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_debt_is_told_with_the_release_that_an_amendment_brings()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));

        await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn));

        Assert.Equal([HistoryKind.DebtDetermined, HistoryKind.Released], Kinds(1).TakeLast(2));
    }

    [Fact]
    public async Task While_an_invalidation_waits_an_amendment_does_not_release()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));
        var asked = await _store.Lodge(Invalidation(lodged.Mrn, reason: "3"));

        var answer = await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn));

        Assert.Equal((RequestState.Granted, DeclarationState.Accepted), (answer.RequestState, answer.State));
        Assert.Equal(
            [IntakeProblems.AmendmentInvalidationAsked], answer.Problems.Select(problem => problem.Code));
        Assert.Equal(["determine", "invalidation"], Tasks().Select(task => task.Kind).Order());
        var act = await _store.Get<IActs>().DecideRequest(asked.RequestId, true, "Agreed", Inspector);
        Assert.Equal(DeclarationState.Invalidated, act.State);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_invalidation_asked_before_release_has_the_limits_of_after_it_once_it_is_released()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));
        var asked = await _store.Lodge(Invalidation(lodged.Mrn, reason: "999"));
        await _store.Tamper("UPDATE declarations_declarations SET state = 5");

        var act = await _store.Get<IActs>().DecideRequest(asked.RequestId, true, "Agreed", Inspector);

        Assert.Equal([IntakeProblems.InvalidationReason], act.Problems.Select(problem => problem.Code));
        Assert.Equal(RequestState.Pending, _store.Declarations.Request(asked.RequestId)!.State);
    }

    [Fact]
    public async Task The_declarant_cannot_be_changed_and_wrong_content_is_refused()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));

        var other = await _store.Lodge(Amendment(
            H7(Numbered("A-1") with { Declarant = "NL007654321" }), lodged.Mrn));
        var wrong = await _store.Lodge(Amendment(Rejected("A-1"), lodged.Mrn, "COR-2"));

        Assert.Equal([IntakeProblems.AmendmentDeclarant], other.Problems.Select(problem => problem.Code));
        Assert.Contains("18 05 001 000", wrong.Problems.Select(problem => problem.DataElement));
        Assert.Equal((RequestState.Rejected, 1), (wrong.RequestState, _store.Declaration(lodged).Version));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_value_beyond_the_limit_counts_as_in_lodging()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));

        var answer = await _store.Lodge(Amendment(H7(Numbered("A-1") with { Value = "150.01" }), lodged.Mrn));

        Assert.Equal((MessageOutcome.Rejected, 1), (answer.Outcome, _store.Declaration(lodged).Version));
    }

    [Fact]
    public async Task Perhaps_other_goods_wait_for_a_person()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));

        var same = await _store.Lodge(Amendment(H7(Numbered("A-1") with { Code = "420222" }), lodged.Mrn));
        var strange = await _store.Lodge(Undetermined("A-2"));
        var other = await _store.Lodge(Amendment(
            H7(new Parcel("A-2", TransportDocument: "OTHER-1", Code: "420222")), strange.Mrn, "COR-2"));

        // The same transport document with other codes may be a correction of the codes.
        Assert.Equal(DeclarationState.Released, same.State);
        Assert.Equal((RequestState.Granted, DeclarationState.Accepted), (other.RequestState, other.State));
        Assert.Equal([IntakeProblems.AmendmentOtherGoods], other.Problems.Select(problem => problem.Code));
        Assert.Equal(["determine"], Tasks().Select(task => task.Kind));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_amendment_sent_again_is_answered_as_before_and_other_content_is_refused()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));
        var amendment = Amendment(H7("A-1"), lodged.Mrn);
        var first = await _store.Lodge(amendment);

        var again = await _store.Lodge(amendment);
        var other = await _store.Lodge(Amendment(H7(Numbered("A-1") with { Value = "1.00" }), lodged.Mrn));

        Assert.Equal(
            (MessageOutcome.Duplicate, first.RequestId, RequestState.Granted, MessageKind.Amendment),
            (again.Outcome, again.RequestId, again.RequestState, again.Kind));
        Assert.Equal(
            (MessageOutcome.Rejected, IntakeProblems.LrnInUse), (other.Outcome, Assert.Single(other.Problems).Code));
        Assert.Equal(2, _store.Declaration(lodged).Version);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_steps_of_the_amounts_are_those_of_the_version_that_stands()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));
        await _store.Lodge(Amendment(Lines("A-1", 2), lodged.Mrn));

        var steps = _store.Get<ICalculations>().Of(_store.Declaration(lodged));

        Assert.Equal([1, 2], steps.Select(step => step.ItemNumber).Distinct().Where(item => item > 0).Order());
    }

    private IEnumerable<HistoryKind> Kinds(long id) => _store.Declarations.History(id).Select(row => row.Kind);

    private IReadOnlyList<TaskRow> Tasks() => _store.Get<ITasks>().ListOpen([Role.Officer, Role.RecoveryOfficer]);
}
