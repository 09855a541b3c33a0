// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.ControlTestTools;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>A correction that came, beside what the officer established.</summary>
public sealed class EstablishedMatchTests : ControlTest
{
    [Fact]
    public async Task A_correction_that_says_what_was_established_releases_at_once()
    {
        var lodged = await Find(
            Fur("12.95", "F49"), order => Wrong(
                order, FollowUpKind.Correction, new Particular(1, ParticularKind.Value, "30.00 EUR")));
        _store.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await _store.Lodge(Amendment(Fur("30.00", "F49"), lodged.Mrn));

        Assert.Equal(
            (RequestState.Granted, DeclarationState.Released, DeclarationState.Released),
            (answer.RequestState, answer.State, _store.Declaration(lodged).State));
        Assert.Equal(
            [HistoryKind.DocumentsRequested, HistoryKind.RequestDecided, HistoryKind.Corrected,
                HistoryKind.DebtDetermined, HistoryKind.Released],
            _store.Declarations.History(lodged.DeclarationId).Select(row => row.Kind).SkipWhile(
                kind => kind != HistoryKind.DocumentsRequested));
        var outcome = Assert.Single(Controls.Outcomes(lodged.DeclarationId));
        var lines = _store.Declarations.Lines(_store.Declaration(lodged));
        Assert.Equal(("not-in-order", "value", 3000), (outcome.Result, outcome.ErrorKind, outcome.FinalValueCents));
        Assert.Equal((lines[0].Id, lines[0].DutyCents, lines[0].VatCents),
            (outcome.FinalLine, outcome.FinalDutyCents, outcome.FinalVatCents));
        Assert.NotEqual(outcome.SelectedLine, outcome.FinalLine);
        Assert.True(outcome.DifferenceCents > 0);
        Assert.NotNull(outcome.AnsweredAt);
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.Officer]));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData(ParticularKind.Value, "30.01 EUR")]
    [InlineData(ParticularKind.Value, "30.00 USD")]
    [InlineData(ParticularKind.Description, "fox fur")]
    [InlineData(ParticularKind.CommodityCode, "43018000")]
    [InlineData(ParticularKind.Vat, "6.30")]
    [InlineData(ParticularKind.Duty, "3.00")]
    public async Task A_correction_that_says_something_else_waits_for_an_officer_within_a_term(
        ParticularKind kind, string value)
    {
        var lodged = await FoundWrong(new Particular(1, kind, value));

        var answer = await _store.Lodge(Amendment(Fur("30.00"), lodged.Mrn));

        Assert.Equal(DeclarationState.UnderControl, answer.State);
        var found = Controls.CaseOf(lodged.DeclarationId)!;
        Assert.Equal(ControlStage.CorrectionCame, found.Stage);
        Assert.Equal(DutchTime.ToMicroseconds(_store.Time.GetUtcNow().AddHours(24)), found.DueAt);
        Assert.Empty(Controls.Outcomes(lodged.DeclarationId));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("43016000", DeclarationState.Released)]
    [InlineData("4301600000", DeclarationState.Released)]
    [InlineData("4301800000", DeclarationState.UnderControl)]
    public async Task Six_digits_say_all_that_they_can_of_an_established_code_under_them(
        string established, DeclarationState expected)
    {
        var lodged = await FoundWrong(new Particular(1, ParticularKind.CommodityCode, established));

        var answer = await _store.Lodge(Amendment(Fur("30.00"), lodged.Mrn));

        Assert.Equal(expected, answer.State);
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("43016000", "4301600000", false)]
    [InlineData("4301600000", "4301600000", true)]
    [InlineData("430160", "4301600000", true)]
    [InlineData("4301600000", "430160", false)]
    public void Eight_digits_leave_open_what_an_established_code_of_ten_says(
        string declared, string established, bool isSaid)
    {
        Assert.True(CommodityCode.TryParse(declared, out var code, out _));
        var line = new DeclarationLine
        {
            ItemNumber = 1,
            Code = code,
            Description = "Fox fur",
            Value = Money.Euro(3000),
        };

        Assert.Equal(
            isSaid, EstablishedMatch.IsSaidBy(line, new Particular(1, ParticularKind.CommodityCode, established)));
    }

    [Fact]
    public async Task A_correction_without_anything_established_waits_for_an_officer()
    {
        var lodged = await FoundWrong();

        var answer = await _store.Lodge(Amendment(Fur("30.00"), lodged.Mrn));

        Assert.Equal(DeclarationState.UnderControl, answer.State);
    }
}
