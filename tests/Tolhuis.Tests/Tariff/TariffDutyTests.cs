// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

/// <summary>Third-country duty and VAT in H1: Union Customs Code, art. 56, and Regulation 2658/87.</summary>
public sealed class TariffDutyTests
{
    [Fact]
    public void Article_56_gives_twelve_per_cent_on_a_shipment_of_T_shirts_and_VAT_on_top()
    {
        var shipment = H1(FullLine("6109100010", 1_000_000)) with { Freight = Amount(50_000) };
        var taxes = Calculate(shipment, FirstDayOfTheFlatDuty);

        // Customs value 10,500.00; duty 1,260.00; VAT 21 % of 11,760.00.
        Assert.Equal(new LineTax(true, 1_050_000, 126_000, 246_960), taxes[0]);
    }

    [Theory]
    [InlineData("95030021", 470)]
    [InlineData("95030041", 470)]
    [InlineData("95030010", 0)]
    [InlineData("640219", 1690)]
    [InlineData("8517130000", 0)]
    [InlineData("4202220000", -1)]
    public void The_rate_of_the_longest_code_applies(string code, int basisPoints)
    {
        var law = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty);
        var isFound = law.TryGetDuty(Code(code), Country("CN"), "100", "4000", out var rate);
        Assert.Equal(basisPoints >= 0, isFound);
        if (isFound)
            Assert.Equal(basisPoints, rate.BasisPoints);
    }

    [Fact]
    public void A_heading_with_several_rates_has_none_at_six_digits()
    {
        var law = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty);
        Assert.False(law.TryGetDuty(Code("950300"), Country("CN"), "100", "4000", out _));
        Assert.False(law.TryGetDuty(Code("999999"), Country("CN"), "100", "4000", out _));
    }

    [Fact]
    public void Regulation_2019_1379_puts_a_defence_duty_on_bicycles_from_China_so_a_person_determines()
    {
        Assert.False(Calculate(H1(FullLine("87120030", 100_000, "CN")), FirstDayOfTheFlatDuty)[0].IsDetermined);
        Assert.Equal(14_000, Calculate(H1(FullLine("87120030", 100_000, "US")), FirstDayOfTheFlatDuty)[0].DutyCents);
    }

    [Theory]
    [InlineData("300", "4000", "000")]
    [InlineData("100", "4071", "000")]
    [InlineData("100", "4400", "000")]
    [InlineData("100", "4000", "F01")]
    public void A_preference_another_procedure_or_relief_is_left_to_a_person(
        string preference, string procedure, string additional)
    {
        var line = FullLine("610910", 100_000) with
        {
            Preference = preference,
            Procedure = procedure,
            AdditionalProcedures = [additional],
        };
        Assert.False(Calculate(H1(line), FirstDayOfTheFlatDuty)[0].IsDetermined);
    }

    [Fact]
    public void Regulation_2026_382_applies_to_a_distance_sale_in_H1_unless_the_trader_asks_the_duty_of_the_tariff()
    {
        var sale = FullLine("610910", 10_000) with { AdditionalProcedures = ["F53"] };

        Assert.Equal(300, Calculate(H1(sale), FirstDayOfTheFlatDuty)[0].DutyCents);
        Assert.Equal(1_200, Calculate(H1(sale with { Preference = "500" }), FirstDayOfTheFlatDuty)[0].DutyCents);
        var above = H1(sale with { Value = Amount(20_000) });
        Assert.Equal(2_400, Calculate(above, FirstDayOfTheFlatDuty)[0].DutyCents);
        Assert.False(Calculate(H1(sale with { Preference = "300" }), FirstDayOfTheFlatDuty)[0].IsDetermined);
    }

    [Fact]
    public void A_business_parcel_under_150_euro_in_H1_pays_the_duty_of_the_tariff_after_1_July_2026()
    {
        Assert.Equal(1_200, Calculate(H1(FullLine("610910", 10_000)), FirstDayOfTheFlatDuty)[0].DutyCents);
    }

    [Fact]
    public void Article_101_amounts_are_rounded_half_up_to_the_cent()
    {
        // 12 % of 0.04 is 0.0048 and of 0.05 is 0.006; 21 % of 0.50 is exactly ten and a half cents.
        Assert.Equal(0, Calculate(H1(FullLine("610910", 4)), FirstDayOfTheFlatDuty)[0].DutyCents);
        Assert.Equal(1, Calculate(H1(FullLine("610910", 5)), FirstDayOfTheFlatDuty)[0].DutyCents);
        Assert.Equal(11, Calculate(H7(Line("610910", 50, "C07")), LastDayOfTheRelief)[0].VatCents);
    }

    [Theory]
    [InlineData("490199", 90)]
    [InlineData("300490", 90)]
    [InlineData("090121", 90)]
    [InlineData("610910", 210)]
    [InlineData("220300", 210)]
    [InlineData("1518009900", 210)]
    public void Table_I_of_the_VAT_act_gives_nine_per_cent_to_food_books_and_medicines(string code, int permille) =>
        Assert.Equal(permille, LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty).VatPermille(Code(code)));

    [Theory]
    [InlineData("060110", "CN", "plant-health")]
    [InlineData("300490", "CN", "medicines")]
    [InlineData("3604100000", "CN", "pyrotechnics")]
    [InlineData("930400", "US", "weapons")]
    [InlineData("411330", "TH", "cites")]
    [InlineData("610910", "KP", "sanctions-north-korea")]
    [InlineData("720851", "RU", "sanctions-russia")]
    public void Restricted_goods_are_known_by_code_and_origin(string code, string origin, string list)
    {
        var restriction = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty).RestrictionOf(Code(code), Country(origin));
        Assert.Equal(list, restriction?.ListCode);
        Assert.NotEmpty(restriction!.Ground);
    }

    [Theory]
    [InlineData("610910", "CN")]
    [InlineData("720851", "CN")]
    [InlineData("851713", "")]
    public void Ordinary_goods_are_not_restricted(string code, string origin)
    {
        var country = origin.Length == 0 ? default : Country(origin);
        Assert.Null(LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty).RestrictionOf(Code(code), country));
    }
}
