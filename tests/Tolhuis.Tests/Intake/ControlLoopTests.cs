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
public sealed class ControlLoopTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private Actor _officer = null!;

    private IControls Controls => _store.Get<IControls>();

    private IActs Acts => _store.Get<IActs>();

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        _officer = await _store.NewOfficer();
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

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
            Wrong(_store.Orders(lodged)[0], established: new Particular(1, ParticularKind.Value, "21.50 EUR")), _officer);

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
}
