// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Tariff.TaxExamples;

namespace Tolhuis.Tests.Tariff;

/// <summary>
/// Measures of the tariff in H1 and H6: Union Customs Code, art. 56, with figures worked by hand on the law of the
/// program.
/// </summary>
public sealed class MeasureDutyTests
{
    private const long Kilogram = 1_000_000;
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public void A_specific_duty_is_by_net_mass()
    {
        // 500 kg of cheddar at 167.10 per 100 kg is 835.50; VAT 9 % of 2,000.00 + 835.50.
        var cheddar = FullLine("04069021", 200_000, "NZ") with { NetMass = 500 * Kilogram };
        Assert.Equal(new LineTax(true, 200_000, 83_550, 25_520), One(cheddar));
        AssertOpen("tariff.step.quantity-missing", cheddar with { NetMass = 0 }, "100 kg");
    }

    [Fact]
    public void A_compound_duty_adds_value_and_mass()
    {
        // 12.8 % of 3,000.00 is 384.00; 4 x 303.40 is 1,213.60.
        var beef = FullLine("02013000", 300_000, "AR") with { NetMass = 400 * Kilogram };
        Assert.Equal(38_400 + 121_360, One(beef).DutyCents);
    }

    [Fact]
    public void A_minimum_and_maximum_per_watch_are_by_the_supplementary_unit_of_the_nomenclature()
    {
        // Ten watches: 4.5 % is between 3.00 and 8.00 or bound by them.
        var watches = FullLine("91021100", 10_000) with { SupplementaryUnits = 10 * Kilogram };
        Assert.Equal(450, One(watches).DutyCents);
        Assert.Equal(300, One(watches with { Value = Amount(1_000) }).DutyCents);
        Assert.Equal(800, One(watches with { Value = Amount(100_000) }).DutyCents);
        AssertOpen("tariff.step.quantity-missing", watches with { SupplementaryUnits = 0 }, "item");
    }

    [Fact]
    public void A_seasonal_duty_is_that_of_the_day()
    {
        var oranges = FullLine("08051080", 100_000, "ZA");
        Assert.Equal(12_000, Calculate(H1(oranges), new DateOnly(2026, 10, 15))[0].DutyCents);
        Assert.Equal(16_000, Calculate(H1(oranges), new DateOnly(2026, 10, 16))[0].DutyCents);
    }

    [Theory]
    [InlineData("17049051")]
    [InlineData("07020000")]
    public void An_agricultural_component_and_an_entry_price_are_left_to_a_person(string code) =>
        AssertOpen("tariff.step.agricultural-component", FullLine(code, 10_000), code);

    [Fact]
    public void Article_64_gives_a_preference_to_its_origin_with_its_document_only()
    {
        var claim = FullLine("610910", 100_000, "GB") with { Preference = "300", DocumentTypes = ["N380", "U116"] };
        Assert.Equal(new LineTax(true, 100_000, 0, 21_000), One(claim));
        AssertOpen("tariff.step.document-missing", claim with { DocumentTypes = ["N380"] }, "U116, U117, U118");
        AssertOpen("tariff.step.no-duty-rate", claim with { PreferentialOrigin = "CN" }, "CN");
        Assert.Equal(12_000, One(claim with { Preference = "100" }).DutyCents);
    }

    [Fact]
    public void A_group_of_countries_gets_its_preference_and_others_do_not()
    {
        var shirts = FullLine("610910", 100_000, "NP") with { Preference = "200", DocumentTypes = ["U165"] };
        Assert.Equal(0, One(shirts).DutyCents);
        // The row of four digits for the other group: 9.6 %.
        Assert.Equal(9_600, One(shirts with { PreferentialOrigin = "IN" }).DutyCents);
        AssertOpen("tariff.step.no-duty-rate", shirts with { PreferentialOrigin = "US" }, "US");
    }

    [Fact]
    public void A_preference_changes_on_its_day()
    {
        var car = FullLine("87032319", 1_000_000, "JP") with { Preference = "300", DocumentTypes = ["U110"] };
        Assert.Equal(13_000, Calculate(H1(car), new DateOnly(2026, 1, 31))[0].DutyCents);
        Assert.Equal(0, Calculate(H1(car), new DateOnly(2026, 2, 1))[0].DutyCents);
    }

    [Fact]
    public void A_suspension_is_claimed_by_its_preference_and_ends_on_its_day()
    {
        var cells = FullLine("8507600030", 100_000) with { Preference = "110" };
        Assert.Equal(0, Calculate(H1(cells), new DateOnly(2026, 12, 31))[0].DutyCents);
        Assert.Equal(1_300, Calculate(H1(cells), new DateOnly(2027, 1, 1))[0].DutyCents);
        Assert.False(Calculate(H1(cells), new DateOnly(2029, 1, 1))[0].IsDetermined);
        Assert.Equal(2_700, One(cells with { Preference = "100" }).DutyCents);
    }

    [Fact]
    public void Article_254_gives_the_end_use_rate_under_procedure_44_with_its_authorisation()
    {
        var tyres = FullLine("4011300010", 100_000, "US") with
        {
            Preference = "140",
            Procedure = "4400",
            DocumentTypes = ["N990"],
        };
        Assert.Equal(new LineTax(true, 100_000, 0, 21_000), One(tyres));
        AssertOpen("tariff.step.document-missing", tyres with { DocumentTypes = [] }, "N990");
        AssertOpen("tariff.step.end-use-procedure", tyres with { Procedure = "4000" }, "4000");
        AssertOpen("tariff.step.end-use-procedure", tyres with { Preference = "100" }, "4400");
        Assert.Equal(4_500, One(tyres with { Preference = "100", Procedure = "4000" }).DutyCents);
    }

    [Fact]
    public void A_quota_goes_to_a_person_with_its_order_number()
    {
        var tuna = FullLine("160414", 100_000, "EC") with { Preference = "120", QuotaOrderNumber = "092790" };
        AssertOpen("tariff.step.quota", tuna, "092790");
        AssertOpen("tariff.step.quota", tuna with { QuotaOrderNumber = "" }, "092790");
        AssertOpen("tariff.step.quota-unknown", tuna with { QuotaOrderNumber = "090001" }, "090001");
    }

    [Fact]
    public void Regulation_2016_1036_adds_the_duty_of_the_additional_code_to_that_for_third_countries()
    {
        // 14 % is 140.00; 48.5 % is 485.00; VAT 21 % of 1,625.00.
        var bicycles = FullLine("87120030", 100_000) with { AdditionalCodes = ["B999"] };
        Assert.Equal(new LineTax(true, 100_000, 62_500, 34_125), One(bicycles));
        Assert.Equal(14_000 + 19_200, One(bicycles with { AdditionalCodes = ["X001", "B772"] }).DutyCents);
        Assert.Equal(14_000, One(bicycles with { Origin = Country("TW") }).DutyCents);
        AssertOpen("tariff.step.defence-open", bicycles with { AdditionalCodes = [] }, "A30");
        AssertOpen("tariff.step.defence-open", bicycles with { Origin = default }, "A30");
        var codes = StepCodes(H1(bicycles), Day);
        Assert.Contains("tariff.step.tariff-duty", codes);
        Assert.Contains("tariff.step.anti-dumping-duty", codes);
    }

    [Fact]
    public void Anti_dumping_and_countervailing_duties_are_steps_of_their_own()
    {
        // 6 % + 62.1 % + 17.2 % of 1,000.00.
        var cycle = FullLine("871160", 100_000) with { AdditionalCodes = ["C999"] };
        var steps = TariffCalculator.Explain(H1(cycle), LawEdition.BuiltIn.On(Day));
        Assert.Equal(62_100, Step(steps, "tariff.step.anti-dumping-duty").AmountCents);
        Assert.Equal(17_200, Step(steps, "tariff.step.countervailing-duty").AmountCents);
        Assert.Equal(One(cycle).DutyCents, steps.Where(IsDuty).Sum(step => step.AmountCents));
        Assert.StartsWith("UVo. (EU) 2019/72", Step(steps, "tariff.step.countervailing-duty").Ground);
    }

    [Fact]
    public void A_provisional_duty_is_secured_and_not_levied_so_a_person_determines()
    {
        var profile = FullLine("76042100", 100_000);
        AssertOpen("tariff.step.provisional-duty", profile, "A35");
        Assert.Equal(7_500, Calculate(H1(profile), new DateOnly(2026, 9, 30))[0].DutyCents);
    }

    [Fact]
    public void A_safeguard_excludes_the_origins_that_its_row_names_and_ends_on_its_day()
    {
        var plates = FullLine("720851", 100_000, "IN");
        Assert.Equal(25_000, Calculate(H1(plates), new DateOnly(2026, 6, 30))[0].DutyCents);
        Assert.Equal(0, Calculate(H1(plates), new DateOnly(2026, 7, 1))[0].DutyCents);
        var norwegian = plates with { Origin = Country("NO") };
        Assert.Equal(0, Calculate(H1(norwegian), new DateOnly(2026, 6, 30))[0].DutyCents);
    }

    [Fact]
    public void A_code_of_eight_digits_above_a_defence_row_of_ten_is_open()
    {
        var law = With(
            "610910,,,,third-country,100,,12%,,,,x\n"
            + "6109100010,,CN,,anti-dumping,,,20%,,,,x\n");
        var shirts = FullLine("61091000", 100_000);
        Assert.False(Calculate(H1(shirts), law)[0].IsDetermined);
        Assert.Equal(12_000, Calculate(H1(shirts with { Origin = Country("VN") }), law)[0].DutyCents);
        Assert.Equal(32_000, Calculate(H1(shirts with { Code = Code("6109100010") }), law)[0].DutyCents);
        Assert.Equal(12_000, Calculate(H1(shirts with { Code = Code("6109100090") }), law)[0].DutyCents);
    }

    [Fact]
    public void The_longest_code_wins_then_the_country_then_the_group_then_all()
    {
        var law = With(
            "61,,CN,,third-country,100,,1%,,,,x\n6109,,,,third-country,100,,2%,,,,x\n"
            + "610910,,,,third-country,100,,3%,,,,x\n610910,,eba,,third-country,100,,4%,,,,x\n"
            + "610910,,NP,,third-country,100,,5%,,,,x\n6109100010,,,NP,third-country,100,,6%,,,,x\n");
        Assert.Equal(3, Percent("610910", "CN"));
        Assert.Equal(4, Percent("610910", "BD"));
        Assert.Equal(5, Percent("610910", "NP"));
        Assert.Equal(6, Percent("6109100010", "BD"));
        Assert.Equal(5, Percent("6109100010", "NP"));
        Assert.Equal(2, Percent("610990", "CN"));
        Assert.Equal(1, Percent("611010", "CN"));

        long Percent(string code, string origin) =>
            Calculate(H1(FullLine(code, 10_000, origin)), law)[0].DutyCents / 100;
    }

    [Fact]
    public void A_business_parcel_in_H6_pays_the_tariff_and_a_distance_sale_the_flat_duty()
    {
        var parcel = FullLine("610910", 10_000) with { Preference = "" };
        var sale = parcel with { AdditionalProcedures = ["F53"] };
        Assert.Equal(1_200, Calculate(Postal(parcel), Day)[0].DutyCents);
        Assert.Equal(300, Calculate(Postal(sale), Day)[0].DutyCents);
        Assert.Equal(1_200, Calculate(Postal(sale), new DateOnly(2028, 7, 1))[0].DutyCents);
        Assert.Equal(300, Calculate(Postal(sale), new DateOnly(2028, 6, 30))[0].DutyCents);
        var gift = parcel with { AdditionalProcedures = ["C08"], Value = Amount(6_000) };
        Assert.Equal(150, Calculate(Postal(gift), Day)[0].DutyCents);
        Assert.Equal(
            new LineTax(true, 4_500, 0, 0), Calculate(Postal(gift with { Value = Amount(4_500) }), Day)[0]);
    }

    [Fact]
    public void The_highest_duties_on_the_highest_value_still_fit()
    {
        var law = With(
            "610910,,,,third-country,100,,10000%,,,,x\n610910,,,,anti-dumping,,,10000%,,,,x\n"
            + "610990,,,,third-country,100,,10000% + 99999999 EUR / kg,,,,x\n");
        const long Most = 100_000_000_000_000;
        Assert.Equal(200 * Most, Calculate(H1(FullLine("610910", Most)), law)[0].DutyCents);
        var open = FullLine("610990", Most) with { NetMass = 9_999_999_999_999_999 };
        Assert.False(Calculate(H1(open), law)[0].IsDetermined);
        Assert.Contains(
            TariffCalculator.Explain(H1(open), law), step => step.Code == "tariff.step.amount-too-large");
    }

    [Fact]
    public void A_H7_never_uses_the_end_use_procedure()
    {
        var line = Line("610910", 1_000, "F53") with { Procedure = "4400" };
        Assert.Contains("tariff.step.other-procedure", StepCodes(H7(line), Day));
    }

    [Theory]
    [InlineData("down", 1_219)]
    [InlineData("half-up", 1_220)]
    [InlineData("up", 1_220)]
    public void Rounding_per_tax_is_a_dated_setting(string direction, long duty)
    {
        var settings = LawEdition.BuiltIn.Tables.Single(table => table.Name == "tariff.settings");
        var rows = settings.Rows.Select(row => row["name"] == "duty-rounding"
            ? $"duty-rounding,{direction},,,x"
            : string.Join(',', row.Values.Select(value => '"' + value + '"')));
        var csv = string.Join(',', settings.Columns) + "\n" + string.Join('\n', rows);
        var law = LawEdition.BuiltIn.With(2, [LawEdition.ParseTable("tariff.settings", Bytes(csv))]);

        Assert.Empty(LawEdition.FaultsOf(law));
        // 12 % of 101.63 is 12.1956.
        Assert.Equal(duty, Calculate(H1(FullLine("610910", 10_163)), law.On(Day))[0].DutyCents);
    }

    [Fact]
    public void The_same_line_gives_the_same_cents_in_every_edition_with_the_same_rows()
    {
        var line = FullLine("24011060", 123_457, "BR") with { NetMass = 77 * Kilogram };
        var again = LawEdition.Parse(7, LawEdition.BuiltIn.ToBundle());
        for (var day = new DateOnly(2026, 6, 1); day.Year < 2027; day = day.AddDays(7))
            Assert.Equal(Calculate(H1(line), day), Calculate(H1(line), again.On(day)));
    }

    [Fact]
    public void Every_step_of_these_has_a_ground_and_a_sentence_in_both_languages()
    {
        var law = LawEdition.BuiltIn.On(Day);
        TaxableLine[] lines =
        [
            FullLine("02013000", 300_000, "AR") with { NetMass = 400 * Kilogram },
            FullLine("91021100", 10_000) with { SupplementaryUnits = 10 * Kilogram },
            FullLine("610910", 100_000, "GB") with { Preference = "300", DocumentTypes = ["U116"] },
            FullLine("610910", 100_000, "GB") with { Preference = "300" },
            FullLine("8507600030", 100_000) with { Preference = "110" },
            FullLine("87120030", 100_000) with { AdditionalCodes = ["B999"] },
            FullLine("87120030", 100_000),
            FullLine("76042100", 100_000),
            FullLine("160414", 100_000) with { Preference = "120" },
            FullLine("04069021", 100_000),
            FullLine("17049051", 100_000),
        ];
        var steps = TariffCalculator.Explain(H1(lines), law);
        Assert.All(steps, step =>
        {
            Assert.NotEmpty(step.Ground);
            Assert.DoesNotContain('{', law.TextOfStep(step, "nl"));
            Assert.DoesNotContain('{', law.TextOfStep(step, "en"));
        });
        Assert.Equal(Enumerable.Range(1, lines.Length), steps.Select(step => step.ItemNumber).Distinct());
    }

    [Fact]
    public void A_calculation_by_measures_allocates_nothing()
    {
        var law = LawEdition.BuiltIn.On(Day);
        var shipment = H1(
            FullLine("87120030", 100_000) with { AdditionalCodes = ["B999"] },
            FullLine("610910", 100_000, "GB") with { Preference = "300", DocumentTypes = ["U116"] },
            FullLine("02013000", 300_000, "AR") with { NetMass = 400 * Kilogram });
        var result = new LineTax[3];
        for (var i = 0; i < 100; i++)
            TariffCalculator.Calculate(shipment, law, result);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            TariffCalculator.Calculate(shipment, law, result);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(result, tax => Assert.True(tax.IsDetermined));
    }

    private static TaxableConsignment Postal(TaxableLine line) => H1(line) with { IsPostal = true };

    private static LineTax One(TaxableLine line) => Calculate(H1(line), Day)[0];

    private static bool IsDuty(CalculationStep step) => step.Code.EndsWith("-duty", StringComparison.Ordinal);

    private static CalculationStep Step(IReadOnlyList<CalculationStep> steps, string code) =>
        steps.Single(step => step.Code == code);

    private static void AssertOpen(string step, TaxableLine line, string names)
    {
        Assert.False(One(line).IsDetermined);
        var steps = TariffCalculator.Explain(H1(line), LawEdition.BuiltIn.On(Day));
        Assert.Contains(names, Step(steps, step).Arguments);
    }

    private static LawOfTheDay With(string measures)
    {
        var columns = LawEdition.BuiltIn.Tables.Single(table => table.Name == "tariff.measures").Columns;
        var csv = string.Join(',', columns) + "\n" + measures;
        return LawEdition.BuiltIn.With(2, [LawEdition.ParseTable("tariff.measures", Bytes(csv))]).On(Day);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
