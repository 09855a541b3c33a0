// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

/// <summary>Customs value: Union Customs Code, art. 70 to 74, with figures worked by hand.</summary>
public sealed class CustomsValueTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public void Article_71_adds_transport_to_a_price_without_it()
    {
        // 1,000.00 FOB and 500.00 transport: 12 % of 1,500.00; VAT 21 % of 1,680.00.
        var shirts = FullLine("610910", 100_000) with { Additions = [Addition("AK", 50_000)] };

        Assert.Equal(new LineTax(true, 150_000, 18_000, 35_280), Calculate(H1(shirts), Day)[0]);
        var steps = TariffCalculator.Explain(H1(shirts), LawEdition.BuiltIn.On(Day));
        var step = steps.Single(step => step.Code == "tariff.step.addition");
        Assert.Equal((50_000, "DWU art. 71"), (step.AmountCents, step.Ground));
        Assert.Equal(["AK", "500.00"], step.Arguments);
        var value = steps.Single(step => step.Code == "tariff.step.customs-value-adjusted");
        Assert.Equal((150_000, "1000.00"), (value.AmountCents, value.Arguments[0]));
    }

    [Fact]
    public void Article_72_takes_transport_after_arrival_out_again()
    {
        var shirts = FullLine("610910", 100_000) with
        {
            Additions = [Addition("BA", 20_000), Addition("AI", 5_000)],
        };
        // 12 % of 850.00; VAT 21 % of 952.00.
        Assert.Equal(new LineTax(true, 85_000, 10_200, 19_992), Calculate(H1(shirts), Day)[0]);
    }

    [Fact]
    public void An_amount_of_the_shipment_is_spread_by_value_to_the_cent()
    {
        var shirts = FullLine("610910", 30_000);
        var shipment = H1(shirts, shirts with { Value = Amount(10_000) }) with
        {
            Additions = [Addition("AK", 10_000), Addition("BA", 1_001)],
        };
        // 75.00 and 25.00; 7.51 and 2.50 (7.5075 and 2.5025): 12 % of 367.49 and of 122.50.
        Assert.Equal([36_749, 12_250], Calculate(shipment, Day).Select(tax => tax.ValueEuroCents));
        Assert.Equal([4_410, 1_470], Calculate(shipment, Day).Select(tax => tax.DutyCents));
        Assert.Contains("tariff.step.addition-share", StepCodes(shipment, Day));
        Assert.Contains("tariff.step.deduction-share", StepCodes(shipment, Day));
    }

    [Fact]
    public void An_addition_has_a_currency_of_its_own()
    {
        // 117.87 at 1.1787 for one euro is 100.00.
        var shirts = FullLine("610910", 100_000) with
        {
            Additions = [new ValueAddition("AK", Amount(11_787, "USD"))],
        };
        Assert.Equal(13_200, Calculate(H1(shirts), new DateOnly(2026, 1, 31))[0].DutyCents);
        var unknown = shirts with { Additions = [new ValueAddition("AK", Amount(11_787, "KPW"))] };
        Assert.False(Calculate(H1(unknown), Day)[0].IsDetermined);
        Assert.False(Calculate(H1(unknown with { Additions = [new("AK", default)] }), Day)[0].IsDetermined);
    }

    [Fact]
    public void A_value_is_never_below_zero()
    {
        var gone = FullLine("610910", 100_000) with { Additions = [Addition("BG", 100_000)] };
        Assert.Equal(new LineTax(true, 0, 0, 0), Calculate(H1(gone), Day)[0]);
        var below = gone with { Additions = [Addition("BG", 100_001)] };
        AssertOpen("tariff.step.value-below-zero", below);
    }

    [Fact]
    public void A_code_that_neither_adds_nor_deducts_is_left_to_a_person() =>
        AssertOpen(
            "tariff.step.addition-unknown", FullLine("610910", 100_000) with { Additions = [Addition("XK", 1)] });

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(6)]
    public void Article_74_values_by_another_method_through_a_person(int method) =>
        AssertOpen("tariff.step.other-valuation", FullLine("610910", 100_000) with { ValuationMethod = method });

    [Fact]
    public void Amounts_without_bound_never_overflow()
    {
        var large = FullLine("610910", 100) with
        {
            Additions = [.. Enumerable.Repeat(Addition("AK", 99_999_999_999_999), 99)],
        };
        AssertOpen("tariff.step.amount-too-large", large);
    }

    [Fact]
    public void Postal_charges_are_told_as_such_and_count_as_transport()
    {
        var parcel = H1(FullLine("610910", 100_000)) with { IsPostal = true, Freight = Amount(5_000) };
        Assert.Equal(12_600, Calculate(parcel, Day)[0].DutyCents);
        Assert.Contains("tariff.step.postal-charges", StepCodes(parcel, Day));
        Assert.DoesNotContain("tariff.step.freight-share", StepCodes(parcel, Day));
        Assert.Contains("tariff.step.freight-share", StepCodes(parcel with { IsPostal = false }, Day));
    }

    [Fact]
    public void Nothing_is_not_converted()
    {
        var parcel = H1(FullLine("610910", 100_000)) with { Freight = Amount(0, "USD") };
        Assert.DoesNotContain("tariff.step.exchange-rate", StepCodes(parcel, Day));
        Assert.Contains("tariff.step.exchange-rate", StepCodes(parcel with { Freight = Amount(1, "USD") }, Day));
    }

    private static ValueAddition Addition(string code, long cents) => new(code, Amount(cents));

    private static void AssertOpen(string step, TaxableLine line)
    {
        Assert.False(Calculate(H1(line), Day)[0].IsDetermined);
        var told = TariffCalculator.Explain(H1(line), LawEdition.BuiltIn.On(Day)).Single(its => its.Code == step);
        Assert.DoesNotContain('{', LawEdition.BuiltIn.On(Day).TextOfStep(told, "nl"));
        Assert.NotEmpty(told.Ground);
    }
}
