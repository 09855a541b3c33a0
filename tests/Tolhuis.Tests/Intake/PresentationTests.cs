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

/// <summary>Pre-lodged, presented or lapsed: law, draw and order are those of the day of presentation.</summary>
public sealed class PresentationTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_pre_lodged_declaration_is_received_and_nothing_is_decided_on_it()
    {
        // Fur of a protected species: it would be selected if it were presented.
        var answer = await _store.Lodge(OfType(Restricted("D-1"), 'D'));

        var row = _store.Declaration(answer);
        Assert.Equal(
            (MessageOutcome.Accepted, DeclarationState.Received, 1, 1),
            (answer.Outcome, answer.State, answer.Lines, answer.Undecided));
        Assert.Equal((DeclarationState.Received, 'D', null), (row.State, row.AdditionalType, row.AcceptedOn));
        Assert.Equal(new DateOnly(2026, 8, 5), row.LapsesOn);
        Assert.False(answer.Mrn.IsEmpty);
        Assert.Equal((0L, 0L, 0L), (row.ValueCents, row.DutyCents, row.VatCents));
        Assert.Equal(LineOutcome.AwaitsPresentation, Assert.Single(_store.Declarations.Lines(row)).Outcome);
        Assert.Equal([HistoryKind.Received], Kinds(row.Id));
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.Officer]));
        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM risk_selections"));
        Assert.Equal((1, 0, 0), DayOf(2026, 7, 6));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Terms_are_counted_and_listed_by_the_day_on_which_they_end()
    {
        var first = await _store.Lodge(Prelodged("D-1"));
        _store.Time.Advance(TimeSpan.FromDays(10));
        var second = await _store.Lodge(Prelodged("D-2"));
        await _store.Lodge(H7("A-1"));
        var lastOfFirst = _store.Declaration(first).LapsesOn!.Value;

        var questions = _store.Declarations;
        Assert.Equal(new TermCounts(2, 0, 0), questions.CountTerms(lastOfFirst.AddDays(-6), 5));
        Assert.Equal(new TermCounts(2, 1, 0), questions.CountTerms(lastOfFirst.AddDays(-5), 5));
        var next = lastOfFirst.AddDays(1);
        var soon = new DeclarationFilter { Term = DeclarationTerm.Presentation, LastDayBefore = next };
        Assert.Equal([first.DeclarationId], questions.List(soon).Select(row => row.Id));
        Assert.Equal(
            [second.DeclarationId, first.DeclarationId],
            questions.List(new DeclarationFilter(State: DeclarationState.Received)).Select(row => row.Id));
        Assert.Empty(questions.List(new DeclarationFilter { Term = DeclarationTerm.Supplement }));
    }

    [Fact]
    public async Task Presented_it_is_accepted_and_decided_as_of_that_day()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        _store.Time.Advance(TimeSpan.FromDays(3));

        var answer = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal(
            (MessageOutcome.Accepted, MessageKind.Presentation, RequestState.Granted, DeclarationState.Released),
            (answer.Outcome, answer.Kind, answer.RequestState, answer.State));
        Assert.Equal((lodged.DeclarationId, lodged.Mrn), (answer.DeclarationId, answer.Mrn));
        var row = _store.Declarations.Find(lodged.Mrn)!;
        Assert.Equal((new DateOnly(2026, 7, 9), new DateOnly(2026, 7, 9)), (row.AcceptedOn, row.DrawDay));
        Assert.Equal((2, null), (row.Version, row.LapsesOn));
        Assert.Equal(300, row.DutyCents);
        Assert.Equal([HistoryKind.Received, HistoryKind.Accepted, HistoryKind.Released], Kinds(row.Id));
        var versions = _store.Declarations.Versions(row.Id);
        Assert.Equal([('D', MessageKind.NewDeclaration), ('A', MessageKind.Presentation)],
            versions.Select(version => (version.DecidedAs, version.Kind)));
        Assert.Equal(answer.RequestId, versions[1].RequestId);
        Assert.Equal(LineOutcome.AwaitsPresentation, _store.Declarations.Lines(versions[0]).Single().Outcome);
        Assert.Equal(((1, 0, 0), (0, 1, 1)), (DayOf(2026, 7, 6), DayOf(2026, 7, 9)));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Selection_and_doubt_are_told_only_once_the_goods_are_presented()
    {
        var fur = await _store.Lodge(OfType(Restricted("D-1"), 'D'));
        var strange = await _store.Lodge(OfType(Undetermined("D-2"), 'D'));

        var held = await _store.Lodge(Presentation(fur.Mrn));
        var doubtful = await _store.Lodge(Presentation(strange.Mrn, "GPR-2"));

        Assert.Equal(
            (DeclarationState.UnderControl, DeclarationState.Accepted), (held.State, doubtful.State));
        Assert.Equal(["control", "determine"],
            _store.Get<ITasks>().ListOpen([Role.Officer]).Select(task => task.Kind).Order());
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_declaration_and_its_presentation_in_one_file_are_decided_in_their_order()
    {
        var mrn = Mrn.ForSequence(DutchTime.DateOf(TestStore.Start), 1);

        var file = await _store.Decide(Zip(
            Prelodged("D-1"), Presentation(mrn), Presentation(mrn), Presentation(mrn, "GPR-2"), H7("A-1")));

        Assert.Equal((3L, 1L, 1L), (file.Counts.Accepted, file.Counts.Rejected, file.Counts.Duplicates));
        var receipts = _store.Files.Receipts(file.Id);
        Assert.Equal(
            [MessageKind.NewDeclaration, MessageKind.Presentation, MessageKind.Presentation, MessageKind.Presentation,
                MessageKind.NewDeclaration],
            receipts.Select(receipt => receipt.Kind));
        Assert.Equal((1L, 2L, RequestState.Granted, DeclarationState.Released),
            (receipts[1].DeclarationId, receipts[1].RequestId, receipts[1].RequestState, receipts[1].State));
        Assert.Equal((1L, 2L), (receipts[2].DeclarationId, receipts[2].RequestId));
        Assert.Equal([IntakeProblems.PresentationNotAwaited], receipts[3].Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_presentation_before_its_declaration_names_an_unknown_number_and_may_come_again()
    {
        var mrn = Mrn.ForSequence(DutchTime.DateOf(TestStore.Start), 2);

        var early = await _store.Lodge(Presentation(mrn));
        await _store.Lodge(Prelodged("D-1"));
        var again = await _store.Lodge(Presentation(mrn));

        Assert.Equal([IntakeProblems.RequestMrnUnknown], early.Problems.Select(problem => problem.Code));
        Assert.Equal((0L, RequestState.Rejected), (early.DeclarationId, early.RequestState));
        Assert.Equal((MessageOutcome.Accepted, DeclarationState.Released), (again.Outcome, again.State));
        Assert.Equal(2, _store.Declarations.Request(again.RequestId)!.Attempt);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Rates_and_relief_are_those_of_the_day_of_presentation_across_a_change_of_law()
    {
        var parcel = Numbered("D-1") with { Additional = "C07", Value = "40.00" };
        // Before 1 July 2026 a parcel under EUR 150 had relief (C07); then EUR 3 per item.
        var june = new DateTimeOffset(2026, 6, 29, 10, 0, 0, TimeSpan.Zero);
        await _store.Decide(Prelodged(parcel), at: june);
        await _store.Decide(Prelodged(parcel with { Lrn = "D-2", TransportDocument = "CPD-2" }), at: june);
        var first = Mrn.ForSequence(new DateOnly(2026, 6, 29), 1);
        var second = Mrn.ForSequence(new DateOnly(2026, 6, 29), 2);

        await _store.Decide(Presentation(first), at: june.AddDays(1));
        await _store.Decide(Presentation(second, "GPR-2"), at: june.AddDays(2));

        var relieved = _store.Declarations.Find(first)!;
        Assert.Equal((new DateOnly(2026, 6, 30), 0L), (relieved.AcceptedOn, relieved.DutyCents));
        // C07 is no longer in the law of 1 July: the notice is refused, and the declaration waits to be amended.
        var waiting = _store.Declarations.Find(second)!;
        Assert.Equal((DeclarationState.Received, 1), (waiting.State, waiting.Version));
        var request = Assert.Single(_store.Declarations.Requests(waiting.Id));
        Assert.Equal(RequestState.Rejected, request.State);
        Assert.NotEmpty(_store.Declarations.Problems(request.Id));

        await _store.Decide(
            Amendment(H7(parcel with { Lrn = "D-2", TransportDocument = "CPD-2", Additional = "F48" }), second),
            at: june.AddDays(3));
        await _store.Decide(Presentation(second, "GPR-3"), at: june.AddDays(3));

        var presented = _store.Declarations.Find(second)!;
        Assert.Equal((DeclarationState.Released, 300L, 3), (presented.State, presented.DutyCents, presented.Version));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_is_not_presented_in_time_lapses_once_and_the_notice_after_it_is_refused()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        var last = _store.Declaration(lodged).LapsesOn!.Value;
        var acts = _store.Get<IActs>();
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(last.AddDays(1)) - 1));
        Assert.Equal(0, await acts.PassTerms());
        Assert.Equal(DeclarationState.Received, _store.Declaration(lodged).State);

        // What came at the last moment may still wait to be decided.
        _store.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await acts.PassTerms());
        _store.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((1, 0), (await acts.PassTerms(), await acts.PassTerms()));

        Assert.Equal(
            (DeclarationState.Lapsed, null), (_store.Declaration(lodged).State, _store.Declaration(lodged).LapsesOn));
        Assert.Equal([HistoryKind.Received, HistoryKind.Lapsed], Kinds(lodged.DeclarationId));
        var late = await _store.Lodge(Presentation(lodged.Mrn));
        Assert.Equal([IntakeProblems.PresentationLapsed], late.Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_file_that_came_in_time_keeps_its_declarations_from_lapsing_until_it_is_decided()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        _store.Time.Advance(TimeSpan.FromDays(40));
        var acts = _store.Get<IActs>();
        await _store.Tamper(
            "INSERT INTO intake_files (submitter_id, token_id, name, content_hash, bytes, received_at, state, entries, "
            + "next_entry) SELECT 1, 0, 'late.zip', x'00', 1, received_at, 1, 1, 0 FROM declarations_declarations");

        Assert.Equal(0, await acts.PassTerms());
        await _store.Tamper("UPDATE intake_files SET state = 2");

        Assert.Equal(1, await acts.PassTerms());
        Assert.Equal(DeclarationState.Lapsed, _store.Declaration(lodged).State);
    }

    [Fact]
    public async Task A_notice_after_the_last_day_lets_it_lapse_even_if_no_one_looked_before()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        _store.Time.Advance(TimeSpan.FromDays(31));

        var late = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal((MessageOutcome.Rejected, DeclarationState.Lapsed), (late.Outcome, late.State));
        Assert.Equal(0, await _store.Get<IActs>().PassTerms());
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Whoever_may_not_act_for_the_declarant_learns_nothing_of_the_number()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        var stranger = await _store.NewSubmitter("Stranger", "NL005555555", "NL005555555");

        var refused = await _store.Lodge(Presentation(lodged.Mrn), stranger);
        var nothing = await _store.Lodge(
            Presentation(Mrn.ForSequence(new DateOnly(2026, 7, 6), 4_711), "GPR-2"), stranger);

        Assert.Equal(
            nothing.Problems.Select(problem => problem.Code), refused.Problems.Select(problem => problem.Code));
        Assert.Equal(
            (nothing.DeclarationId, nothing.State, nothing.Mrn), (refused.DeclarationId, refused.State, refused.Mrn));
        Assert.Equal(DeclarationState.Received, _store.Declaration(lodged).State);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_notice_that_fails_in_the_program_leaves_no_trace_of_a_presentation()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        _store.Road.Decider.Sabotage = message =>
            message.Checked.LrnText == "BAD" ? new InvalidOperationException("planted") : null;

        var file = await _store.Decide(
            Zip(Presentation(lodged.Mrn, "GPR-1"), H7("BAD"), Presentation(lodged.Mrn, "X")));

        Assert.Equal((1L, 1L, 1L), (file.Counts.Accepted, file.Counts.Rejected, file.Counts.Quarantined));
        Assert.Equal(2, _store.Declaration(lodged).Version);
        Assert.Empty(_store.Verify());
        await _store.Restart();
        Assert.Equal(
            MessageOutcome.Duplicate, (await _store.Lodge(Presentation(lodged.Mrn))).Outcome);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Of_two_notices_racing_only_one_presents()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => _store.Lodge(Presentation(lodged.Mrn, $"GPR-{i}")))));

        Assert.Single(answers, answer => answer.Outcome == MessageOutcome.Accepted);
        Assert.Equal(2, _store.Declaration(lodged).Version);
        Assert.Empty(_store.Verify());
    }

    private IEnumerable<HistoryKind> Kinds(long id) => _store.Declarations.History(id).Select(row => row.Kind);

    private (long Received, long Accepted, long Lines) DayOf(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);
        var rows = _store.Declarations.Days(date, date.AddDays(1));
        return (rows.Sum(row => row.Received), rows.Sum(row => row.Accepted), rows.Sum(row => row.Lines));
    }
}
