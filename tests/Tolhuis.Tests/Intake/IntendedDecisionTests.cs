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

/// <summary>
/// A decision against the declarant on held goods: announced, heard, decided (UCC 22(6), Delegated Regulation 2015/2446
/// art. 8(1)).
/// </summary>
public sealed class IntendedDecisionTests : IAsyncLifetime
{
    private static readonly Particular Value = new(1, ParticularKind.Value, "100.00 EUR");
    private TestStore _store = null!;
    private Actor _officer = null!;
    private MessageAnswer _lodged = null!;

    private IActs Acts => _store.Get<IActs>();

    private DeclarationRow Row => _store.Declaration(_lodged);

    private Hearing Hearing => _store.Get<IControls>().Hearings(_lodged.DeclarationId)[^1];

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        _officer = await _store.NewOfficer();
        // Sold without IOSS, so that VAT is due here.
        _lodged = await _store.Lodge(H7(Numbered("A-1") with
        {
            Code = "430160",
            Description = "Fox fur",
            Additional = "F49",
        }));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task It_is_told_with_its_grounds_and_term_and_never_with_a_name()
    {
        await Examine();

        Assert.True((await Announce(grounds: " The invoice says more ")).IsDone);

        var told = Assert.Single(History(), row => row.Kind == HistoryKind.IntendedDetermination);
        // 30 days after 6 July, to the end of the last one, as for every declaration that was lodged (art. 8(1)).
        var end = DutchTime.StartOf(new DateOnly(2026, 8, 6));
        Assert.Equal(
            new IntendedDetermination(Hearing.Id, end, IsNoRelease: false, "The invoice says more"),
            IntendedDetermination.Parse(told.Detail));
        Assert.DoesNotContain(_officer.Name, told.Detail, StringComparison.Ordinal);
        Assert.Equal((end, IntendedKind.Determination), (Hearing.EndsAt, Hearing.Kind));
        Assert.Equal([Value], Hearing.Established);
        Assert.Equal(ControlStage.AwaitsView, _store.Get<IControls>().CaseOf(Row.Id)!.Stage);
        Assert.Equal(DeclarationState.UnderControl, Row.State);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task It_is_decided_after_the_term_or_the_view_and_not_before()
    {
        await Examine();
        await Announce();

        Assert.Equal([IntakeProblems.IntentHearingRuns], Codes(await Decide()));
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(Hearing.EndsAt).AddSeconds(-1));
        var runs = await Decide();
        Assert.Equal([IntakeProblems.IntentHearingRuns], Codes(runs));
        Assert.Contains("2026-08-05", runs.Problems[0].Arguments);
        _store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await Decide()).IsDone);

        Assert.Equal([IntakeProblems.IntentClosed], Codes(await Decide()));
        Assert.Equal([IntakeProblems.IntentClosed], Codes(await View("Late")));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_term_that_would_end_in_a_weekend_ends_with_the_working_day_after_it()
    {
        // 30 days after 9 July 2026 is Saturday 8 August.
        _store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 9, 10, 0, 0, TimeSpan.Zero));
        var lodged = await _store.Lodge(Restricted("B-1"));
        await _store.Take(lodged, _officer);
        await _store.Record(Wrong(_store.Orders(lodged)[0], FollowUpKind.NoRelease), _officer);

        await Acts.AnnounceDecision(lodged.DeclarationId, IntendedKind.NoRelease, "Forbidden", [], _officer);

        Assert.Equal(
            new DateOnly(2026, 8, 10),
            Assert.Single(_store.Get<IControls>().Hearings(lodged.DeclarationId)).LastDay);
    }

    [Fact]
    public async Task A_determination_is_a_version_by_the_law_of_acceptance_and_releases_to_the_cent()
    {
        // 12.95 with 4.50 transport and 3.00 flat duty: VAT 21 % of 20.45 is 4.29.
        Assert.Equal((300L, 429L), (Row.DutyCents, Row.VatCents));
        await Examine();
        await Announce();
        await View("The invoice is of another parcel");
        _store.Time.Advance(TimeSpan.FromDays(3));

        var answer = await Decide();

        Assert.Equal((true, DeclarationState.Released), (answer.IsDone, answer.State));
        // 100.00 with 4.50 and 3.00: VAT 21 % of 107.50 is 22.575, half a cent up 22.58.
        Assert.Equal((2, 10_000L, 300L, 2_258L), (Row.Version, Row.ValueCents, Row.DutyCents, Row.VatCents));
        var version = _store.Declarations.Versions(Row.Id)[^1];
        Assert.Equal(
            (MessageKind.Determination, null, new DateOnly(2026, 7, 6)),
            (version.Kind, version.RequestId, version.LawDay));
        Assert.Equal(
            [HistoryKind.IntendedDetermination, HistoryKind.DebtDetermined, HistoryKind.Released],
            History().TakeLast(3).Select(row => row.Kind));
        var outcome = Assert.Single(_store.Get<IControls>().Outcomes(Row.Id));
        Assert.Equal(
            (429L, 2_258L, 1_829L, Row.FirstLine),
            (outcome.DeclaredVatCents, outcome.FinalVatCents, outcome.DifferenceCents, outcome.FinalLine));
        Assert.NotEqual(outcome.SelectedLine, outcome.FinalLine);
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.Officer]));
        var day = Assert.Single(_store.Declarations.Days(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 7)));
        Assert.Equal((10_000L, 300L, 2_258L), (day.ValueCents, day.DutyCents, day.VatCents));
        Assert.Equal(
            "tariff.step.determined-value", _store.Get<ICalculations>().Of(Row)[0].Code);
        await _store.Restart();
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Particulars_that_change_no_amount_are_told_as_a_correction()
    {
        await Examine();
        await Announce(established: new Particular(1, ParticularKind.Description, "Fur of a silver fox"));
        await View("So be it");

        Assert.True((await Decide()).IsDone);

        Assert.Equal(
            [HistoryKind.Corrected, HistoryKind.Released], History().TakeLast(2).Select(row => row.Kind));
        Assert.Equal("Fur of a silver fox", Assert.Single(_store.Declarations.Lines(Row)).Description);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task No_release_ends_it_takes_its_amounts_off_and_keeps_what_the_control_brought()
    {
        await Examine(FollowUpKind.NoRelease);
        await Acts.AnnounceDecision(Row.Id, IntendedKind.NoRelease, "A protected species", [], _officer);
        await View("It is an imitation");

        var answer = await Decide(reason: "The laboratory found fur of a protected species");

        Assert.Equal((true, DeclarationState.NotReleased), (answer.IsDone, answer.State));
        var told = History()[^1];
        Assert.Equal(
            (HistoryKind.NotReleased, "The laboratory found fur of a protected species"), (told.Kind, told.Detail));
        var day = Assert.Single(_store.Declarations.Days(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 7)));
        Assert.Equal((1L, 0L, 0L, 0L), (day.Selected, day.ValueCents, day.DutyCents, day.VatCents));
        Assert.Equal(0, Assert.Single(_store.Get<IControls>().Outcomes(Row.Id)).DifferenceCents);
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.Officer]));
        Assert.Equal(1, Row.Version);
        var amended = await _store.Lodge(Amendment(H7("A-1"), _lodged.Mrn));
        Assert.Equal([IntakeProblems.RequestState], amended.Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Without_release_a_control_brings_no_money_whatever_was_corrected()
    {
        var declared = Row;
        await Examine(FollowUpKind.Correction);
        await _store.Lodge(Amendment(H7(Numbered("A-1") with
        {
            Code = "430160",
            Description = "Fox fur",
            Additional = "F49",
            Value = "100.00",
        }), _lodged.Mrn));
        Assert.Equal((2, DeclarationState.UnderControl), (Row.Version, Row.State));
        Assert.True(Row.VatCents > declared.VatCents);
        await Acts.AnnounceDecision(Row.Id, IntendedKind.NoRelease, "A protected species", [], _officer);
        await View("It is an imitation");

        Assert.True((await Decide()).IsDone);

        var outcome = Assert.Single(_store.Get<IControls>().Outcomes(Row.Id));
        Assert.Equal(
            (declared.ValueCents, declared.DutyCents, declared.VatCents, 0L),
            (outcome.FinalValueCents, outcome.FinalDutyCents, outcome.FinalVatCents, outcome.DifferenceCents));
        Assert.Equal(Row.FirstLine, outcome.FinalLine);
        var day = DutchTime.DateOf(_store.Time.GetUtcNow());
        Assert.Equal(0, _store.Get<IControls>().Effect(day, day).DifferenceCents);
        Assert.Empty(_store.Verify());
        await _store.Tamper(
            "DROP TRIGGER controls_outcomes_keeps_values; "
            + "UPDATE controls_outcomes SET final_vat_cents = final_vat_cents + 1");
        Assert.Contains(_store.Verify(), fault => fault.Promise == "outcomes");
    }

    [Fact]
    public async Task Who_has_not_the_task_does_not_decide_what_another_announced()
    {
        await Examine();
        await Announce();
        await View("No");
        var other = await _store.NewOfficer("M. Jansen");

        var answer = await Acts.DecideAnnounced(Hearing.Id, isWithdrawn: false, "Why", other);
        var withdrawn = await Acts.DecideAnnounced(Hearing.Id, isWithdrawn: true, "Why", other);

        Assert.Equal([IntakeProblems.ControlNotTaken], Codes(answer));
        Assert.Equal([IntakeProblems.ControlNotTaken], Codes(withdrawn));
        Assert.Null(Hearing.DecidedAt);
        Assert.True((await Decide()).IsDone);
    }

    [Fact]
    public async Task Withdrawn_it_stays_held_and_the_declarant_is_told_why()
    {
        await Examine();
        await Announce();

        Assert.Equal([IntakeProblems.ActReason], Codes(await Withdraw(" ")));
        Assert.True((await Withdraw("Your papers convince")).IsDone);

        Assert.Equal(
            (HistoryKind.IntentWithdrawn, "Your papers convince"), (History()[^1].Kind, History()[^1].Detail));
        Assert.Equal((DeclarationState.UnderControl, true), (Row.State, Hearing.IsWithdrawn));
        Assert.Single(_store.Get<ITasks>().ListOpen([Role.Officer]));
        Assert.Empty(_store.Verify());
        // And it can be announced again.
        Assert.True((await Announce()).IsDone);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_view_is_kept_once_by_the_house_or_the_declarant_and_makes_the_task_due()
    {
        await Examine();
        await Announce();
        var company = new Actor(ActorKind.Submitter, 3, "Example BV");
        Assert.Equal([IntakeProblems.ActViewMissing], Codes(await Acts.GiveView(Hearing.Id, " ", company)));
        Assert.Equal(
            [IntakeProblems.ActViewMissing], Codes(await Acts.GiveView(Hearing.Id, new string('x', 2_001), company)));
        Assert.Equal([IntakeProblems.IntentUnknown], Codes(await Acts.GiveView(99, "Why", company)));
        Assert.Equal([IntakeProblems.IntentUnknown], Codes(await Acts.GiveView(Hearing.Id, "Why", Actor.System)));

        Assert.True((await Acts.GiveView(Hearing.Id, " The price is right ", company)).IsDone);

        Assert.Equal([IntakeProblems.IntentHeard], Codes(await View("Again")));
        Assert.Equal(
            ("The price is right", "Example BV", (long?)_store.Time.NowMicroseconds()),
            (Hearing.View, Hearing.ViewBy, Hearing.ViewAt));
        Assert.Equal(_store.Time.NowMicroseconds(), Assert.Single(_store.Get<ITasks>().ListOpen([Role.Officer])).DueAt);
        Assert.Equal(ControlStage.ToDecide, _store.Get<IControls>().CaseOf(Row.Id)!.Stage);
        // Only a person of the house decides.
        Assert.Equal([IntakeProblems.ActState], Codes(await Acts.DecideAnnounced(Hearing.Id, false, "Why", company)));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_term_that_is_over_makes_the_task_due_once()
    {
        await Examine();
        await Announce();
        Assert.Equal(0, await Acts.PassTerms());
        _store.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await Acts.PassTerms());
        Assert.Equal(0, await Acts.PassTerms());

        Assert.Equal(Hearing.EndsAt, Assert.Single(_store.Get<ITasks>().ListOpen([Role.Officer])).DueAt);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Nothing_is_announced_before_all_was_examined_or_while_something_else_is_asked()
    {
        await _store.Take(_lodged, _officer);
        Assert.Equal([IntakeProblems.ReleaseNotExamined], Codes(await Announce()));
        await _store.Record(Wrong(_store.Orders(_lodged)[0]), _officer);
        // The finding asks a correction.
        Assert.Equal([IntakeProblems.ActCorrectionOpen], Codes(await Announce()));

        _store.Time.Advance(TimeSpan.FromDays(32));
        Assert.True((await Announce()).IsDone);

        var asked = Assert.Single(_store.Declarations.CorrectionsAsked(Row.Id));
        Assert.Equal((false, _store.Time.NowMicroseconds()), (asked.IsOpen, asked.ClosedAt));
        Assert.Equal([IntakeProblems.ActIntentOpen], Codes(await Announce()));
        Assert.Equal(
            [IntakeProblems.ActIntentOpen], Codes(await Acts.AskCorrection(Row.Id, "Why", _officer)));
        Assert.Equal([IntakeProblems.ActIntentOpen], Codes(await Acts.ReleaseHeld(Row.Id, "Why", _officer)));
        var late = await _store.Lodge(Amendment(H7("A-1"), _lodged.Mrn));
        Assert.Equal([IntakeProblems.AmendmentUnderControl], late.Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_is_announced_must_be_possible_and_have_grounds()
    {
        await Examine();
        var other = await _store.NewOfficer("M. Jansen");

        Assert.Equal([IntakeProblems.ActReason], Codes(await Announce(grounds: " ")));
        Assert.Equal([IntakeProblems.ActReason], Codes(await Announce(grounds: new string('x', 2_001))));
        Assert.Equal(
            [IntakeProblems.DeterminedUnknown],
            Codes(await Announce(established: new Particular(1, ParticularKind.CommodityCode, "7700000000"))));
        Assert.Equal(
            [IntakeProblems.DeterminedAmounts],
            Codes(await Announce(established: new Particular(1, ParticularKind.Value, "100 KPW"))));
        Assert.Equal(
            [IntakeProblems.DeterminedCount],
            Codes(await Acts.AnnounceDecision(Row.Id, IntendedKind.Determination, "Why", [], _officer)));
        Assert.Equal(
            [IntakeProblems.IntentEstablishesNothing],
            Codes(await Acts.AnnounceDecision(Row.Id, IntendedKind.NoRelease, "Why", [Value], _officer)));
        Assert.Equal(
            [IntakeProblems.ControlNotTaken],
            Codes(await Acts.AnnounceDecision(Row.Id, IntendedKind.NoRelease, "Why", [], other)));
        Assert.Equal(
            [IntakeProblems.ActState],
            Codes(await Acts.AnnounceDecision(Row.Id, (IntendedKind)9, "Why", [], _officer)));
        Assert.Equal(
            [IntakeProblems.RequestMrnUnknown],
            Codes(await Acts.AnnounceDecision(999, IntendedKind.NoRelease, "Why", [], _officer)));
        Assert.Empty(_store.Get<IControls>().Hearings(Row.Id));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_may_be_invalidated_is_not_decided_and_once_invalidated_nothing_is_intended()
    {
        await Examine();
        await Announce();
        await View("It goes back");
        var asked = await _store.Lodge(Invalidation(_lodged.Mrn, reason: "3"));
        Assert.Equal([IntakeProblems.ReleaseInvalidationAsked], Codes(await Decide()));

        Assert.True((await Acts.DecideRequest(asked.RequestId, true, "Agreed", _officer)).IsDone);

        Assert.Equal((DeclarationState.Invalidated, true), (Row.State, Hearing.IsWithdrawn));
        Assert.Equal([IntakeProblems.IntentClosed], Codes(await Decide()));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("UPDATE controls_hearings SET view_at = decided_at + 1")]
    [InlineData("UPDATE controls_intended SET value = '99.00 EUR'")]
    [InlineData("DELETE FROM controls_intended")]
    public async Task A_decision_that_was_not_heard_or_is_not_as_announced_is_found(string sql)
    {
        await Examine();
        await Announce();
        await View("No");
        await Decide();
        Assert.Empty(_store.Verify());

        await _store.Tamper(sql);

        Assert.Contains(_store.Verify(), fault => fault.Promise == "intents");
    }

    private async Task Examine(FollowUpKind followUp = FollowUpKind.Determination)
    {
        await _store.Take(_lodged, _officer);
        var found = await _store.Record(Wrong(_store.Orders(_lodged)[0], followUp), _officer);
        Assert.Equal((true, DeclarationState.UnderControl), (found.IsDone, found.State));
    }

    private Task<ActAnswer> Announce(string grounds = "The invoice says more", Particular? established = null) =>
        Acts.AnnounceDecision(Row.Id, IntendedKind.Determination, grounds, [established ?? Value], _officer);

    private Task<ActAnswer> View(string view) => Acts.GiveView(Hearing.Id, view, _officer);

    private Task<ActAnswer> Decide(string reason = "Your view does not change this") =>
        Acts.DecideAnnounced(Hearing.Id, isWithdrawn: false, reason, _officer);

    private Task<ActAnswer> Withdraw(string reason) =>
        Acts.DecideAnnounced(Hearing.Id, isWithdrawn: true, reason, _officer);

    private IReadOnlyList<HistoryRow> History() => _store.Declarations.History(_lodged.DeclarationId);

    private static IEnumerable<string> Codes(ActAnswer answer) => answer.Problems.Select(problem => problem.Code);
}
