// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Declarations;
using Tolhuis.Tests.Tariff;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>Decisions by the law that an earlier program recorded, in a store that a later one has opened.</summary>
public sealed class FormerEditionTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open(demo: true);
        var shelf = (EditionShelf)_store.Get<ITariff>();
        shelf.Adopt(await _store.Store.Write(
            (connection, transaction) => shelf.Record(connection, transaction, FormerEdition.Make())));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_decided_by_it_is_decided_so_again_to_the_cent()
    {
        // An IOSS parcel, a special arrangement, a gift, an ordinary sale and a standard declaration.
        Assert.Equal((300, 0), await Owed(H7("F-1")));
        Assert.Equal((300, 429), await Owed(H7(Numbered("F-2") with { Additional = "F49" })));
        Assert.Equal((0, 0), await Owed(H7(Numbered("F-3") with { Additional = "C08" })));
        Assert.Equal((300, 429), await Owed(H7(Numbered("F-4") with { Additional = "F53" })));
        Assert.Equal((0, 81_000), await Owed(SampleMessages.Utf8(SampleMessages.H1)));

        await _store.Restart();

        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_was_refused_by_it_is_refused_for_the_same_reason()
    {
        var missing = await _store.Lodge(Changed(H7("F-1"), message =>
            SampleMessages.At(message, "GoodsShipment/DomesticDutyTaxParty").Remove()));
        var both = await _store.Lodge(H7(Numbered("F-2") with { Additional = "C08+F49" }));

        Assert.Equal("declarations.ioss.number-missing", Assert.Single(missing.Problems).Code);
        Assert.Equal("declarations.gift.with-vat-scheme", Assert.Single(both.Problems).Code);
    }

    [Fact]
    public async Task After_a_renewal_it_is_made_whole_as_a_new_edition_that_takes_all_messages()
    {
        var former = _store.Get<ITariff>().Current;
        await _store.Restart();
        var tariff = _store.Get<ITariff>();
        Assert.Equal((former.Number + 1, "import"), (tariff.Current.Number, tariff.Editions()[^1].Source));
        Assert.Empty(LawEdition.FaultsOf(tariff.Current));
        Assert.Equal(1, _store.Scalar<long>("SELECT count(*) FROM access_trail WHERE action = 'tariff:complete'"));

        var lodged = await _store.Lodge(Prelodged("D-1"));
        var presented = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal(DeclarationState.Received, lodged.State);
        Assert.Equal((RequestState.Granted, DeclarationState.Released), (presented.RequestState, presented.State));
        Assert.Empty(_store.Verify());
        await _store.Restart();
        Assert.Equal(former.Number + 1, _store.Get<ITariff>().Current.Number);
    }

    [Fact]
    public async Task The_rows_of_the_operator_stay_as_they_are()
    {
        var former = _store.Get<ITariff>().Current;
        await _store.Restart();
        var whole = _store.Get<ITariff>().Current;

        var rates = former.Table("tariff.duty_rates");
        Assert.True(rates.Count > 100);
        Assert.Equal(
            rates.Select(row => (row["code"], row["percent"] + "%")).Order(),
            whole.Table("tariff.measures").Select(row => (row["code"], row["duty"])).Order());
        foreach (var table in new[] { "tariff.settings", "tariff.code_lists", "tariff.vat_rates", "risk.areas" })
        {
            Assert.Empty(former.Table(table).Select(row => row.ToString())
                .Except(whole.Table(table).Select(row => row.ToString())));
        }
    }

    private async Task<(long Duty, long Vat)> Owed(byte[] message)
    {
        var answer = await _store.Lodge(message);
        Assert.True(answer.Outcome == MessageOutcome.Accepted, string.Join(", ", answer.Problems));
        var row = _store.Declaration(answer);
        return (row.DutyCents, row.VatCents);
    }
}
