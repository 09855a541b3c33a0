// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using CsCheck;
using Tolhuis.Platform;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

/// <summary>Editions recorded before the table of measures have <c>tariff.duty_rates</c> with percentages.</summary>
public sealed class EarlierEditionTests : IDisposable
{
    private const string Rates =
        "code,origin,preference,percent,valid_from,valid_until,ground\n"
        + "610910,,100,12,,,a\n640219,,100,16.9,,2026-07-01,a\n640219,,100,17,2026-07-01,,a\n"
        + "87120030,,100,14,,,a\n87120030,CN,100,,,,a\n8517130000,,100,0,,,a\n910211,,100,,,,a\n"
        + "610910,CH,300,3.75,,,a\n";

    // What the table of measures brought along.
    private static readonly string[] LaterTables =
        ["tariff.measures", "tariff.country_groups", "tariff.nomenclature", "tariff.duty_rates"];

    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-earlier-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_edition_in_a_store_is_read_and_gives_the_cents_it_gave()
    {
        using var store = Store.Open(_folder, TimeProvider.System);
        var earlier = Earlier(1);
        await store.Write((connection, transaction) =>
        {
            var record = new EditionRecord(1, 0, "program", earlier.Hash);
            TariffStore.Add(connection, transaction, record, earlier.ToBundle());
            return 0;
        });

        var tariff = await TariffModule.Open(store, TimeProvider.System);

        Assert.Equal(2, tariff.Current.Number);
        Assert.Equal(LawEdition.BuiltIn.Hash, tariff.Current.Hash);
        var law = tariff.Edition(1)!.On(FirstDayOfTheFlatDuty);
        var shipment = H1(FullLine("6109100010", 1_000_000)) with { Freight = Amount(50_000) };
        Assert.Equal(new LineTax(true, 1_050_000, 126_000, 246_960), Calculate(shipment, law)[0]);
    }

    [Fact]
    public void A_rate_changes_on_its_day_and_a_row_without_percentage_is_left_to_a_person()
    {
        var before = Earlier(1).On(LastDayOfTheRelief);
        var after = Earlier(1).On(FirstDayOfTheFlatDuty);

        Assert.Equal(16_900, Duty(before, "640219", "CN"));
        Assert.Equal(17_000, Duty(after, "640219", "CN"));
        Assert.Equal(14_000, Duty(after, "87120030", "TW"));
        Assert.Null(Duty(after, "87120030", "CN"));
        Assert.Null(Duty(after, "910211", "CH"));
        Assert.Null(Duty(after, "950300", "CN"));
        Assert.Equal(0, Duty(after, "8517130000", "CN"));
        Assert.Null(Duty(after, "851713", "CN"));
    }

    [Fact]
    public void A_preference_of_then_asks_no_document_and_is_told_in_the_sentence_of_then()
    {
        var law = Earlier(1).On(FirstDayOfTheFlatDuty);
        var swiss = FullLine("610910", 100_000, "CH") with { Preference = "300" };
        Assert.Equal(3_750, Calculate(H1(swiss), law)[0].DutyCents);
        var step = TariffCalculator.Explain(H1(swiss), law).Single(s => s.AmountCents == 3_750);
        Assert.Equal("Customs duty of 3.75 % by code 610910 on EUR 1000.00.", law.TextOfStep(step, "en"));
        Assert.False(Calculate(H1(swiss with { PreferentialOrigin = "CN" }), law)[0].IsDetermined);
    }

    [Fact]
    public void Facts_that_were_not_read_then_change_nothing()
    {
        var law = Earlier(1).On(FirstDayOfTheFlatDuty);
        Gen.Long[0, 10_000_000].Select(Gen.Int[0, 3]).Sample(pair =>
        {
            var line = FullLine(((string[])["610910", "640219", "87120030", "910211"])[pair.Item2], pair.Item1);
            var full = line with
            {
                AdditionalCodes = ["B999"],
                QuotaOrderNumber = "092790",
                DocumentTypes = ["N853"],
                SupplementaryUnits = 5_000_000,
                NetMass = 7_000_000,
            };
            Assert.Equal(Calculate(H1(line), law), Calculate(H1(full), law));
            Assert.Empty(MeasureDocuments.Missing(H1(full), law));
        });
    }

    [Fact]
    public void Its_rates_are_answered_as_measures_and_its_changes_are_told()
    {
        var law = Earlier(1).On(LastDayOfTheRelief);
        var measure = Assert.Single(law.MeasuresOf(Code("640219")));
        Assert.Equal("16.9%", measure.Duty?.ToString());
        Assert.Empty(law.NomenclatureOf(Code("640219")));
        var changes = Earlier(1).ChangesOf(Code("640219"), LastDayOfTheRelief);
        Assert.Equal(
            ["16.9", "17"], changes.Where(change => change.Table == "tariff.duty_rates").Select(c => c.Row["percent"]));
    }

    private static long? Duty(LawOfTheDay law, string code, string origin)
    {
        var tax = Calculate(H1(FullLine(code, 100_000, origin)), law)[0];
        return tax.IsDetermined ? tax.DutyCents : null;
    }

    private static LawEdition Earlier(int number)
    {
        var tables = LawEdition.BuiltIn.Tables.Where(table => !LaterTables.Contains(table.Name))
            .Append(LawEdition.ParseTable("tariff.duty_rates", Encoding.UTF8.GetBytes(Rates)));
        return LawEdition.Parse(number, LawBundle.Write(tables));
    }
}
