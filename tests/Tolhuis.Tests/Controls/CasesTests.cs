// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Controls;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.ControlTestTools;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Controls;

/// <summary>The worklist of controls: stages, filters, pages, and what is hidden while one examines.</summary>
public sealed class CasesTests : ControlTest
{
    [Fact]
    public async Task Each_stage_has_its_cases_and_its_number()
    {
        var fresh = await _store.Lodge(Restricted("A-1"));
        var asked = await Found("A-2", FollowUpKind.Correction);
        var came = await Found("A-3", FollowUpKind.Correction);
        await _store.Lodge(Amendment(Fur("A-3"), came.Mrn));
        var decide = await Found("A-4", FollowUpKind.NoRelease);
        var heard = await Found("A-5", FollowUpKind.NoRelease);
        await Announce(heard, _store.Time.GetUtcNow().AddHours(24));

        var stages = Enum.GetValues<ControlStage>().ToDictionary(
            stage => stage,
            stage => Controls.Cases(new ControlFilter(stage)).Select(found => found.DeclarationId).ToList());

        Assert.Equal([fresh.DeclarationId], stages[ControlStage.ToExamine]);
        Assert.Equal([asked.DeclarationId], stages[ControlStage.AwaitsCorrection]);
        Assert.Equal([came.DeclarationId], stages[ControlStage.CorrectionCame]);
        Assert.Equal([heard.DeclarationId], stages[ControlStage.AwaitsView]);
        Assert.Equal([decide.DeclarationId], stages[ControlStage.ToDecide]);
        Assert.All(Controls.CountCases(), pair => Assert.Equal(1, pair.Value));
        Assert.All(stages, pair => Assert.Equal(pair.Key, Controls.CaseOf(pair.Value[0])!.Stage));
    }

    [Fact]
    public async Task A_question_whose_last_day_is_over_is_no_longer_waited_for()
    {
        var seen = await Found("A-1", FollowUpKind.Correction);
        var unseen = await _store.Lodge(Restricted("A-2"));
        await _store.Get<IActs>().AskCorrection(unseen.DeclarationId, "Say what it is", _officer);
        var due = Assert.Single(_store.Declarations.CorrectionsAsked(seen.DeclarationId)).DueOn;
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(due)));
        Assert.Equal(2, Controls.CountCases()[ControlStage.AwaitsCorrection]);

        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(due.AddDays(1))));

        Assert.Equal(ControlStage.ToDecide, Controls.CaseOf(seen.DeclarationId)!.Stage);
        Assert.Equal(ControlStage.ToExamine, Controls.CaseOf(unseen.DeclarationId)!.Stage);
        Assert.Equal(0, Controls.CountCases()[ControlStage.AwaitsCorrection]);
        Assert.Equal(2, Controls.Cases(new ControlFilter()).Count);
    }

    [Fact]
    public async Task The_term_to_be_heard_or_a_view_ends_the_waiting()
    {
        var late = await Found("A-1", FollowUpKind.NoRelease);
        var viewed = await Found("A-2", FollowUpKind.NoRelease);
        await Announce(late, _store.Time.GetUtcNow());
        await Announce(viewed, _store.Time.GetUtcNow().AddHours(24));
        Assert.Equal(ControlStage.AwaitsView, Controls.CaseOf(viewed.DeclarationId)!.Stage);

        await _store.Tamper(
            $"UPDATE controls_hearings SET view = 'No', view_at = 1 WHERE declaration_id = {viewed.DeclarationId}");

        Assert.Equal(ControlStage.ToDecide, Controls.CaseOf(late.DeclarationId)!.Stage);
        Assert.Equal(ControlStage.ToDecide, Controls.CaseOf(viewed.DeclarationId)!.Stage);
        Assert.Equal(2, Controls.Cases(new ControlFilter(ControlStage.ToDecide)).Count);
        var hearing = Assert.Single(Controls.Hearings(viewed.DeclarationId));
        Assert.Equal((IntendedKind.NoRelease, "No"), (hearing.Kind, hearing.View));
    }

    [Fact]
    public async Task Open_hearings_of_declarants_are_those_on_which_something_can_still_be_said_nearest_end_first()
    {
        var late = await Found("A-1", FollowUpKind.NoRelease);
        var soon = await Found("A-2", FollowUpKind.NoRelease);
        var over = await Found("A-3", FollowUpKind.NoRelease);
        var viewed = await Found("A-4", FollowUpKind.NoRelease);
        var decided = await Found("A-5", FollowUpKind.NoRelease);
        var now = _store.Time.GetUtcNow();
        await Announce(late, now.AddHours(24));
        await Announce(soon, now.AddHours(2));
        await Announce(over, now);
        await Announce(viewed, now.AddHours(24));
        await Announce(decided, now.AddHours(24));
        await _store.Tamper(
            $"UPDATE controls_hearings SET view = 'No', view_at = 1 WHERE declaration_id = {viewed.DeclarationId}");
        await _store.Tamper(
            $"UPDATE controls_hearings SET decided_at = 1 WHERE declaration_id = {decided.DeclarationId}");
        var declarants = new[] { late, soon, over, viewed, decided }
            .Select(one => _store.Get<IDeclarations>().Find(one.DeclarationId)!.DeclarantId).Distinct().ToList();

        Assert.Equal([soon.DeclarationId, late.DeclarationId], Ids(Controls.HearingsOpen(declarants)));
        Assert.Equal([soon.DeclarationId], Ids(Controls.HearingsOpen(declarants, 1)));
        Assert.Empty(Controls.HearingsOpen([declarants.Max() + 1]));
        Assert.Empty(Controls.HearingsOpen([]));

        static IEnumerable<long> Ids(IReadOnlyList<Hearing> hearings) => hearings.Select(h => h.DeclarationId);
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        await _store.Decide(Zip(Enumerable.Range(1, 3).Select(i => Restricted($"A-{i}"))));
        var first = Controls.Cases(new ControlFilter())[0];
        await Acts.TakeControl(first.DeclarationId, _officer);

        Assert.Equal(3, Controls.Cases(new ControlFilter(Kind: 1, DataSet: DataSet.H7)).Count);
        Assert.Empty(Controls.Cases(new ControlFilter(Kind: 3)));
        Assert.Empty(Controls.Cases(new ControlFilter(DataSet: DataSet.H1)));
        Assert.Equal(2, Controls.Cases(new ControlFilter(IsFree: true)).Count);
        var mine = Assert.Single(Controls.Cases(new ControlFilter(HeldBy: _officer.Id)));
        Assert.Equal((first.DeclarationId, _officer.Name), (mine.DeclarationId, mine.HeldByName));
        Assert.Empty(Controls.Cases(new ControlFilter(IsOverdue: true)));
        _store.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(2, Controls.Cases(new ControlFilter(ControlStage.ToExamine, IsFree: true, IsOverdue: true)).Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_key_those_without_a_term_last()
    {
        await _store.Decide(Zip(Enumerable.Range(1, 7).Select(i => Restricted($"A-{i}"))));
        await _store.Tamper(
            "UPDATE access_tasks SET due_at = NULL WHERE id <= 2; UPDATE access_tasks SET due_at = 5 WHERE id = 6");

        var seen = new List<long>();
        long? after = null;
        while (Controls.Cases(new ControlFilter(After: after, Limit: 2)) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(found => found.TaskId));
            after = seen[^1];
        }

        Assert.Equal([6, 3, 4, 5, 7, 1, 2], seen);
    }

    [Fact]
    public async Task A_sample_is_examined_blind_until_its_finding_and_a_control_by_law_never()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        Assert.False(Controls.CaseOf(lodged.DeclarationId)!.IsBlind);
        await _store.Tamper("UPDATE controls_orders SET kind = 2");
        var order = _store.Orders(lodged)[0];
        Assert.True(Controls.IsBlind(order));
        Assert.True(Controls.CaseOf(lodged.DeclarationId)!.IsBlind);
        await _store.Take(lodged, _officer);

        await _store.Record(Wrong(order), _officer);

        Assert.True(Assert.Single(Controls.Findings(lodged.DeclarationId)).WasBlind);
        Assert.False(Controls.IsBlind(Controls.Find(order.Id)!));
        Assert.False(Controls.CaseOf(lodged.DeclarationId)!.IsBlind);
    }

    [Fact]
    public async Task A_sample_whose_item_was_replaced_is_examined_in_the_open()
    {
        var lodged = await _store.Lodge(Changed(Lines("A-1", 2), message => message.Descendants()
            .Where(element => element.Name.LocalName == "Classification").ElementAt(1).Elements()
            .Single(element => element.Name.LocalName == "ID").Value = "430160"));
        await _store.Tamper("UPDATE controls_orders SET kind = 2");
        await _store.Take(lodged, _officer);
        await _store.Record(Wrong(Assert.Single(_store.Orders(lodged))), _officer);
        await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn));

        var order = Assert.Single(_store.Orders(lodged));

        Assert.Equal(ControlStage.ToExamine, Controls.CaseOf(lodged.DeclarationId)!.Stage);
        Assert.False(Controls.IsBlind(order));
        Assert.False(Controls.CaseOf(lodged.DeclarationId)!.IsBlind);
        Assert.False(Assert.Single(Controls.Cases(new ControlFilter())).IsBlind);
    }

    [Fact]
    public void The_dated_share_of_profiles_is_drawn_the_same_at_every_look()
    {
        var law = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 6));
        var drawn = Enumerable.Range(1, 10_000).Count(id => BlindShares.IsDrawn(law, id, 3));

        // A fifth of 10,000 with a standard deviation of 40.
        Assert.InRange(drawn, 1_800, 2_200);
        Assert.All(Enumerable.Range(1, 100), id => Assert.Equal(
            BlindShares.IsDrawn(law, id, 3), BlindShares.IsDrawn(law, id, 3)));
        Assert.All(Enumerable.Range(1, 100), id => Assert.True(BlindShares.IsDrawn(law, id, 2)));
        Assert.All(Enumerable.Range(1, 100), id => Assert.False(BlindShares.IsDrawn(law, id, 1)));
        Assert.False(BlindShares.IsDrawn(LawEdition.BuiltIn.On(new DateOnly(2019, 1, 1)), 1, 2));
    }

    [Fact]
    public async Task Next_leaves_out_what_waits_for_a_declarant_and_what_a_filter_leaves_out()
    {
        var asked = await Found("A-1", FollowUpKind.Correction);
        await _store.Get<ITasks>().GiveBack(Controls.CaseOf(asked.DeclarationId)!.TaskId, _officer);
        var fresh = await _store.Lodge(Restricted("A-2"));

        Assert.Null(await Acts.TakeNextControl(new ControlFilter(Kind: 3), _officer));
        Assert.Equal(fresh.DeclarationId, await Acts.TakeNextControl(new ControlFilter(), _officer));
        Assert.Null(await Acts.TakeNextControl(new ControlFilter(), _officer));
        Assert.Equal(
            asked.DeclarationId,
            await Acts.TakeNextControl(new ControlFilter(ControlStage.AwaitsCorrection), _officer));
    }

    [Fact]
    public async Task Who_has_controls_and_what_is_late_is_counted()
    {
        var taken = await _store.Lodge(Restricted("A-1"));
        await _store.Lodge(Restricted("A-2"));
        await _store.Lodge(Restricted("A-3"));
        await _store.Take(taken, _officer);

        Assert.Equal(new HeldCounts(1, 2, 0), Controls.CountHeld(_officer.Id));
        Assert.Equal(new HeldCounts(0, 2, 0), Controls.CountHeld(_officer.Id + 1));

        await _store.Tamper("UPDATE access_tasks SET due_at = 1 WHERE module = 'controls' AND taken_by IS NULL");
        Assert.Equal(new HeldCounts(1, 2, 2), Controls.CountHeld(_officer.Id));
    }

    [Fact]
    public async Task Outcomes_are_listed_newest_first_by_filter_and_by_page()
    {
        for (var number = 1; number <= 3; number++)
        {
            var lodged = await _store.Lodge(Restricted($"A-{number}"));
            await _store.Take(lodged, _officer);
            await _store.Record(InOrder(_store.Orders(lodged)[0]), _officer);
            _store.Time.Advance(TimeSpan.FromDays(1));
        }

        var today = DutchTime.DateOf(TestStore.Start);
        var page = Controls.Outcomes(new OutcomeFilter(Limit: 2));

        Assert.Equal([3, 2], page.Select(outcome => outcome.OrderId));
        Assert.Equal([1], Controls.Outcomes(new OutcomeFilter(Before: 2)).Select(outcome => outcome.OrderId));
        Assert.Equal(
            [2], Controls.Outcomes(new OutcomeFilter(EndedFrom: today.AddDays(1), EndedLast: today.AddDays(1)))
                .Select(outcome => outcome.OrderId));
        Assert.Empty(Controls.Outcomes(new OutcomeFilter(Result: "not-in-order")));
        Assert.Equal(3, Controls.Outcomes(new OutcomeFilter("in-order", "", 1)).Count);
        Assert.Empty(Controls.Outcomes(new OutcomeFilter(DeclarantId: 999)));
        Assert.Equal(
            (1, 2, 3), (Controls.Effect(today, today).Ended, Controls.Effect(today, today.AddDays(1)).Ended,
                Controls.Effect(today, today.AddDays(9)).Ended));
        Assert.Equal(
            [(today.AddDays(1), 1L), (today.AddDays(2), 1L)],
            Controls.EffectByDay(today.AddDays(1), today.AddDays(9)).Select(day => (day.Day, day.InOrder)));
    }

    [Fact]
    public void No_page_of_the_worklist_goes_through_a_table_from_its_beginning()
    {
        using var connection = _store.Store.OpenRead();

        foreach (var sql in CaseStore.Queries())
        {
            var plan = connection.Query<(long, long, long, string Detail)>(
                "EXPLAIN QUERY PLAN " + sql,
                new
                {
                    now = 1,
                    today = 1,
                    after = 1,
                    due = 1,
                    limit = 50,
                    heldBy = 1,
                    dataSet = 1,
                    kind = 1,
                    stage = 2,
                    personId = 1,
                })
                .Select(row => row.Detail).ToList();
            // What was examined is a small table, read as a whole; counts are bounded within.
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN ", StringComparison.Ordinal)
                && !step.Contains(" USING ", StringComparison.Ordinal)
                && step is not ("SCAN e" or "SCAN controls_examined" or "SCAN CONSTANT ROW")
                && !step.StartsWith("SCAN (subquery", StringComparison.Ordinal));
        }
    }

    private Task<int> Announce(MessageAnswer lodged, DateTimeOffset end) => _store.Tamper(
        $"""
        INSERT INTO controls_hearings (declaration_id, kind, grounds, announced_at, announced_by, ends_at)
        VALUES ({lodged.DeclarationId}, 2, 'x', 1, 'x', {DutchTime.ToMicroseconds(end)})
        """);

    private async Task<MessageAnswer> Found(string lrn, FollowUpKind followUp)
    {
        var lodged = await _store.Lodge(Restricted(lrn));
        await _store.Take(lodged, _officer);
        Assert.True((await _store.Record(Wrong(_store.Orders(lodged)[0], followUp), _officer)).IsDone);
        return lodged;
    }

    private static byte[] Fur(string lrn) =>
        H7(Numbered(lrn) with { Code = "430160", Description = "Fox fur", Value = "30.00" });
}
