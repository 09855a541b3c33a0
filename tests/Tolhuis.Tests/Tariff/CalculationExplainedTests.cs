// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

public sealed class CalculationExplainedTests
{
    private static readonly string[] DutySteps =
    [
        "tariff.step.value-relief", "tariff.step.gift-relief", "tariff.step.gift-flat-rate", "tariff.step.gift-free",
        "tariff.step.flat-duty", "tariff.step.flat-duty-grouped", "tariff.step.tariff-duty",
    ];

    private static readonly Gen<TaxableConsignment> Consignments =
        from isSuperReduced in Gen.Bool
        from hasIoss in Gen.Bool
        from freight in Gen.Long[0, 5_000]
        from lines in Lines.Array[1, 60]
        select new TaxableConsignment(isSuperReduced, hasIoss ? Ioss : null, Amount(freight), lines);

    private static Gen<TaxableLine> Lines =>
        from code in OneOf("610910", "61091000", "6402190000", "851713", "950300", "220300", "330300", "490199")
        from cents in Gen.OneOf(Gen.Long[0, 3_000], Gen.Long[0, 20_000])
        from currency in OneOf("EUR", "EUR", "USD", "JPY")
        from additional in OneOf("C07", "C08", "F48", "F53", "000")
        from preference in OneOf("", "100", "300", "500")
        select FullLine(code, 0) with
        {
            Value = Amount(cents, currency),
            AdditionalProcedures = [additional],
            Preference = preference,
        };

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    [Fact]
    public void The_explanation_has_the_same_amounts_as_the_calculation() => Consignments.Sample(
        consignment =>
        {
            foreach (var day in (DateOnly[])[LastDayOfTheRelief, FirstDayOfTheFlatDuty])
            {
                var law = LawEdition.BuiltIn.On(day);
                var taxes = Calculate(consignment, law);
                var steps = TariffCalculator.Explain(consignment, law);
                for (var i = 0; i < taxes.Length; i++)
                    AssertSame(taxes[i], [.. steps.Where(step => step.ItemNumber == i + 1)]);
            }
        },
        iter: 400);

    [Theory]
    [InlineData("2026-04-15", "UVo. (EU) 2015/2447 art. 146; ECB 2026-03-18")]
    [InlineData("2026-05-15", "demo: continued from 2026-04")]
    public void A_conversion_gives_the_ground_of_the_rate_itself(string day, string ground)
    {
        var law = LawEdition.BuiltIn.On(DateOnly.ParseExact(day, "yyyy-MM-dd", null));
        var steps = TariffCalculator.Explain(H7(Line("610910", 0, "F48") with { Value = Amount(500, "AUD") }), law);
        Assert.Equal(ground, steps.Single(step => step.Code == "tariff.step.exchange-rate").Ground);
    }

    [Fact]
    public void The_shares_of_the_freight_sum_to_the_freight() => Consignments.Sample(
        consignment =>
        {
            var steps = TariffCalculator.Explain(consignment, LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty));
            var sum = steps.Where(step => step.Code == "tariff.step.freight-share").Sum(step => step.AmountCents);
            Assert.Equal(consignment.Freight!.Value.Cents, sum);
        },
        iter: 400);

    [Fact]
    public void Freight_over_lines_without_value_is_spread_evenly_and_over_ten_thousand_lines_it_still_sums()
    {
        var free = H1([.. Enumerable.Repeat(FullLine("610910", 0), 9_999)]) with { Freight = Amount(10_000) };
        var taxes = Calculate(free, FirstDayOfTheFlatDuty);
        Assert.Equal(10_000, taxes.Sum(tax => tax.ValueEuroCents));
        Assert.Equal(2, taxes[0].ValueEuroCents);
        Assert.Equal(1, taxes[1].ValueEuroCents);
    }

    [Fact]
    public void Every_step_has_a_ground_and_a_sentence_in_both_languages_without_open_places()
    {
        var law = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty);
        var parcel = H7(
            Line("610910", 1_234, "F53") with { Value = Amount(1_234, "USD") }, Line("610910", 500, "F53"))
            with
        { Freight = Amount(250) };
        foreach (var step in TariffCalculator.Explain(parcel, law))
        {
            Assert.NotEmpty(step.Ground);
            Assert.DoesNotContain('{', law.TextOfStep(step, "nl"));
            Assert.DoesNotContain('{', law.TextOfStep(step, "en"));
            Assert.NotEqual(law.TextOfStep(step, "nl"), law.TextOfStep(step, "en"));
        }

        var vat = TariffCalculator.Explain(parcel, law).First(step => step.Code == "tariff.step.vat");
        var text = law.TextOfStep(vat, "nl");
        Assert.StartsWith("Omzetbelasting van 21 % over ", text, StringComparison.Ordinal);
        Assert.Contains(',', text);
    }

    [Fact]
    public void Every_step_of_the_code_has_a_row()
    {
        var codes = typeof(LawEdition).Assembly.GetType("Tolhuis.Tariff.CalculationSteps")!
            .GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        var rows = LawEdition.BuiltIn.Table("tariff.steps").Select(row => row["code"]).Distinct();
        Assert.Equal(codes.Order(), rows.Order());
    }

    [Fact]
    public void A_calculation_of_an_ordinary_parcel_allocates_nothing()
    {
        var law = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty);
        var parcel = H7(Line("610910", 1_000, "F53"), Line("640219", 700, "F53")) with { Freight = Amount(101) };
        var result = new LineTax[2];
        for (var i = 0; i < 100; i++)
            TariffCalculator.Calculate(parcel, law, result);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            TariffCalculator.Calculate(parcel, law, result);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AssertSame(LineTax tax, CalculationStep[] steps)
    {
        var duty = steps.Where(step => DutySteps.Contains(step.Code)).ToArray();
        if (!tax.IsDetermined)
        {
            Assert.Empty(duty);
            return;
        }

        Assert.Equal(tax.DutyCents, Assert.Single(duty).AmountCents);
        var vat = steps.SingleOrDefault(step => step.Code is "tariff.step.vat" or "tariff.step.vat-ioss");
        Assert.Equal(tax.VatCents, vat?.AmountCents ?? 0);
    }
}
