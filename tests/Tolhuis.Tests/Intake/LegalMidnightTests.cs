// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>The night in which the relief of Regulation 1186/2009 ends and the flat duty of 2026/382 begins.</summary>
public sealed class LegalMidnightTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Before = new(2026, 6, 30, 23, 30, 0, TimeSpan.FromHours(2));
    private static readonly DateTimeOffset After = new(2026, 7, 1, 0, 30, 0, TimeSpan.FromHours(2));
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_same_parcel_owes_nothing_at_23_30_and_three_euro_at_0_30_and_a_replay_says_both()
    {
        var before = await DecideOne(H7(Numbered("N-1") with { TransportDocument = "CP1" }), Before);
        var after = await DecideOne(H7(Numbered("N-2") with { TransportDocument = "CP1" }), After);

        Assert.Equal((0L, 0L), (before.DutyCents, before.VatCents));
        Assert.Equal((300L, 0L), (after.DutyCents, after.VatCents));
        Assert.Equal((DeclarationState.Released, DeclarationState.Released), (before.State, after.State));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_relief_asked_as_C07_is_granted_at_23_30_and_refused_at_0_30()
    {
        var before = await DecideOne(H7(Numbered("N-1") with { Additional = "C07" }), Before);
        var after = await DecideOne(H7(Numbered("N-2") with { Additional = "C07" }), After);

        Assert.Equal((DeclarationState.Released, 0L), (before.State, before.DutyCents));
        // 12.95 and 4.50 freight at 21 %.
        Assert.Equal(366, before.VatCents);
        Assert.Equal(DeclarationState.Rejected, after.State);
        Assert.Contains(
            _store.Declarations.Problems(after.Id),
            problem => problem.Code == "declarations.additional-procedure.not-in-h7");
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_replay_after_a_restart_and_years_later_gives_the_answers_of_their_day()
    {
        await DecideOne(H7(Numbered("N-1")), Before);
        await DecideOne(H7(Numbered("N-2")), After);
        _store.Time.Advance(TimeSpan.FromDays(3 * 365));

        await _store.Restart();

        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_replay_finds_that_an_answer_was_not_that_of_its_day()
    {
        var row = await DecideOne(H7(Numbered("N-1")), Before);
        await _store.Tamper("UPDATE declarations_lines SET duty_cents = 300");
        await _store.Tamper("UPDATE declarations_declarations SET duty_cents = 300");
        await _store.Tamper("UPDATE declarations_days SET duty_cents = 300");

        var fault = Assert.Single(_store.Verify());

        Assert.Equal("replay", fault.Promise);
        Assert.Contains(row.Mrn.ToString(), fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_demo_takes_a_stated_receipt()
    {
        await using var real = await TestStore.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => real.Receive(H7("N-1"), at: Before));
    }

    private async Task<DeclarationRow> DecideOne(byte[] message, DateTimeOffset at)
    {
        var file = await _store.Decide(message, at: at);
        return _store.Declarations.Find(Assert.Single(_store.Files.Receipts(file.Id)).DeclarationId)!;
    }
}
