// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>Invalidation, before and after acceptance and release (UCC 174, Delegated Regulation 2015/2446 art. 148).
/// </summary>
public sealed class InvalidationTests : IAsyncLifetime
{
    private static readonly Actor Inspector = new(ActorKind.Person, 7, "Inspector De Boer");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_received_declaration_is_invalidated_at_once()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));

        var answer = await _store.Lodge(Invalidation(lodged.Mrn));

        Assert.Equal((RequestState.Granted, DeclarationState.Invalidated), (answer.RequestState, answer.State));
        Assert.Equal(
            [HistoryKind.Received, HistoryKind.RequestDecided, HistoryKind.Invalidated],
            _store.Declarations.History(lodged.DeclarationId).Select(row => row.Kind));
        var presented = await _store.Lodge(Presentation(lodged.Mrn));
        Assert.Equal([IntakeProblems.PresentationNotAwaited], presented.Problems.Select(problem => problem.Code));
        _store.Time.Advance(TimeSpan.FromDays(60));
        Assert.Equal(0, await _store.Get<IActs>().PassTerms());
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Under_control_it_waits_for_the_examination_and_then_for_a_person()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));

        var answer = await _store.Lodge(Invalidation(lodged.Mrn));

        Assert.Equal(
            (RequestState.AwaitsExamination, DeclarationState.UnderControl), (answer.RequestState, answer.State));
        var task = Assert.Single(Tasks(), row => row.ObjectKind == "request");
        Assert.Equal(("invalidation", answer.RequestId.ToString(null as IFormatProvider)), (task.Kind, task.ObjectId));
        Assert.Empty(_store.Verify());

        var early = await Decide(answer.RequestId, true, "Agreed");
        Assert.Equal([IntakeProblems.ActExaminationMissing], early.Problems.Select(problem => problem.Code));
        var future = await Decide(answer.RequestId, true, "Agreed", Examined(1));
        Assert.Equal([IntakeProblems.ActExaminationDay], future.Problems.Select(problem => problem.Code));
        var wordless = await Decide(answer.RequestId, true, "Agreed", Examined(0, "  "));
        Assert.Equal([IntakeProblems.ActExaminationMissing], wordless.Problems.Select(problem => problem.Code));
        Assert.Equal(RequestState.AwaitsExamination, _store.Declarations.Request(answer.RequestId)!.State);

        var act = await Decide(answer.RequestId, true, "Agreed", Examined(0));

        Assert.Equal(DeclarationState.Invalidated, act.State);
        var stated = Assert.Single(_store.Declarations.RequestActs(answer.RequestId));
        Assert.Equal(
            (RequestActKind.Examined, "As declared", Inspector.Name, new DateOnly(2026, 7, 6)),
            (stated.Kind, stated.Text, stated.By, stated.Day!.Value));
        Assert.Contains(
            _store.Get<IAuditTrail>().List(),
            row => row.Action == "intake:grant-request" && row.Details == "examined 2026-07-06");
        Assert.Empty(Tasks());
        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM controls_orders WHERE state <> 3"));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task After_release_an_allowed_reason_within_the_term_waits_for_a_person_who_may_grant_it()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        Assert.Equal(300, Day().DutyCents);

        var answer = await _store.Lodge(Invalidation(lodged.Mrn));
        var second = await _store.Lodge(Invalidation(lodged.Mrn, "INV-2"));

        Assert.Equal((RequestState.Pending, DeclarationState.Released), (answer.RequestState, answer.State));
        Assert.Equal([IntakeProblems.RequestUndecided], second.Problems.Select(problem => problem.Code));
        Assert.Equal(answer.RequestId, Assert.Single(_store.Declarations.PendingRequests()).Id);
        Assert.True((await Decide(answer.RequestId, true, "")).IsDone);
        var request = _store.Declarations.Request(answer.RequestId)!;
        Assert.Equal((RequestState.Granted, Inspector.Name), (request.State, request.DecidedBy));
        Assert.Equal(DeclarationState.Invalidated, _store.Declaration(lodged).State);
        Assert.Equal((1L, 1L, 0L), (Day().Accepted, Day().Lines, Day().DutyCents));
        Assert.Empty(_store.Declarations.PendingRequests());
        // Nothing more can be asked about it.
        var third = await _store.Lodge(Invalidation(lodged.Mrn, "INV-3"));
        Assert.Equal([IntakeProblems.RequestState], third.Problems.Select(problem => problem.Code));
        Assert.DoesNotContain(third.Problems[0].Arguments, value => Enum.TryParse<DeclarationState>(value, out _));
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(Invalidation(lodged.Mrn))).Outcome);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_denial_needs_a_reason_which_the_declarant_gets_without_the_name()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        var answer = await _store.Lodge(Invalidation(lodged.Mrn));

        var without = await Decide(answer.RequestId, false, "  ");
        var denied = await Decide(
            answer.RequestId, false, "The goods are in use", new DecisionStatement("10-a"));
        var again = await Decide(answer.RequestId, true, "Second thoughts");

        Assert.Equal([IntakeProblems.ActReason], without.Problems.Select(problem => problem.Code));
        Assert.True(denied.IsDone);
        Assert.Equal([IntakeProblems.ActNotOpen], again.Problems.Select(problem => problem.Code));
        Assert.Equal(
            [IntakeProblems.ActRequestUnknown],
            (await Decide(999, true, "")).Problems.Select(problem => problem.Code));
        var told = Assert.Single(
            _store.Declarations.History(lodged.DeclarationId), row => row.Kind == HistoryKind.RequestDecided);
        Assert.Equal(
            new RequestDecided(answer.RequestId, RequestState.Denied, "The goods are in use"),
            RequestDecided.Parse(told.Detail));
        Assert.DoesNotContain(Inspector.Name, told.Detail, StringComparison.Ordinal);
        Assert.Contains(
            _store.Get<IAuditTrail>().List(),
            row => row.Action == "intake:deny-request" && row.ActorName == Inspector.Name);
        Assert.Equal(DeclarationState.Released, _store.Declaration(lodged).State);
        // What was denied may be asked again.
        Assert.Equal(
            RequestState.Pending, (await _store.Lodge(Invalidation(lodged.Mrn, "INV-2"))).RequestState);
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("3", 0, IntakeProblems.InvalidationReason)]
    [InlineData("122", 92, IntakeProblems.InvalidationTooLate)]
    public async Task After_release_another_reason_or_a_later_day_is_refused(string reason, int days, string code)
    {
        var lodged = await _store.Lodge(H7("A-1"));
        _store.Time.Advance(TimeSpan.FromDays(days));

        var answer = await _store.Lodge(Invalidation(lodged.Mrn, reason: reason));

        Assert.Equal((MessageOutcome.Rejected, RequestState.Rejected), (answer.Outcome, answer.RequestState));
        Assert.Contains(code, answer.Problems.Select(problem => problem.Code));
        Assert.Equal(DeclarationState.Released, _store.Declaration(lodged).State);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task On_the_last_day_of_the_term_it_can_still_be_asked()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        // 90 days after Monday 6 July 2026 is Sunday 4 October: the term ends on Monday the 5th.
        _store.Time.Advance(TimeSpan.FromDays(91) - TimeSpan.FromHours(1));
        Assert.Equal(
            RequestState.Pending, (await _store.Lodge(Invalidation(lodged.Mrn, "INV-2"))).RequestState);
    }

    [Fact]
    public async Task Before_release_any_reason_waits_for_a_person()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));

        var answer = await _store.Lodge(Invalidation(lodged.Mrn, reason: "3"));
        await Decide(answer.RequestId, true, "Agreed");

        Assert.Equal(RequestState.Pending, answer.RequestState);
        Assert.Equal(DeclarationState.Invalidated, _store.Declaration(lodged).State);
        Assert.Empty(Tasks());
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_sender_of_the_request_is_told_what_was_decided_on_it()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        var other = await _store.NewSubmitter("Second agent", "NL001234567", "NL001234567");
        var answer = await _store.Lodge(Invalidation(lodged.Mrn), other);

        await Decide(answer.RequestId, true, "Agreed");

        var now = DutchNow();
        Assert.Equal(
            [HistoryKind.Received, HistoryKind.RequestDecided],
            _store.Declarations.Notifications(other.Id, 0, 50, now).Select(row => row.Kind));
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.Released, HistoryKind.Invalidated],
            _store.Declarations.Notifications(_store.House.Id, 0, 50, now).Select(row => row.Kind));
        Assert.Empty(_store.Verify());
    }

    private Task<ActAnswer> Decide(
        long requestId, bool isGranted, string reason, DecisionStatement? states = null) =>
        _store.Get<IActs>().DecideRequest(requestId, isGranted, reason, Inspector, states);

    private static DecisionStatement Examined(int daysLater, string result = "As declared") =>
        new(Examination: new ExaminationStated(new DateOnly(2026, 7, 6).AddDays(daysLater), result));

    private IReadOnlyList<TaskRow> Tasks() => _store.Get<ITasks>().ListOpen([Role.Officer, Role.RecoveryOfficer]);

    private DayRow Day() => Assert.Single(
        _store.Declarations.Days(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 7)));

    private long DutchNow() => DutchTime.ToMicroseconds(_store.Time.GetUtcNow());
}
