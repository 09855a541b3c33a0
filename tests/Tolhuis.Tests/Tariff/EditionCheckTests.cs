// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

public sealed class EditionCheckTests
{
    [Fact]
    public void The_law_that_comes_with_the_program_has_no_faults() =>
        Assert.Empty(LawEdition.FaultsOf(LawEdition.BuiltIn));

    [Theory]
    [InlineData("2025-07-01")]
    [InlineData("2026-06-30")]
    [InlineData("2026-07-01")]
    [InlineData("2026-11-24")]
    [InlineData("2028-06-30")]
    [InlineData("2028-07-01")]
    [InlineData("1990-01-01")]
    public void Every_day_can_be_made_from_the_law_that_comes_with_the_program(string day)
    {
        var law = LawEdition.BuiltIn.On(DateOnly.ParseExact(day, "yyyy-MM-dd", null));
        Assert.True(law.HasList("country"));
    }

    [Theory]
    [InlineData("tariff.settings", "name,value,valid_from,valid_until,ground\nflat-duty-cents,drie,,,x\n", "whole number")]
    [InlineData("tariff.settings", "name,value,valid_from,valid_until,ground\nflat-duty,maybe,,,x\n", "yes or no")]
    [InlineData("tariff.settings", "name,value,valid_from,valid_until,ground\nflat-duty-counting-key,hs4,,,x\n", "counting key")]
    [InlineData("tariff.settings", "name,value,valid_from,valid_until,ground\nvat-rounding-unit-cents,0,,,x\n", "whole number")]
    [InlineData("tariff.settings", "name,value,valid_from,valid_until,ground\na,1,2026-01-01,,x\na,2,2026-07-01,,x\n", "overlaps")]
    [InlineData("tariff.settings", "name,worth,valid_from,valid_until,ground\na,1,,,x\n", "\"worth\" is unknown")]
    [InlineData("tariff.exchange_rates", "currency,units_per_euro,valid_from,valid_until,ground\nUSD,0,,,x\n", "above zero")]
    [InlineData("tariff.duty_rates", "code,origin,preference,percent,valid_from,valid_until,ground\n6109,,100,12,,,x\n", "6, 8 or 10")]
    [InlineData("tariff.duty_rates", "code,origin,preference,percent,valid_from,valid_until,ground\n610910,,100,12.345,,,x\n", "two decimals")]
    [InlineData("tariff.duty_rates", "code,origin,preference,percent,valid_from,valid_until,ground\n610910,China,100,12,,,x\n", "two letters")]
    [InlineData("tariff.vat_rates", "code_prefix,permille,valid_from,valid_until,ground\n490,90,,,x\n", "prefix")]
    [InlineData("tariff.vat_rates", "code_prefix,permille,valid_from,valid_until,ground\n49,1001,,,x\n", "1000")]
    [InlineData("tariff.problems", "code,severity,data_element,ground,valid_from,valid_until,text_nl,text_en\ntariff.a.b,fatal,,x,,,a,b\n", "severity")]
    [InlineData("tariff.problems", "code,severity,data_element,ground,valid_from,valid_until,text_nl,text_en\ntariff.a.b,warn,,x,,,{0},b\n", "as many values")]
    [InlineData("tariff.problems", "code,severity,data_element,ground,valid_from,valid_until,text_nl,text_en\nrisk.a.b,warn,,x,,,a,b\n", "module's name")]
    [InlineData("tariff.nothing", "code\nA\n", "no such table")]
    public void A_fault_in_a_row_is_named(string table, string csv, string what)
    {
        var edition = LawEdition.BuiltIn.With(2, [LawEdition.ParseTable(table, Encoding.UTF8.GetBytes(csv))]);
        var faults = LawEdition.FaultsOf(edition);

        Assert.Contains(faults, fault => fault.Table == table && fault.What.Contains(what, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Equal(table, fault.Table));
    }

    [Fact]
    public void A_missing_table_is_a_fault_and_faults_stop_at_two_hundred()
    {
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"A{i:D4},0,,,x\n"));
        var bundle = "tolhuis law 1\ntable,tariff.exchange_rates,5000\ncurrency,units_per_euro,valid_from,valid_until,ground\n" + rows;
        var faults = LawEdition.FaultsOf(LawEdition.Parse(2, Encoding.UTF8.GetBytes(bundle)));

        Assert.Equal(200, faults.Count);
        Assert.Contains(faults, fault => fault.Table == "tariff.settings" && fault.What == "the table is missing.");
    }

    [Fact]
    public void Consecutive_periods_do_not_overlap()
    {
        const string Csv = "code_prefix,permille,valid_from,valid_until,ground\n49,60,,2019-01-01,x\n49,90,2019-01-01,,x\n";
        var edition = LawEdition.BuiltIn.With(2, [LawEdition.ParseTable("tariff.vat_rates", Encoding.UTF8.GetBytes(Csv))]);
        Assert.Empty(LawEdition.FaultsOf(edition));
    }
}
