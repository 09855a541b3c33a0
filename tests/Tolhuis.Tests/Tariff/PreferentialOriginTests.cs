// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

/// <summary>
/// Preferential duty goes by 16 09, all other duties by 16 08: Union Customs Code, art. 59 to 64.
/// </summary>
public sealed class PreferentialOriginTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.With(2,
    [
        Table("tariff.country_groups", "2020,NP,,,x"),
        Table(
            "tariff.measures",
            """
            610910,,,,third-country,100,,12%,,,,x
            610910,,GB,,preference,300|400,,3%,,,,x
            610910,,2020,,preference,200,,9%,,,,x
            610910,,CN,,anti-dumping,,,10%,,,,x
            """),
    ]).On(Day);

    private static TaxableLine Shirts => FullLine("610910", 100_000) with { PreferentialOrigin = "" };

    [Fact]
    public void A_preference_goes_by_the_preferential_origin_and_defence_by_the_origin()
    {
        var line = Shirts with { Preference = "300", PreferentialOrigin = "GB" };
        // 3 % and, from China, 10 % on top.
        Assert.Equal(13_000, One(line).DutyCents);
        Assert.Equal(3_000, One(line with { Origin = Country("GB") }).DutyCents);
        var steps = TariffCalculator.Explain(H1(line), Law);
        Assert.Equal("GB", steps.Single(step => step.Code == "tariff.step.preference-duty").Arguments[5]);
        Assert.Equal("CN", steps.Single(step => step.Code == "tariff.step.anti-dumping-duty").Arguments[5]);
    }

    [Fact]
    public void An_origin_of_the_goods_claims_no_preference()
    {
        var line = Shirts with { Origin = Country("GB"), Preference = "300" };
        Assert.False(One(line).IsDetermined);
        Assert.False(One(line with { PreferentialOrigin = "CN" }).IsDetermined);
        Assert.False(One(line with { Preference = "400" }).IsDetermined);
        Assert.Equal(3_000, One(line with { Preference = "400", PreferentialOrigin = "GB" }).DutyCents);
    }

    [Fact]
    public void The_duty_for_third_countries_asks_no_preferential_origin()
    {
        var line = Shirts with { Origin = Country("US"), PreferentialOrigin = "GB" };
        Assert.Equal(12_000, One(line).DutyCents);
    }

    [Fact]
    public void A_group_of_four_digits_gets_what_is_for_that_group_and_another_goes_to_a_person()
    {
        var line = Shirts with { Origin = Country("NP"), Preference = "200", PreferentialOrigin = "2020" };
        Assert.Equal(9_000, One(line).DutyCents);
        Assert.Equal(9_000, One(line with { PreferentialOrigin = "NP" }).DutyCents);
        Assert.False(One(line with { PreferentialOrigin = "2027" }).IsDetermined);
        Assert.False(One(line with { PreferentialOrigin = "IN" }).IsDetermined);
    }

    private static LineTax One(TaxableLine line) => Calculate(H1(line), Law)[0];

    private static LawTable Table(string name, string rows)
    {
        var columns = LawEdition.BuiltIn.Tables.Single(table => table.Name == name).Columns;
        return LawEdition.ParseTable(name, Encoding.UTF8.GetBytes(string.Join(',', columns) + "\n" + rows));
    }
}
