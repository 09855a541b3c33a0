// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

/// <summary>Relief and flat duty of consignments up to EUR 150: Regulation 1186/2009 and Regulation 2026/382.</summary>
public sealed class LowValueDutyTests
{
    [Fact]
    public void The_same_parcel_at_23_30_on_30_June_and_at_0_30_on_1_July_2026_gets_two_right_answers()
    {
        var before = new DateTimeOffset(2026, 6, 30, 21, 30, 0, TimeSpan.Zero);
        var after = new DateTimeOffset(2026, 6, 30, 22, 30, 0, TimeSpan.Zero);
        var parcel = H7(Line("610910", 2_000, "F48"), Line("640219", 3_000, "F48")) with { Ioss = Ioss };

        var old = Calculate(parcel, DutchTime.DateOf(before));
        var now = Calculate(parcel, DutchTime.DateOf(after));

        Assert.Equal([new LineTax(true, 2_000, 0, 0), new LineTax(true, 3_000, 0, 0)], old);
        Assert.Equal([new LineTax(true, 2_000, 300, 0), new LineTax(true, 3_000, 300, 0)], now);
    }

    [Fact]
    public void Article_23_of_1186_2009_relieves_up_to_150_euro_and_VAT_is_due_on_value_and_freight()
    {
        var parcel = H7(Line("610910", 14_000, "C07"), Line("490199", 1_000, "C07")) with { Freight = Amount(1_500) };

        var taxes = Calculate(parcel, LastDayOfTheRelief);

        // 140.00 + 14.00 freight at 21 %; 10.00 + 1.00 freight at 9 %.
        Assert.Equal([new LineTax(true, 14_000, 0, 3_234), new LineTax(true, 1_000, 0, 99)], taxes);
    }

    [Fact]
    public void Article_23_of_1186_2009_is_for_the_consignment_so_two_lines_above_150_euro_together_stop()
    {
        var parcel = H7(Line("610910", 14_000, "C07"), Line("490199", 1_001, "C07"));

        Assert.All(Calculate(parcel, LastDayOfTheRelief), tax => Assert.False(tax.IsDetermined));
        Assert.Contains("tariff.step.over-value-limit", StepCodes(parcel, LastDayOfTheRelief));
    }

    [Fact]
    public void Article_24_of_1186_2009_keeps_perfume_outside_the_relief_until_2026_382_brings_it_under_the_flat_duty()
    {
        var parcel = H7(Line("330300", 4_000, "F49"));

        Assert.False(Calculate(parcel, LastDayOfTheRelief)[0].IsDetermined);
        Assert.Equal(300, Calculate(parcel, FirstDayOfTheFlatDuty)[0].DutyCents);
    }

    [Fact]
    public void Regulation_2026_382_charges_three_euro_once_per_subheading_on_its_first_line()
    {
        var parcel = H7(
            Line("610910", 1_000, "F53"),
            Line("640219", 1_000, "F53"),
            Line("610910", 500, "F53"),
            Line("910211", 90, "F53"));

        var taxes = Calculate(parcel, FirstDayOfTheFlatDuty);

        Assert.Equal([300, 300, 0, 300], taxes.Select(tax => tax.DutyCents));
        Assert.Equal((1_000 + 300) * 21 / 100, taxes[0].VatCents);
        var grouped = Assert.Single(
            TariffCalculator.Explain(parcel, LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty)),
            step => step.Code == "tariff.step.flat-duty-grouped");
        Assert.Equal(3, grouped.ItemNumber);
        Assert.Equal("1", grouped.Arguments[0]);
    }

    [Fact]
    public void Regulation_2026_382_charges_a_subheading_once_also_among_a_thousand_others()
    {
        var codes = Enumerable.Range(0, 1_050).Select(i => (610_000 + i % 1_000).ToString(null as IFormatProvider));
        var parcel = H7([.. codes.Select(code => Line(code, 10, "F48"))]) with { Ioss = Ioss };
        var small = H7(Line("610000", 10, "F48")) with { Ioss = Ioss };

        var taxes = Calculate(parcel, FirstDayOfTheFlatDuty);

        Assert.All(taxes, (tax, i) => Assert.Equal(i < 1_000 ? 300 : 0, tax.DutyCents));
        Assert.Equal(300_000, taxes.Sum(tax => tax.DutyCents));
        Assert.Equal(300, Calculate(small, FirstDayOfTheFlatDuty)[0].DutyCents);
        Assert.Equal(taxes, Calculate(parcel, FirstDayOfTheFlatDuty));
        Assert.Equal(
            50, StepCodes(parcel, FirstDayOfTheFlatDuty).Count(step => step == "tariff.step.flat-duty-grouped"));
    }

    [Theory]
    [InlineData("line", new long[] { 300, 300, 300 })]
    [InlineData("hs6", new long[] { 300, 0, 0 })]
    [InlineData("hs6-description-origin", new long[] { 300, 0, 300 })]
    public void The_counting_key_of_2026_382_is_a_dated_setting(string key, long[] expected)
    {
        var parcel = H7(
            Line("610910", 1_000, "F53"),
            Line("610910", 900, "F53"),
            Line("610910", 800, "F53") with { Description = "other" });

        var taxes = Calculate(parcel, WithSetting("flat-duty-counting-key", "hs6", key).On(FirstDayOfTheFlatDuty));

        Assert.Equal(expected, taxes.Select(tax => tax.DutyCents));
    }

    [Theory]
    [InlineData("hs6-description-origin", new long[] { 300, 0, 0, 300 })]
    [InlineData("hs6-description-origin-identifier", new long[] { 300, 300, 0, 300 })]
    public void The_counting_key_may_tell_products_apart_by_the_identifier_of_the_merchant(string key, long[] expected)
    {
        var first = Line("610910", 1_000, "F53") with { ProductIdentifier = "A-1" };
        var parcel = H7(
            first,
            first with { ProductIdentifier = "A-2" },
            first with { Value = Amount(500) },
            first with { Origin = Country("VN") });

        var taxes = Calculate(parcel, WithSetting("flat-duty-counting-key", "hs6", key).On(FirstDayOfTheFlatDuty));

        Assert.Equal(expected, taxes.Select(tax => tax.DutyCents));
    }

    [Fact]
    public void A_counting_key_with_descriptions_reads_them_as_the_warning_does()
    {
        var parcel = H7(
            Line("610910", 1_000, "F53") with { Description = "Cotton shirt" },
            Line("610910", 900, "F53") with { Description = "  cotton SHIRT " },
            Line("610910", 800, "F53") with { Description = "Cotton shirts" });
        var law = WithSetting("flat-duty-counting-key", "hs6", "hs6-description-origin").On(FirstDayOfTheFlatDuty);

        Assert.Equal([300, 0, 300], Calculate(parcel, law).Select(tax => tax.DutyCents));
    }

    [Fact]
    public void The_flat_duty_leaves_the_VAT_base_where_the_dated_setting_says_so()
    {
        var parcel = H7(Line("610910", 1_000, "F53"));
        var law = WithSetting("flat-duty-in-vat-base", "yes", "no").On(FirstDayOfTheFlatDuty);

        Assert.Equal(new LineTax(true, 1_000, 300, 210), Calculate(parcel, law)[0]);
        Assert.Equal(new LineTax(true, 1_000, 300, 273), Calculate(parcel, FirstDayOfTheFlatDuty)[0]);
    }

    [Fact]
    public void Regulation_2026_382_ends_on_1_July_2028_and_an_H7_is_then_left_to_a_person()
    {
        var parcel = H7(Line("610910", 1_000, "F53") with { Value = Amount(1_000) });

        Assert.True(Calculate(parcel, new DateOnly(2028, 6, 30))[0].IsDetermined);
        Assert.False(Calculate(parcel, new DateOnly(2028, 7, 1))[0].IsDetermined);
    }

    [Fact]
    public void An_H7_line_that_is_neither_gift_nor_distance_sale_is_left_to_a_person_from_1_July_2026()
    {
        Assert.False(Calculate(H7(Line("610910", 1_000)), FirstDayOfTheFlatDuty)[0].IsDetermined);
        Assert.Contains("tariff.step.no-distance-sale", StepCodes(H7(Line("610910", 1_000)), FirstDayOfTheFlatDuty));
    }

    [Fact]
    public void Article_25_of_1186_2009_relieves_a_gift_up_to_45_euro_of_duty_and_VAT_before_and_after_1_July_2026()
    {
        var gift = H7(Line("950300", 4_500, "C08"));

        Assert.Equal(new LineTax(true, 4_500, 0, 0), Calculate(gift, LastDayOfTheRelief)[0]);
        Assert.Equal(new LineTax(true, 4_500, 0, 0), Calculate(gift, FirstDayOfTheFlatDuty)[0]);
    }

    [Fact]
    public void Article_26_of_1186_2009_relieves_the_gifts_that_fit_within_45_euro_and_splits_none()
    {
        var gifts = H7(Line("610910", 3_000, "C08"), Line("420222", 2_000, "C08"), Line("640219", 1_500, "C08"));

        var taxes = Calculate(gifts, FirstDayOfTheFlatDuty);

        Assert.Equal(new LineTax(true, 3_000, 0, 0), taxes[0]);
        Assert.Equal(new LineTax(true, 2_000, 50, 431), taxes[1]);
        Assert.Equal(new LineTax(true, 1_500, 0, 0), taxes[2]);
    }

    [Fact]
    public void Section_II_D_of_2658_87_puts_two_and_a_half_per_cent_on_a_gift_above_45_euro_unless_its_goods_are_free()
    {
        var dutiable = H7(Line("610910", 10_000, "C08"));
        var free = H7(Line("851713", 10_000, "C08"));

        Assert.Equal(new LineTax(true, 10_000, 250, 2_153), Calculate(dutiable, FirstDayOfTheFlatDuty)[0]);
        Assert.Equal(new LineTax(true, 10_000, 0, 2_100), Calculate(free, FirstDayOfTheFlatDuty)[0]);
        Assert.Equal(new LineTax(true, 10_000, 0, 2_100), Calculate(dutiable, LastDayOfTheRelief)[0]);
    }

    [Fact]
    public void Article_27_of_1186_2009_limits_gifts_of_perfume_by_quantity_so_a_person_determines()
    {
        Assert.False(Calculate(H7(Line("330300", 2_000, "C08")), FirstDayOfTheFlatDuty)[0].IsDetermined);
    }

    [Fact]
    public void Excise_goods_are_left_to_a_person()
    {
        var beer = H7(Line("220300", 2_000, "F48")) with { Ioss = Ioss };
        Assert.False(Calculate(beer, FirstDayOfTheFlatDuty)[0].IsDetermined);
    }

    [Fact]
    public void A_value_of_150_euro_is_measured_after_conversion_at_the_customs_rate()
    {
        // 1.1787 dollars for a euro in January 2026: 176.80 dollars is 150.00, 176.82 is 150.01.
        var day = new DateOnly(2026, 1, 15);
        var within = H7(Line("610910", 0, "C07") with { Value = Amount(17_680, "USD") });
        var above = H7(Line("610910", 0, "C07") with { Value = Amount(17_682, "USD") });

        Assert.True(Calculate(within, day)[0].IsDetermined);
        Assert.Equal(15_000, Calculate(within, day)[0].ValueEuroCents);
        Assert.False(Calculate(above, day)[0].IsDetermined);
    }

    [Fact]
    public void A_currency_without_a_rate_leaves_the_whole_consignment_to_a_person()
    {
        var parcel = H7(Line("610910", 1_000, "C07"), Line("610910", 0, "C07") with { Value = Amount(100, "XAU") });

        Assert.All(Calculate(parcel, LastDayOfTheRelief), tax => Assert.False(tax.IsDetermined));
        Assert.Contains("tariff.step.no-exchange-rate", StepCodes(parcel, LastDayOfTheRelief));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(9_999_999_999_999_999)]
    public void An_amount_out_of_bounds_is_left_to_a_person_and_never_overflows(long cents)
    {
        var many = Enumerable.Repeat(Line("610910", cents, "F53"), 9_999).ToArray();
        Assert.All(Calculate(H7(many), FirstDayOfTheFlatDuty), tax => Assert.False(tax.IsDetermined));
    }

    /// <summary>The law of the program with another value for a setting.</summary>
    internal static LawEdition WithSetting(string name, string from, string to)
    {
        var csv = new StringBuilder("name,value,valid_from,valid_until,ground\n");
        foreach (var row in LawEdition.BuiltIn.Table("tariff.settings"))
        {
            var value = row["name"] == name && row["value"] == from ? to : row["value"];
            csv.Append(string.Create(null, $"{row["name"]},{value},{row["valid_from"]},{row["valid_until"]},\n"));
        }

        var settings = LawEdition.ParseTable("tariff.settings", Encoding.UTF8.GetBytes(csv.ToString()));
        return LawEdition.BuiltIn.With(2, [settings]);
    }
}
