// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Dapper;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

public sealed class EditionShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-tariff-").FullName;
    private Store _store;

    public EditionShelfTests() => _store = Store.Open(_folder, TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_first_opening_records_the_edition_of_the_program_once()
    {
        await TariffModule.Open(_store, TimeProvider.System);
        var tariff = await TariffModule.Open(_store, TimeProvider.System);

        var record = Assert.Single(tariff.Editions());
        Assert.Equal((1, "program", LawEdition.BuiltIn.Hash), (record.Number, record.Source, record.Hash));
        Assert.Equal(1, tariff.Current.Number);
    }

    [Fact]
    public async Task An_imported_edition_is_in_use_at_once_and_after_a_restart_and_the_old_one_stays_for_replays()
    {
        var tariff = await TariffModule.Open(_store, TimeProvider.System);
        var outcome = await tariff.Import(WithRate("2.0000").ToBundle());
        Assert.Null(outcome.Problem);
        AssertRate(2m, tariff.Current);

        _store.Dispose();
        _store = Store.Open(_folder, TimeProvider.System);
        var again = await TariffModule.Open(_store, TimeProvider.System);

        Assert.Equal(2, again.Current.Number);
        AssertRate(2m, again.Current);
        Assert.Equal(LawEdition.BuiltIn.Hash, again.Edition(1)?.Hash);
        Assert.Same(again.Edition(1), again.Edition(1));
        Assert.Equal(["program", "import"], again.Editions().Select(record => record.Source));
    }

    [Fact]
    public async Task An_edition_with_faults_is_refused_whole_with_all_its_faults()
    {
        var tariff = await TariffModule.Open(_store, TimeProvider.System);
        var outcome = await tariff.Import(WithRate("-1", "0").ToBundle());

        Assert.Null(outcome.Edition);
        Assert.Equal(TariffProblems.EditionInvalid, outcome.Problem?.Code);
        Assert.Equal(2, outcome.Faults.Count);
        Assert.Single(tariff.Editions());
    }

    [Fact]
    public async Task The_same_edition_again_and_bytes_that_are_none_record_nothing()
    {
        var tariff = await TariffModule.Open(_store, TimeProvider.System);

        var same = await tariff.Import(LawEdition.BuiltIn.ToBundle());
        var none = await tariff.Import("no law"u8.ToArray());

        Assert.Equal(TariffProblems.EditionUnchanged, same.Problem?.Code);
        Assert.Equal(TariffProblems.EditionInvalid, none.Problem?.Code);
        Assert.Single(tariff.Editions());
    }

    [Fact]
    public async Task Two_imports_at_once_get_two_numbers_and_the_last_recorded_is_in_use()
    {
        var tariff = await TariffModule.Open(_store, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(2, 6).Select(rate => tariff.Import(WithRate($"{rate}").ToBundle())));

        Assert.Equal(Enumerable.Range(1, 7), tariff.Editions().Select(record => record.Number));
        Assert.Equal(7, tariff.Current.Number);
        Assert.Equal(tariff.Editions()[^1].Hash, tariff.Current.Hash);
    }

    [Fact]
    public async Task An_edition_that_was_tampered_with_in_the_store_is_never_used()
    {
        var tariff = await TariffModule.Open(_store, TimeProvider.System);
        await tariff.Import(WithRate("2").ToBundle());
        await _store.Write((connection, transaction) => connection.Execute(
            "update tariff_editions set bundle = @bundle where number = 1",
            new { bundle = WithRate("3").ToBundle() },
            transaction));

        Assert.Throws<InvariantException>(() => tariff.Edition(1));
        Assert.Null(tariff.Edition(99));
    }

    private static void AssertRate(decimal expected, LawEdition edition)
    {
        var law = edition.On(new DateOnly(2026, 7, 1));
        Assert.True(law.TryGetExchangeRate(TaxExamples.Amount(0, "USD").Currency, out var rate));
        Assert.Equal(expected, rate);
    }

    private static LawEdition WithRate(params string[] rates)
    {
        var csv = new StringBuilder("currency,units_per_euro,valid_from,valid_until,ground\n");
        for (var i = 0; i < rates.Length; i++)
            csv.Append(string.Create(null, $"{(i == 0 ? "USD" : "GBP")},{rates[i]},,,test\n"));
        return LawEdition.BuiltIn.With(
            2, [LawEdition.ParseTable("tariff.exchange_rates", Encoding.UTF8.GetBytes(csv.ToString()))]);
    }
}
