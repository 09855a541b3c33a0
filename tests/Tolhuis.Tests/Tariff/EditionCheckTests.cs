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
    [InlineData("tariff.settings", "flat-duty-cents,drie,,,x", "whole number")]
    [InlineData("tariff.settings", "flat-duty,maybe,,,x", "yes or no")]
    [InlineData("tariff.settings", "flat-duty-counting-key,hs4,,,x", "counting key")]
    [InlineData("tariff.settings", "vat-rounding-unit-cents,0,,,x", "whole number")]
    [InlineData("tariff.settings", "flat-duty-cents,1,2026-01-01,,x\nflat-duty-cents,2,2026-07-01,,x", "overlaps")]
    [InlineData("tariff.settings", "no-such-setting,1,,,x", "no such setting")]
    [InlineData("tariff.settings", "flat-duty-cents,,,,x", "empty")]
    [InlineData("tariff.settings", "flat-duty,,,,x", "empty")]
    [InlineData("tariff.settings", "prelodged-term-days,soon,,,x", "from 1 to 3660")]
    [InlineData("tariff.settings", "prelodged-term-days,0,,,x", "from 1 to 3660")]
    [InlineData("tariff.settings", "invalidation-term-days,36500,,,x", "from 1 to 3660")]
    [InlineData("tariff.settings", "repayment-term-years,-3,,,x", "from 1 to 30")]
    [InlineData("tariff.settings", "repayment-term-years,yes,,,x", "from 1 to 30")]
    [InlineData("tariff.settings", "statistical-value-factor,3.5,,,x", "from 1 to 1000")]
    [InlineData("tariff.settings", "vat-standard-permille,1001,,,x", "from 0 to 1000")]
    [InlineData("tariff.settings", "gift-flat-rate-basis-points,10001,,,x", "from 0 to 10000")]
    [InlineData("tariff.settings", "member-state-of-import,Nederland,,,x", "two letters")]
    [InlineData("tariff.settings", "tariff-duty-preference-first-digit,50,,,x", "from 0 to 9")]
    [InlineData("tariff.settings", "vat-rounding,near,,,x", "half-up, down or up")]
    [InlineData("tariff.exchange_rates", "USD,0,,,x", "above zero")]
    [InlineData("tariff.measures", "61091,,,,third-country,100,,12%,,,,x", "10 digits")]
    [InlineData("tariff.measures", "610910,,,,tax,100,,12%,,,,x", "type is unknown")]
    [InlineData("tariff.measures", "610910,,,,third-country,100,,12% of it,,,,x", "duty cannot be read")]
    [InlineData("tariff.measures", "610910,,,,third-country,100,,3 EUR / barrel,,,,x", "duty cannot be read")]
    [InlineData("tariff.measures", "610910,,China,,third-country,100,,12%,,,,x", "nor a group")]
    [InlineData("tariff.measures", "610910,,,CN|China,third-country,100,,12%,,,,x", "excluded origin")]
    [InlineData("tariff.measures", "610910,,,,third-country,,,12%,,,,x", "has no preference")]
    [InlineData("tariff.measures", "610910,,,,preference,999,,12%,,,,x", "999 is not in the code list")]
    [InlineData("tariff.measures", "610910,,,,quota,120,,12%,,,,x", "order number")]
    [InlineData("tariff.measures", "610910,,,,quota,120,0912,12%,,,,x", "six digits")]
    [InlineData("tariff.measures", "610910,c999,CN,,anti-dumping,,,12%,,,,x", "additional code")]
    [InlineData("tariff.measures", "610910,,,,document,,,,,,,x", "names none")]
    [InlineData("tariff.measures", "610910,,,,document,,,5%,N853,,,x", "no duty has a duty")]
    [InlineData("tariff.measures", "610910,,,,document,,,,n-853,,,x", "a document is not")]
    [InlineData(
        "tariff.measures",
        "610910,,,,third-country,100,,12%,,,,x\n610910,,,,third-country,100,,9%,,2026-01-01,,x",
        "overlaps")]
    [InlineData(
        "tariff.measures",
        "610910,,,,preference,200|300,,0%,,,,x\n610910,,,,preference,300,,9%,N954,,,x",
        "overlaps")]
    [InlineData("tariff.country_groups", "X,NL,,,x\neba,NP,,,x\naps,IN,,,x", "not a name")]
    [InlineData("tariff.country_groups", "eba,Nepal,,,x\naps,IN,,,x", "two letters")]
    [InlineData("tariff.nomenclature", "1,,,,a,b", "10 digits")]
    [InlineData("tariff.nomenclature", "01,,,stuks,a,b", "supplementary unit")]
    [InlineData("tariff.nomenclature", "01,,,,,", "no words")]
    [InlineData("tariff.vat_rates", "490,90,,,x", "prefix")]
    [InlineData("tariff.vat_rates", "49,1001,,,x", "1000")]
    [InlineData("tariff.problems", "tariff.a.b,fatal,,x,,,a,b", "severity")]
    [InlineData("tariff.problems", "tariff.a.b,warn,,x,,,{0},b", "as many values")]
    [InlineData("tariff.problems", "risk.a.b,warn,,x,,,a,b", "module's name")]
    public void A_fault_in_a_row_is_named(string table, string rows, string what)
    {
        var edition = With(table, string.Join(',', Columns(table)) + "\n" + rows);
        var faults = LawEdition.FaultsOf(edition);

        Assert.Contains(faults, fault => fault.Table == table && fault.What.Contains(what, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Equal(table, fault.Table));
        foreach (var fault in faults)
        {
            Assert.DoesNotMatch(@"\b(the|has|not|with|another)\b", fault.In("nl").Split("Rij:")[0]);
            Assert.Contains($": {fault.What}", fault.In("en"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("tariff.vat_rates", "code_prefix,percent,valid_until,ground\n49,9,,x", "\"percent\" is unknown")]
    [InlineData("tariff.vat_rates", "code_prefix,valid_from,valid_until,ground\n49,,,x", "\"permille\" is missing")]
    [InlineData("tariff.nothing", "code\nA\n", "no such table")]
    public void A_table_or_column_that_the_program_does_not_know_is_a_fault(string table, string csv, string what) =>
        Assert.Contains(
            LawEdition.FaultsOf(With(table, csv)), fault => fault.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void A_missing_table_is_a_fault_and_faults_stop_at_two_hundred()
    {
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"A{i:D4},0,,,x\n"));
        var header = string.Join(',', Columns("tariff.exchange_rates"));
        var bundle = $"tolhuis law 1\ntable,tariff.exchange_rates,5000\n{header}\n{rows}";
        var faults = LawEdition.FaultsOf(LawEdition.Parse(2, Encoding.UTF8.GetBytes(bundle)));

        Assert.Equal(200, faults.Count);
        Assert.Contains(faults, fault => fault.Table == "tariff.settings" && fault.What == "the table is missing.");
    }

    [Fact]
    public void Consecutive_periods_do_not_overlap()
    {
        const string Rows = "49,60,,2019-01-01,x\n49,90,2019-01-01,,x\n";
        const string Table = "tariff.vat_rates";
        var header = string.Join(',', Columns(Table)) + "\n";
        Assert.Empty(LawEdition.FaultsOf(With(Table, header + Rows)));
    }

    private static IReadOnlyList<string> Columns(string table) =>
        LawEdition.BuiltIn.Tables.Single(known => known.Name == table).Columns;

    private static LawEdition With(string table, string csv) =>
        LawEdition.BuiltIn.With(2, [LawEdition.ParseTable(table, Encoding.UTF8.GetBytes(csv))]);
}
