// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff.Loading;

/// <summary>Official files as others publish them, read in place.</summary>
public sealed class OfficialFileTests
{
    [Theory]
    [InlineData("nomenclature", "data/codes/cn_2026.csv", "tariff.nomenclature", 12_600)]
    [InlineData("nomenclature", "data/codes/cn_2025.csv", "tariff.nomenclature", 12_600)]
    [InlineData("nomenclature", "data/codes/cn_2023_selfexplanatory_en_nl.csv", "tariff.nomenclature", 9_700)]
    [InlineData("duties", "data/codes/eu_cct_third_country_duty_2020.csv", "tariff.measures", 10_800)]
    [InlineData("codes", "data/codes/eu_csrd2_codelists_2025-02-12.json", "tariff.code_lists", 3_500)]
    [InlineData("offices", "data/geo/eu_customs_offices_2025-02-12.csv", "tariff.code_lists", 4_100)]
    [InlineData("offices", "data/geo/nl_customs_offices_2025-02-12.csv", "tariff.code_lists", 30)]
    public async Task An_official_file_loads_as_it_is_and_can_be_published(
        string kind, string path, string table, int least)
    {
        var content = await File.ReadAllBytesAsync(Shared.Require(path), TestContext.Current.CancellationToken);
        using var house = await DraftHouse.Open();

        var outcome = await house.Load(kind, content, "2026-12-01");

        Assert.Empty(outcome.Problems);
        var change = Assert.Single(outcome.Changes);
        Assert.Equal(table, change.Table);
        Assert.True(change.Added + change.Changed + change.Unchanged >= least, change.ToString());
        var published = await house.Drafts.Publish(outcome.Draft!.Number, null, "official", DraftHouse.Approver);
        Assert.Null(published.Problem);
        Assert.Equal(
            new DateOnly(2026, 12, 1),
            EditionDifference.Between(LawEdition.BuiltIn, house.Tariff.Current, 0).FirstDay);
    }

    [Fact]
    public async Task The_rates_of_the_central_bank_give_the_customs_rates_of_the_program()
    {
        var content = await File.ReadAllBytesAsync(
            Shared.Require("data/geo/ecb_reference_rates_1999-01-04_2026-04-13.csv"),
            TestContext.Current.CancellationToken);
        using var house = await DraftHouse.Open();

        var outcome = await house.Load("rates", content, "2026-04-01");

        // The demo law has the published rates of April 2026 of fifteen currencies.
        var change = Assert.Single(outcome.Changes);
        Assert.Equal((14, 0, 0, 15), (change.Added, change.Changed, change.Ended, change.Unchanged));

        var edition = await house.Publish("rates", System.Text.Encoding.UTF8.GetString(content), "2025-01-01");
        var law = edition.On(new DateOnly(2025, 3, 31));
        Assert.True(CurrencyCode.TryParse("USD", out var dollar));
        Assert.True(law.TryGetExchangeRate(dollar, out var rate));
        Assert.Equal(1.0434m, rate);
    }
}
