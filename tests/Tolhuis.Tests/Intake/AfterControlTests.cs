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
/// A declaration after its control: held on where duty is still to be determined, or corrected as was established.
/// </summary>
public sealed class AfterControlTests : IAsyncLifetime
{
    private static readonly Particular[] Amounts =
        [new(1, ParticularKind.Duty, "1.20"), new(1, ParticularKind.Vat, "3.45")];

    private TestStore _store = null!;
    private Actor _officer = null!;
    private MessageAnswer _lodged = null!;

    private IControls Controls => _store.Get<IControls>();

    private IActs Acts => _store.Get<IActs>();

    private DeclarationRow Row => _store.Declaration(_lodged);

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        _officer = await _store.NewOfficer();
        // Under control, and in a currency without a rate.
        _lodged = await _store.Lodge(Fur("KPW"));
        await _store.Take(_lodged, _officer);
        await _store.Record(InOrder(_store.Orders(_lodged)[0]), _officer);
        _store.Time.Advance(TimeSpan.FromHours(2));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_the_control_brought_is_kept_with_the_release_and_has_the_amounts_of_then()
    {
        Assert.Empty(Controls.Outcomes(Row.Id));
        Assert.Empty(_store.Verify());

        Assert.True((await Acts.DetermineDebt(Row.Id, Amounts, "By the invoice", _officer)).IsDone);

        var outcome = Assert.Single(Controls.Outcomes(Row.Id));
        Assert.Equal(
            (0, 0, 120, 345, "in-order"),
            (outcome.DeclaredDutyCents, outcome.DeclaredVatCents, outcome.FinalDutyCents, outcome.FinalVatCents,
                outcome.Result));
        Assert.Equal((Row.FirstLine, _store.Time.NowMicroseconds()), (outcome.FinalLine, outcome.EndedAt));
        Assert.Empty(_store.Verify());
        await _store.Restart();
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_invalidation_keeps_the_outcome_too()
    {
        var asked = await _store.Lodge(Invalidation(_lodged.Mrn, reason: "3"));

        Assert.True((await Acts.DecideRequest(asked.RequestId, true, "Agreed", _officer)).IsDone);

        var outcome = Assert.Single(Controls.Outcomes(Row.Id));
        Assert.Equal(("in-order", 0), (outcome.Result, outcome.DifferenceCents));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_invalidation_after_a_correction_brings_no_money()
    {
        await Acts.AskCorrection(Row.Id, "State the value in euro", _officer);
        await _store.Lodge(Amendment(Fur("EUR"), _lodged.Mrn));
        Assert.Equal((DeclarationState.Accepted, 300L), (Row.State, Row.DutyCents));
        var asked = await _store.Lodge(Invalidation(_lodged.Mrn, reason: "3"));

        Assert.True((await Acts.DecideRequest(asked.RequestId, true, "Agreed", _officer)).IsDone);

        var outcome = Assert.Single(Controls.Outcomes(Row.Id));
        Assert.Equal((0, 0), (outcome.FinalDutyCents, outcome.DifferenceCents));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task It_cannot_be_amended_because_its_examination_was_announced()
    {
        var asked = await _store.Lodge(Amendment(H7("A-1"), _lodged.Mrn));

        Assert.Equal([IntakeProblems.AmendmentUnderControl], asked.Problems.Select(problem => problem.Code));
        Assert.Equal((DeclarationState.Accepted, 1), (Row.State, Row.Version));
    }

    [Fact]
    public async Task A_correction_that_customs_asks_keeps_the_orders_and_brings_no_second_control()
    {
        await Acts.AskCorrection(Row.Id, "State the value in euro", _officer);
        await _store.Lodge(Amendment(Fur("EUR"), _lodged.Mrn));

        Assert.Equal((DeclarationState.Accepted, 2), (Row.State, Row.Version));
        var order = Assert.Single(_store.Orders(_lodged));
        Assert.Equal((Row.FirstLine, ControlState.Finished), (order.LineId, order.State));
        Assert.Empty(_store.Verify());
        Assert.True((await Acts.ReleaseHeld(Row.Id, "", _officer)).IsDone);

        var outcome = Assert.Single(Controls.Outcomes(Row.Id));
        Assert.Equal((Row.FirstLine, 0, 300), (outcome.FinalLine, outcome.DeclaredDutyCents, outcome.FinalDutyCents));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_item_in_the_place_of_the_one_that_was_examined_is_examined_before_release()
    {
        var two = await _store.Lodge(Changed(Lines("B-1", 2), Fur2));
        await _store.Take(two, _officer);
        await _store.Record(InOrder(_store.Orders(two)[0]), _officer);
        Assert.Equal(DeclarationState.Accepted, _store.Declaration(two).State);
        await Acts.AskCorrection(two.DeclarationId, "Leave out what is not there", _officer);

        await _store.Lodge(Amendment(H7("B-1"), two.Mrn));

        Assert.Equal(DeclarationState.UnderControl, _store.Declaration(two).State);
        Assert.Equal(ControlStage.ToExamine, Controls.CaseOf(two.DeclarationId)!.Stage);
        Assert.Empty(_store.Verify());
        await _store.Take(two, _officer);
        await _store.Record(InOrder(Assert.Single(_store.Orders(two))), _officer);
        Assert.Equal(DeclarationState.Released, _store.Declaration(two).State);
        Assert.Single(Controls.Outcomes(two.DeclarationId));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_house_keeps_which_officer_determined_and_why_and_the_declarant_does_not_see_it()
    {
        await Acts.DetermineDebt(Row.Id, Amounts, "By the invoice", _officer);

        var decided = Assert.Single(
            _store.Declarations.History(Row.Id), row => row.Kind == HistoryKind.OfficerDecided);
        Assert.Equal(
            new OfficerDecision(_officer.Name, "By the invoice"), OfficerDecision.Parse(decided.Detail));
        Assert.True(decided.Kind > HistoryKind.ToDetermine);
    }

    [Theory]
    [InlineData("430160", DeclarationState.Released)]
    // Feathers ask a document of their own, which no one has looked at.
    [InlineData("670100", DeclarationState.UnderControl)]
    public async Task A_correction_as_established_is_released_unless_it_leaves_something_new_to_a_person(
        string code, DeclarationState expected)
    {
        var lodged = await _store.Lodge(Restricted("C-1"));
        await _store.Take(lodged, _officer);
        Assert.True((await _store.Record(Wrong(_store.Orders(lodged)[0], FollowUpKind.Correction,
            new Particular(1, ParticularKind.Value, "30.00 EUR")), _officer)).IsDone);

        await _store.Lodge(Amendment(H7(Numbered("C-1") with { Code = code, Value = "30.00" }), lodged.Mrn));

        Assert.Equal((expected, 2), (_store.Declaration(lodged).State, _store.Declaration(lodged).Version));
        Assert.Empty(_store.Verify());
    }

    private static byte[] Fur(string currency) => H7(
        Numbered("A-1") with { Code = "430160", Description = "Fox fur", Currency = currency });

    // The second item is fur, and no item has a value with a rate.
    private static void Fur2(System.Xml.Linq.XDocument message)
    {
        message.Descendants().Where(element => element.Name.LocalName == "Classification").ElementAt(1).Elements()
            .Single(element => element.Name.LocalName == "ID").Value = "430160";
        foreach (var currency in message.Descendants().SelectMany(element => element.Attributes())
            .Where(attribute => attribute.Name.LocalName == "currencyID"))
            currency.Value = "KPW";
    }
}
