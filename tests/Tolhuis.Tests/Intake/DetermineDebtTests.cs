// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>What the law leaves to a person of a declaration that is held for that alone.</summary>
public sealed class DetermineDebtTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(ActorKind.Person, 7, "Officer Van Dam");
    private static readonly Particular[] Amounts =
        [new(1, ParticularKind.Duty, "1.20"), new(1, ParticularKind.Vat, "3.45")];

    private TestStore _store = null!;
    private MessageAnswer _lodged = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        // In a currency without a rate.
        _lodged = await _store.Lodge(Undetermined("A-1"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task It_makes_a_version_releases_and_tells_the_debt_with_the_reason()
    {
        var answer = await Determine(Amounts);

        Assert.Equal((true, DeclarationState.Released), (answer.IsDone, answer.State));
        var row = _store.Declaration(_lodged);
        Assert.Equal((2, 120L, 345L), (row.Version, row.DutyCents, row.VatCents));
        Assert.Equal(LineOutcome.Released, Assert.Single(_store.Declarations.Lines(row)).Outcome);
        var version = _store.Declarations.Versions(row.Id)[^1];
        Assert.Equal((MessageKind.Determination, null), (version.Kind, version.RequestId));
        Assert.Equal(
            [(HistoryKind.DebtDetermined, "By the invoice"), (HistoryKind.Released, null)],
            _store.Declarations.History(row.Id).TakeLast(2).Select(told => (told.Kind, told.Detail)));
        Assert.Equal(Amounts, _store.Get<ICalculations>().Determined(row.Id, 2));
        Assert.Equal(
            ["tariff.step.determined-duty", "tariff.step.determined-vat"],
            _store.Get<ICalculations>().Of(row).TakeLast(2).Select(step => step.Code));
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.Officer]));
        var day = Assert.Single(_store.Declarations.Days(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 7)));
        Assert.Equal((1L, 0L, 120L, 345L), (day.Released, day.Undecided, day.DutyCents, day.VatCents));
        Assert.Contains(
            _store.Get<IAuditTrail>().List(),
            trail => trail.Action == "intake:determine-debt" && trail.Outcome == "done");
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_preview_says_what_awaits_and_what_it_comes_to_and_changes_nothing()
    {
        var calculations = _store.Get<ICalculations>();
        var row = _store.Declaration(_lodged);

        var before = calculations.Preview(row, [])!;
        var after = calculations.Preview(row, Amounts)!;
        var wrong = calculations.Preview(row, [new Particular(9, ParticularKind.Duty, "1")])!;

        Assert.True(Assert.Single(before.Lines).Awaits);
        Assert.Contains(before.Steps, step => step.Code == "tariff.step.no-exchange-rate");
        Assert.Equal((120L, 345L, 0), (after.DutyCents, after.VatCents, after.Problems.Count));
        Assert.Equal([IntakeProblems.DeterminedItem], wrong.Problems.Select(problem => problem.Code));
        Assert.Equal((DeclarationState.Accepted, 1), (_store.Declaration(_lodged).State, row.Version));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Only_what_awaits_is_determined_with_both_amounts_and_a_reason()
    {
        var half = await Determine(Amounts[0]);
        var other = await Determine([.. Amounts, new(1, ParticularKind.Value, "10.00 EUR")]);
        var item = await Determine([.. Amounts, new(2, ParticularKind.Duty, "10.00")]);
        var nothing = await Determine();
        var without = await _store.Get<IActs>().DetermineDebt(_lodged.DeclarationId, Amounts, " ", Officer);
        var unknown = await _store.Get<IActs>().DetermineDebt(999, Amounts, "Why", Officer);
        var bySubmitter = await _store.Get<IActs>().DetermineDebt(
            _lodged.DeclarationId, Amounts, "Why", new Actor(ActorKind.Submitter, 1, "A company"));

        Assert.Equal(
            [IntakeProblems.DeterminedAmounts, IntakeProblems.DeterminedNotAwaited,
                IntakeProblems.DeterminedNotAwaited, IntakeProblems.DeterminedCount, IntakeProblems.ActReason,
                IntakeProblems.RequestMrnUnknown, IntakeProblems.ActState],
            new[] { half, other, item, nothing, without, unknown, bySubmitter }
                .Select(answer => answer.Problems[0].Code));
        Assert.Equal(1, _store.Declaration(_lodged).Version);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Nothing_is_determined_while_a_correction_is_asked_or_an_invalidation_waits()
    {
        await _store.Get<IActs>().AskCorrection(_lodged.DeclarationId, "State the value in euro", Officer);
        Assert.Equal([IntakeProblems.ActCorrectionOpen], Codes(await Determine(Amounts)));
        var other = await _store.Lodge(Undetermined("A-2"));
        await _store.Lodge(Invalidation(other.Mrn, reason: "3"));
        var waits = await _store.Get<IActs>().DetermineDebt(other.DeclarationId, Amounts, "Why", Officer);

        Assert.Equal([IntakeProblems.ReleaseInvalidationAsked], Codes(waits));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_question_that_was_not_answered_by_its_last_day_holds_up_no_determination()
    {
        await _store.Get<IActs>().AskCorrection(_lodged.DeclarationId, "State the value in euro", Officer);
        var asked = Assert.Single(_store.Declarations.CorrectionsAsked(_lodged.DeclarationId));
        // Noon of the last day.
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(asked.DueOn)).AddHours(12));
        Assert.Equal([IntakeProblems.ActCorrectionOpen], Codes(await Determine(Amounts)));
        _store.Time.Advance(TimeSpan.FromDays(1));

        Assert.True((await Determine(Amounts)).IsDone);

        Assert.Equal(DeclarationState.Released, _store.Declaration(_lodged).State);
        Assert.False(Assert.Single(_store.Declarations.CorrectionsAsked(_lodged.DeclarationId)).IsOpen);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Who_has_not_the_task_determines_nothing_of_what_another_has()
    {
        var holder = await _store.NewOfficer();
        Assert.True(await _store.Get<ITasks>().Take(
            Assert.Single(_store.Get<ITasks>().ListOpen([Role.Officer])).Id, holder));

        Assert.Equal([IntakeProblems.ControlNotTaken], Codes(await Determine(Amounts)));
        var own = await _store.Get<IActs>().DetermineDebt(
            _lodged.DeclarationId, Amounts, "By the invoice", holder);

        Assert.True(own.IsDone);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_is_released_or_controlled_has_nothing_to_determine()
    {
        var released = await _store.Lodge(H7("B-1"));
        var controlled = await _store.Lodge(Restricted("B-2"));

        foreach (var lodged in (MessageAnswer[])[released, controlled])
        {
            Assert.Equal(
                [IntakeProblems.ActState],
                Codes(await _store.Get<IActs>().DetermineDebt(lodged.DeclarationId, Amounts, "Why", Officer)));
        }
    }

    [Fact]
    public async Task What_waits_for_nothing_but_a_look_is_released_as_it_stands()
    {
        await _store.Get<IActs>().AskCorrection(_lodged.DeclarationId, "State the value in euro", Officer);
        await _store.Lodge(Amendment(H7("A-1"), _lodged.Mrn));
        Assert.Equal(DeclarationState.Accepted, _store.Declaration(_lodged).State);

        Assert.True((await Determine()).IsDone);

        Assert.Equal(
            (DeclarationState.Released, 2), (_store.Declaration(_lodged).State, _store.Declaration(_lodged).Version));
        // The correction has amounts where the first version had none, and that is told.
        Assert.Equal(
            [HistoryKind.DebtDetermined, HistoryKind.Released],
            _store.Declarations.History(_lodged.DeclarationId).TakeLast(2).Select(row => row.Kind));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_amendment_after_release_says_that_it_replaces_what_was_determined()
    {
        Assert.True((await Determine(Amounts)).IsDone);

        var asked = await _store.Lodge(Amendment(H7("A-1"), _lodged.Mrn));
        Assert.Equal(RequestState.Pending, asked.RequestState);
        Assert.Contains(IntakeProblems.AmendmentDetermined, asked.Problems.Select(problem => problem.Code));
        Assert.True((await _store.Get<IActs>().DecideRequest(asked.RequestId, true, "Agreed", Officer)).IsDone);

        var row = _store.Declaration(_lodged);
        // 12.95 euro under IOSS: the flat duty of 3.00, VAT is paid elsewhere.
        Assert.Equal((3, 300L, 0L), (row.Version, row.DutyCents, row.VatCents));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_restart_and_a_replay_give_the_same_amounts_and_a_changed_one_is_found()
    {
        Assert.True((await Determine(Amounts)).IsDone);
        await _store.Restart();
        Assert.Empty(_store.Verify());

        await _store.Tamper("""
            DROP TRIGGER declarations_determined_keeps_values;
            UPDATE declarations_determined SET value = '1.30' WHERE kind = 20
            """);

        Assert.Contains(_store.Verify(), fault => fault.Promise == "replay");
    }

    [Theory]
    [InlineData("DELETE FROM declarations_determined")]
    [InlineData("UPDATE declarations_determined SET value = '0.00'")]
    public async Task What_was_determined_is_never_changed_or_taken_away(string sql)
    {
        Assert.True((await Determine(Amounts)).IsDone);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => _store.Tamper(sql));

        Assert.Contains("append-only", refused.ToString(), StringComparison.Ordinal);
    }

    private Task<ActAnswer> Determine(params Particular[] determined) =>
        _store.Get<IActs>().DetermineDebt(_lodged.DeclarationId, determined, "By the invoice", Officer);

    private static IEnumerable<string> Codes(ActAnswer answer) => answer.Problems.Select(problem => problem.Code);
}
