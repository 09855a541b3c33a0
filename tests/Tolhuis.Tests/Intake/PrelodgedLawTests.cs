// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Declarations;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>Lodged before the change of law of 1 July 2026 and presented after it (UCC 171, 172).</summary>
public sealed class PrelodgedLawTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() =>
        _store = await TestStore.Open(demo: true, at: new DateTimeOffset(2026, 6, 29, 8, 0, 0, TimeSpan.Zero));

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("F48")]
    [InlineData("F49")]
    public async Task The_relief_of_June_cannot_be_presented_in_July_and_can_be_amended(string scheme)
    {
        var relief = Parcels.H7(Parcels.Numbered("D-1") with { Additional = "C07" });
        var lodged = await _store.Lodge(OfType(relief, 'D'));
        Assert.Equal((DeclarationState.Received, 0), (lodged.State, lodged.Problems.Count));
        _store.Time.Advance(TimeSpan.FromDays(2));

        var refused = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal(RequestState.Rejected, refused.RequestState);
        Assert.Contains(refused.Problems, problem => problem is
        {
            Code: "declarations.additional-procedure.not-in-h7",
            Severity: Severity.Reject,
        });
        Assert.Equal(DeclarationState.Received, _store.Declaration(lodged).State);

        var sale = Parcels.H7(Parcels.Numbered("D-1") with { Additional = scheme });
        Assert.Equal(RequestState.Granted, (await _store.Lodge(Amendment(sale, lodged.Mrn))).RequestState);
        var presented = await _store.Lodge(Presentation(lodged.Mrn, "GPR-2"));

        Assert.Equal(RequestState.Granted, presented.RequestState);
        var row = _store.Declaration(lodged);
        Assert.Equal(
            (DeclarationState.Released, new DateOnly(2026, 7, 1), 300L), (row.State, row.AcceptedOn, row.DutyCents));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("F53", "12.95", "610910", "declarations.additional-procedure.not-in-h7")]
    [InlineData("C07", "250", "610910", "declarations.value.above-limit")]
    [InlineData("C08", "60", "610910", "declarations.gift.above-limit")]
    [InlineData("C07", "12.95", "930100", "declarations.commodity.not-in-h7")]
    [InlineData("C07+C08", "12.95", "610910", "declarations.additional-procedure.not-together")]
    public async Task What_depends_on_the_law_of_the_day_only_warns_before_presentation(
        string additional, string value, string code, string expected)
    {
        var parcel = Parcels.Numbered("D-1") with { Additional = additional, Value = value, Code = code };

        var now = await _store.Lodge(Parcels.H7(parcel with { Lrn = "A-1" }));
        var before = await _store.Lodge(LifeMessages.Prelodged(parcel));

        Assert.Contains(now.Problems, p => p.Code == expected && p.Severity == Severity.Reject);
        Assert.Contains(before.Problems, p => p.Code == expected && p.Severity == Severity.Warn);
        Assert.Equal(
            (MessageOutcome.Rejected, DeclarationState.Received), (now.Outcome, before.State));
    }

    [Fact]
    public async Task A_fault_of_form_rejects_before_presentation_too()
    {
        var answer = await _store.Lodge(OfType(Parcels.Rejected("D-1"), 'D'));

        Assert.Equal(MessageOutcome.Rejected, answer.Outcome);
        Assert.Equal("declarations.element.missing", Assert.Single(answer.Problems).Code);
    }

    [Fact]
    public void Every_row_of_the_table_names_a_problem_that_has_a_row()
    {
        var law = SampleMessages.Law;
        var codes = law.Source.Table("declarations.problems").Select(row => row["code"]).ToHashSet();

        Assert.All(law.Rows("declarations.prelodged"), row => Assert.Contains(row["code"], codes));
        Assert.DoesNotContain(
            law.Rows("declarations.prelodged"), row => row["code"] is "declarations.element.missing"
                or "declarations.element.format" or "declarations.element.too-many" or "declarations.lrn.form");
    }
}
