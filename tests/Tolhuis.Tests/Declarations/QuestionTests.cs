// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Tests.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Declarations;

/// <summary>Lists, searches, periods and the pull box, over a store that the road has filled.</summary>
public sealed class QuestionTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = DutchTime.DateOf(TestStore.Start);
    private TestStore _store = null!;

    private IDeclarations Questions => _store.Declarations;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        await _store.Decide(Zip(
            H7("A-1"), Rejected("A-2"), Restricted("A-3"), Undetermined("A-4"),
            H7(Numbered("A-1") with { Declarant = "NL007654321" })));
        _store.Time.Advance(TimeSpan.FromDays(1));
        await _store.Lodge(H7("A-5"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void Each_condition_narrows_the_list_and_all_hold_together()
    {
        Assert.Equal(["A-5", "A-1", "A-4", "A-3", "A-2", "A-1"], Lrns(new DeclarationFilter()));
        Assert.Equal(["A-3"], Lrns(new DeclarationFilter(State: DeclarationState.UnderControl)));
        Assert.Equal(["A-2"], Lrns(new DeclarationFilter(State: DeclarationState.Rejected)));
        Assert.Equal(["A-1"], Lrns(new DeclarationFilter(DeclarantId: 2)));
        Assert.Empty(Lrns(new DeclarationFilter(DataSet: DataSet.H1)));
        Assert.Equal(6, Lrns(new DeclarationFilter(DataSet: DataSet.H7, SubmitterId: _store.House.Id)).Count);
        Assert.Empty(Lrns(new DeclarationFilter(SubmitterId: 999)));
        Assert.Equal(
            ["A-1"],
            Lrns(new DeclarationFilter(Search: "A-1", DeclarantId: 1, State: DeclarationState.Released)));
    }

    [Fact]
    public void Declarants_are_listed_together_newest_first_and_no_other_among_them()
    {
        Assert.Equal(["A-5", "A-1", "A-4", "A-3", "A-2", "A-1"], Lrns(new() { DeclarantIds = [2, 1, 2] }));
        Assert.Equal(["A-5", "A-1"], Lrns(new(Limit: 2) { DeclarantIds = [1, 2] }));
        Assert.Equal(["A-1"], Lrns(new() { DeclarantIds = [2] }));
        Assert.Equal(["A-1"], Lrns(new(Search: "A-1") { DeclarantIds = [2] }));
        Assert.Equal(["A-3"], Lrns(new(State: DeclarationState.UnderControl) { DeclarantIds = [1] }));
        Assert.Equal(["A-2"], Lrns(new(State: DeclarationState.Rejected) { DeclarantIds = [1] }));
        Assert.Empty(Lrns(new(State: DeclarationState.UnderControl) { DeclarantIds = [2] }));
        Assert.Empty(Lrns(new(State: DeclarationState.Rejected) { DeclarantIds = [2] }));
        Assert.Empty(Lrns(new() { DeclarantIds = [] }));
        Assert.Empty(Lrns(new(Search: "A-1") { DeclarantIds = [] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" AND d.state = 5")]
    [InlineData(" AND d.state = 2")]
    public void The_newest_of_a_declarant_are_found_without_sorting_all_of_his(string state)
    {
        using var connection = _store.Store.OpenRead();

        var plan = connection.Query<(int, int, int, string Detail)>(
            $"EXPLAIN QUERY PLAN SELECT d.id FROM declarations_declarations d WHERE d.declarant_id = 1{state} "
            + "ORDER BY d.id DESC LIMIT 50").ToList();

        Assert.Contains(plan, step => step.Detail.Contains("(declarant_id=?", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Detail.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_repeat()
    {
        var seen = new List<long>();
        long? before = null;
        for (var page = Page(); page.Count > 0; page = Page())
        {
            seen.AddRange(page.Select(row => row.Id));
            before = page[^1].Id;
        }

        Assert.Equal([6, 5, 4, 3, 2, 1], seen);

        IReadOnlyList<DeclarationRow> Page() => Questions.List(new DeclarationFilter(Before: before, Limit: 4));
    }

    [Fact]
    public void A_period_has_its_first_day_and_not_its_last()
    {
        Assert.Equal(5, Lrns(new DeclarationFilter(ReceivedFrom: Monday, ReceivedUntil: Monday.AddDays(1))).Count);
        Assert.Equal(["A-5"], Lrns(new DeclarationFilter(ReceivedFrom: Monday.AddDays(1))));
        Assert.Empty(Lrns(new DeclarationFilter(ReceivedUntil: Monday)));
        Assert.Empty(Lrns(new DeclarationFilter(ReceivedFrom: Monday.AddDays(2))));
    }

    [Fact]
    public void A_search_finds_a_local_reference_number_of_every_owner_and_a_movement_number_in_any_spelling()
    {
        var row = Questions.List(new DeclarationFilter(Search: "A-5")).Single();
        var mrn = row.Mrn.ToString();

        Assert.Equal(2, Lrns(new DeclarationFilter(Search: " A-1 ")).Count);
        Assert.Empty(Lrns(new DeclarationFilter(Search: "A-")));
        Assert.Equal(["A-5"], Lrns(new DeclarationFilter(Search: mrn)));
        Assert.Equal(["A-5"], Lrns(new DeclarationFilter(Search: $"{mrn[..4]} {mrn[4..]}".ToLowerInvariant())));
        Assert.Equal(row.Id, Questions.Find(row.Mrn)!.Id);
    }

    [Fact]
    public void A_number_of_another_year_or_of_a_rejected_declaration_finds_nothing()
    {
        var otherYear = Mrn.ForSequence(new DateOnly(2025, 7, 6), 1);
        var rejected = Mrn.ForSequence(Monday, 2);

        Assert.Null(Questions.Find(otherYear));
        Assert.Empty(Lrns(new DeclarationFilter(Search: otherYear.ToString())));
        Assert.Null(Questions.Find(rejected));
        Assert.Empty(Lrns(new DeclarationFilter(Search: rejected.ToString())));
        Assert.Null(Questions.Find(99));
    }

    [Fact]
    public void A_search_by_local_reference_number_reads_no_whole_week()
    {
        var table = DecisionStore.LrnTable((int)_store.Scalar<long>("SELECT min(week) FROM declarations_lrn_weeks"));
        using var connection = _store.Store.OpenRead();

        var plan = connection.Query<(int, int, int, string Detail)>(
            $"EXPLAIN QUERY PLAN SELECT declaration_id FROM {table} WHERE owner = 1 AND lrn = 'A-1' "
            + "AND kind IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)");

        Assert.Contains(plan, step => step.Detail.Contains("owner=? AND kind=? AND lrn=?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pull_box_gives_each_row_after_the_cursor_and_again_for_thirty_days()
    {
        var now = _store.Time.NowMicroseconds();
        var all = Questions.Notifications(_store.House.Id, 0, 500, now);
        var stranger = await _store.NewSubmitter("Snelpost BV", "NL003333333");

        Assert.All(all, row => Assert.True((int)row.Kind < 50, $"{row.Kind} is for the house only"));
        Assert.Equal(all.Skip(2), Questions.Notifications(_store.House.Id, all[1].Seq, 500, now));
        Assert.Equal(all.Take(3), Questions.Notifications(_store.House.Id, 0, 3, now));
        Assert.Empty(Questions.Notifications(stranger.Id, 0, 500, now));
        var later = DutchTime.ToMicroseconds(TestStore.Start.AddDays(30));
        Assert.Equal(all, Questions.Notifications(_store.House.Id, 0, 500, later));
        Assert.Equal(
            ["A-5"],
            Questions.Notifications(_store.House.Id, 0, 500, later + 1)
                .Select(row => Questions.Find(row.DeclarationId)!.Lrn).Distinct());
    }

    [Fact]
    public void Totals_of_a_day_are_those_of_its_declarations()
    {
        var rows = Questions.Days(Monday, Monday.AddDays(1));

        Assert.Equal((4L, 1L), (rows.Sum(row => row.Accepted), rows.Sum(row => row.Rejected)));
        Assert.Equal(
            (4L, 2L, 1L, 1L),
            (rows.Sum(row => row.Lines), rows.Sum(row => row.Released), rows.Sum(row => row.Selected),
                rows.Sum(row => row.Undecided)));
        Assert.Equal([1L, 2L], rows.Select(row => row.DeclarantId).Order());
        Assert.Empty(Questions.Days(Monday.AddDays(2), Monday.AddDays(9)));
        Assert.Equal(
            [DeclarationState.Accepted, DeclarationState.UnderControl], Questions.CountWaiting().Keys.Order());
    }

    [Fact]
    public void Lines_and_problems_are_those_of_their_declaration_only()
    {
        var rejected = Questions.List(new DeclarationFilter(State: DeclarationState.Rejected)).Single();
        var released = Questions.List(new DeclarationFilter(Search: "A-5")).Single();

        Assert.NotEmpty(Questions.Problems(rejected.Id));
        Assert.Empty(Questions.Problems(released.Id));
        // The rejected one, and the one after it, whose goods ask for a document that it lacks.
        Assert.Equal([rejected.Id, 3], Questions.ProblemsBetween(1, 4).Select(group => group.Key));
        Assert.Empty(Questions.Lines(rejected));
        Assert.Equal(1, Assert.Single(Questions.Lines(released)).Item);
        Assert.Empty(Questions.Lines(released, limit: 0));
    }

    private List<string> Lrns(DeclarationFilter filter) => [.. Questions.List(filter).Select(row => row.Lrn)];
}
