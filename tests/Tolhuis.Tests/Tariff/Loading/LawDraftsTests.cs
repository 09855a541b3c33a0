// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff.Loading;

public sealed class LawDraftsTests
{
    private const string Duty = "code,duty\n61091000,11%\n";

    [Fact]
    public async Task A_draft_is_loaded_checked_and_published_by_two_persons_and_all_of_it_is_in_the_trail()
    {
        using var house = await DraftHouse.Open();
        var first = await house.Load("duties", Duty, complete: false);
        var second = await house.Load(
            "codes", "list,code,text_nl,text_en\nincoterm,NEW,Nieuw,New\n", draft: first.Draft!.Number);
        var before = house.Tariff.Current;

        var check = house.Drafts.Check(1)!;
        Assert.True(check.IsFit);
        Assert.Equal(DraftHouse.Today, check.FirstDay);
        Assert.Equal(["tariff.code_lists", "tariff.measures"], check.Differs.Tables.Select(t => t.Table));
        var published = await house.Drafts.Publish(1, second.Draft!.Version, "new duties of July", DraftHouse.Approver);

        Assert.Null(published.Problem);
        Assert.Equal((DraftState.Published, 2), (published.Draft!.State, published.Draft.Edition));
        Assert.Equal(2, house.Tariff.Current.Number);
        Assert.True(house.Tariff.Current.On(DraftHouse.Today).IsInList("incoterm", "NEW"));
        Assert.False(house.Tariff.Edition(1)!.On(DraftHouse.Today).IsInList("incoterm", "NEW"));
        Assert.Equal(before.Hash, house.Tariff.Edition(1)!.Hash);
        Assert.Equal(published.Draft.Number, house.Drafts.OfEdition(2)!.Number);
        Assert.Equal("Joris van Beek", published.Draft.Loads[0].By.Name);
        Assert.Equal("Willem Terpstra", published.Draft.ClosedBy!.Name);
        Assert.Equal(["tariff:load", "tariff:load", "tariff:publish"], house.Store.Actions());
        var record = house.Store.Trail.List(1)[0];
        Assert.Contains(published.Draft.Loads[1].Sha256, record.Details, StringComparison.Ordinal);
        Assert.Contains(house.Tariff.Current.Hash, record.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_person_publishes_what_he_loaded_and_an_operator_may()
    {
        using var house = await DraftHouse.Open();
        var draft = (await house.Load("duties", Duty, complete: false)).Draft!;

        var own = await house.Drafts.Publish(draft.Number, null, "mine", DraftHouse.Analyst);
        Assert.Equal(TariffProblems.DraftSamePerson, own.Problem!.Code);
        Assert.Equal(DraftState.Open, house.Drafts.Find(draft.Number)!.State);

        var outcome = await house.Load("duties", Duty.Replace("11", "10", StringComparison.Ordinal), complete: false,
            by: DraftHouse.Operator);
        var published = await house.Drafts.Publish(outcome.Draft!.Number, null, "by hand", DraftHouse.Operator);
        Assert.Null(published.Problem);
    }

    [Fact]
    public async Task A_draft_that_changed_after_it_was_looked_at_is_not_published()
    {
        using var house = await DraftHouse.Open();
        var seen = (await house.Load("duties", Duty, complete: false)).Draft!;
        await house.Load("duties", "code,duty\n61091000,1%\n", draft: 1, complete: false);

        var outcome = await house.Drafts.Publish(1, seen.Version, "as seen", DraftHouse.Approver);

        Assert.Equal(TariffProblems.DraftMoved, outcome.Problem!.Code);
        Assert.Equal(1, house.Tariff.Current.Number);
    }

    [Fact]
    public async Task A_draft_made_on_an_edition_whose_tables_changed_since_is_outdated_and_others_are_carried_over()
    {
        using var house = await DraftHouse.Open();
        await house.Load("duties", Duty, complete: false);
        await house.Load("codes", "list,code,text_nl,text_en\nincoterm,NEW,Nieuw,New\n");
        await house.Publish("duties", "code,duty\n61091000,3%\n", complete: false);

        Assert.Equal(TariffProblems.DraftOutdated, house.Drafts.Check(1)!.Problem!.Code);
        Assert.Equal(
            TariffProblems.DraftOutdated,
            (await house.Drafts.Publish(1, null, "late", DraftHouse.Approver)).Problem!.Code);
        Assert.Equal(
            TariffProblems.DraftOutdated,
            Assert.Single((await house.Load("duties", Duty, draft: 1, complete: false)).Problems).Code);

        Assert.Null((await house.Drafts.Publish(2, null, "codes", DraftHouse.Approver)).Problem);
        Assert.True(house.Tariff.Current.On(DraftHouse.Today).TryGetDuty(
            TaxExamples.Code("61091000"), default, "", "", out var rate));
        Assert.Equal(300, rate.BasisPoints);
    }

    [Fact]
    public async Task An_unfit_draft_names_its_faults_and_is_not_published()
    {
        using var house = await DraftHouse.Open();
        await house.Load("duties", Duty, complete: false);
        // A row that a loader lets through; such a thing must be seen once more before it is law.
        house.Store.Execute("update tariff_drafts set bundle = "
            + "cast(replace(cast(bundle as text), ',11%,', ',11x,') as blob)");

        var check = house.Drafts.Check(1)!;
        var outcome = await house.Drafts.Publish(1, null, "no", DraftHouse.Approver);

        Assert.False(check.IsFit);
        Assert.NotEmpty(check.Faults);
        Assert.Equal(TariffProblems.DraftUnfit, outcome.Problem!.Code);
        var catalogue = new ProblemCatalogue(LawEdition.BuiltIn);
        foreach (var language in (string[])["nl", "en"])
        {
            Assert.Contains(
                check.Faults[0].WhatIn(language), catalogue.Text(outcome.Problem, language, DraftHouse.Today),
                StringComparison.Ordinal);
        }

        Assert.NotEmpty(outcome.Faults);
        Assert.Equal(1, house.Tariff.Current.Number);
    }

    [Fact]
    public async Task Withdrawing_needs_a_reason_and_closes_for_good()
    {
        using var house = await DraftHouse.Open();
        await house.Load("duties", Duty, complete: false);

        Assert.Equal(
            TariffProblems.DraftReason, (await house.Drafts.Withdraw(1, " ", DraftHouse.Analyst)).Problem!.Code);
        Assert.Equal(
            TariffProblems.DraftReason,
            (await house.Drafts.Publish(1, null, new string('x', 2_001), DraftHouse.Approver)).Problem!.Code);
        var outcome = await house.Drafts.Withdraw(1, "wrong file", DraftHouse.Analyst);

        Assert.Equal((DraftState.Withdrawn, "wrong file"), (outcome.Draft!.State, outcome.Draft.Reason));
        Assert.Equal(
            TariffProblems.DraftClosed, (await house.Drafts.Withdraw(1, "x", DraftHouse.Analyst)).Problem!.Code);
        Assert.Equal(
            TariffProblems.DraftClosed,
            (await house.Drafts.Publish(1, null, "x", DraftHouse.Approver)).Problem!.Code);
        Assert.Equal(
            TariffProblems.DraftClosed, Assert.Single((await house.Load("duties", Duty, draft: 1)).Problems).Code);
        Assert.Equal(
            TariffProblems.DraftNotFound, (await house.Drafts.Withdraw(9, "x", DraftHouse.Analyst)).Problem!.Code);
        Assert.Null(house.Drafts.Check(9));
    }

    [Fact]
    public async Task A_draft_that_changes_nothing_is_not_published()
    {
        using var house = await DraftHouse.Open();
        await house.Publish("duties", Duty, complete: false);
        await house.Load("duties", Duty, complete: false);

        Assert.Equal(
            TariffProblems.DraftEmpty, (await house.Drafts.Publish(2, null, "x", DraftHouse.Approver)).Problem!.Code);
    }

    [Fact]
    public async Task Loads_and_publications_at_once_give_whole_drafts_and_ascending_editions()
    {
        using var house = await DraftHouse.Open();
        var loads = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() =>
            house.Load("codes", $"list,code,text_nl,text_en\nrace-{i},A,a,a\n"))));
        Assert.Equal(Enumerable.Range(1, 8), loads.Select(l => l.Draft!.Number).Order());

        var racing = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            house.Load("codes", "list,code,text_nl,text_en\nsame,A,a,a\n", draft: 1))));
        var loaded = racing.Count(r => r.Draft is not null);
        Assert.All(
            racing.Where(r => r.Draft is null), r => Assert.Equal(TariffProblems.DraftMoved, r.Problems[0].Code));
        Assert.Equal(1 + loaded, house.Drafts.Find(1)!.Loads.Count);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            house.Drafts.Publish(1, null, "race", DraftHouse.Approver))));
        Assert.Equal(1, outcomes.Count(o => o.Problem is null));
        Assert.Equal([1, 2], house.Tariff.Editions().Select(e => e.Number));
        Assert.Equal(house.Tariff.Editions()[^1].Hash, house.Tariff.Current.Hash);
    }

    [Fact]
    public async Task More_than_fifty_open_drafts_are_refused()
    {
        using var house = await DraftHouse.Open();
        for (var i = 0; i < 50; i++)
            Assert.NotNull((await house.Load("duties", Duty, complete: false)).Draft);

        Assert.Equal(
            TariffProblems.DraftTooMany,
            Assert.Single((await house.Load("duties", Duty, complete: false)).Problems).Code);
        Assert.Equal([50, 49], house.Drafts.List(2).Select(d => d.Number));
        Assert.Equal([2, 1], house.Drafts.List(200, before: 3).Select(d => d.Number));
    }

    [Fact]
    public async Task The_difference_of_two_editions_shows_keys_and_counts_beyond_what_it_shows()
    {
        using var house = await DraftHouse.Open();
        var edition = await house.Publish("duties", "code,duty\n61091000,3%\n61099020,4%\n", complete: false);

        var shown = EditionDifference.Between(LawEdition.BuiltIn, edition, limit: 1);

        var key = Assert.Single(shown.Keys);
        Assert.Equal(RowDifference.Added, key.Kind);
        Assert.StartsWith("6109", key.Key, StringComparison.Ordinal);
        Assert.Equal(2, shown.Count);
        Assert.Equal(DraftHouse.Today, shown.FirstDay);
        Assert.Equal(0, EditionDifference.Between(edition, edition).Count);
        Assert.Equal(
            RowDifference.Removed, EditionDifference.Between(edition, LawEdition.BuiltIn).Keys[0].Kind);
    }
}
