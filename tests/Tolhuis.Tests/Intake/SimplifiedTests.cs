// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.SimplifiedMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>Simplified, in the records, by post: whole messages over the road.</summary>
public sealed class SimplifiedTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 7, 6);
    /// <summary>Ten days after the month in which it was released: it is lodged for a period.</summary>
    private static readonly DateOnly Due = new(2026, 8, 10);
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_simplified_declaration_of_I1_is_released_and_owes_with_its_supplement()
    {
        var answer = await _store.Lodge(I1("I1-1"));

        Assert.Empty(answer.Problems);
        var row = _store.Declaration(answer);
        Assert.Equal(
            (DataSet.I1, 'C', DeclarationState.Released, Today, Due),
            (row.DataSet, row.AdditionalType, row.State, row.AcceptedOn, row.SupplementDueOn));
        Assert.Equal((900_000L, 0L, 0L), (row.ValueCents, row.DutyCents, row.VatCents));
        Assert.Equal([HistoryKind.Accepted, HistoryKind.Released], Kinds(answer));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_pre_lodged_one_of_I1_is_decided_as_C_once_its_goods_are_presented_by_a_notice_of_I2()
    {
        var answer = await _store.Lodge(I1("I1-1", 'F'));
        Assert.Equal((DeclarationState.Received, null), (answer.State, _store.Declaration(answer).SupplementDueOn));
        _store.Time.Advance(TimeSpan.FromDays(1));

        var notice = await _store.Lodge(Notice(answer.Mrn, "GPR-1"));

        Assert.Empty(notice.Problems);
        var row = _store.Declaration(answer);
        Assert.Equal(
            (RequestState.Granted, DeclarationState.Released, Today.AddDays(1), Due),
            (notice.RequestState, row.State, row.AcceptedOn, row.SupplementDueOn));
        Assert.Equal('C', _store.Declarations.Versions(row.Id)[^1].DecidedAs);
        Assert.Equal([HistoryKind.Received, HistoryKind.Accepted, HistoryKind.Released], Kinds(answer));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_simplified_declaration_without_its_authorisation_is_rejected()
    {
        var regular = await _store.Lodge(Without(I1("I1-1"), "Authorisation"));
        var entry = await _store.Lodge(Without(I2("I2-1"), "Authorisation"));

        Assert.Contains("declarations.authorisation.simplified-missing", regular.Problems.Select(p => p.Code));
        Assert.Contains("declarations.authorisation.records-missing", entry.Problems.Select(p => p.Code));
        Assert.All([regular, entry], answer => Assert.Equal(MessageOutcome.Rejected, answer.Outcome));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_entry_in_the_records_is_accepted_at_once_and_its_notice_of_presentation_is_taken_once()
    {
        var answer = await _store.Lodge(I2("I2-1"));

        Assert.Empty(answer.Problems);
        var row = _store.Declaration(answer);
        Assert.Equal(
            (DataSet.I2, '\0', DeclarationState.Released, Today, Due),
            (row.DataSet, row.AdditionalType, row.State, row.AcceptedOn, row.SupplementDueOn));
        Assert.Equal((0L, 0L), (row.DutyCents, row.VatCents));

        var notice = await _store.Lodge(Notice(answer.Mrn, "GPR-1"));
        var again = await _store.Lodge(Notice(answer.Mrn, "GPR-2"));

        Assert.Equal((MessageOutcome.Accepted, RequestState.Granted), (notice.Outcome, notice.RequestState));
        Assert.Empty(notice.Problems);
        Assert.Equal(IntakeProblems.PresentationNotAwaited, Assert.Single(again.Problems).Code);
        Assert.Equal((1, Due), (_store.Declaration(answer).Version, _store.Declaration(answer).SupplementDueOn));
        Assert.Equal([HistoryKind.Accepted, HistoryKind.Released, HistoryKind.Rejected], Kinds(answer));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_distance_sale_by_post_owes_3_euro_and_a_gift_nothing_or_its_flat_rate()
    {
        var sale = await _store.Lodge(H6("H6-5", "F49"));
        var gift = await _store.Lodge(H6("H6-2", "C08"));
        var dear = await _store.Lodge(H6("H6-3", "C08", "100"));

        Assert.All([sale, gift, dear], answer => Assert.Empty(answer.Problems));
        var rows = new[] { sale, gift, dear }.Select(_store.Declaration).ToList();
        Assert.All(rows, row => Assert.Equal((DataSet.H6, DeclarationState.Released), (row.DataSet, row.State)));
        Assert.Equal([300L, 0L, 250L], rows.Select(row => row.DutyCents));
        Assert.All(rows, row => Assert.Null(row.SupplementDueOn));
        Assert.NotEmpty(_store.Get<ICalculations>().Of(rows[0]));
        Assert.Empty(_store.Verify());
    }

    private HistoryKind[] Kinds(MessageAnswer answer) =>
        [.. _store.Declarations.History(answer.DeclarationId).Select(row => row.Kind)];

    private static byte[] Without(byte[] message, string name) => LifeMessages.Changed(
        message, document => document.Root!.Element(Tolhuis.Tests.Declarations.SampleMessages.Wco + name)!.Remove());
}
