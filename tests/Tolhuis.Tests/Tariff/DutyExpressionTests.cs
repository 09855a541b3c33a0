// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using CsCheck;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

/// <summary>Duties as the tariff writes them: Regulation 2658/87, Annex I.</summary>
public sealed class DutyExpressionTests
{
    private const long Kilogram = 1_000_000;
    private const string DutyFile = "data/codes/eu_cct_third_country_duty_2020.csv";
    private static readonly DateOnly Summer = new(2026, 7, 1);
    private static readonly DateOnly Winter = new(2026, 1, 15);

    /// <summary>EUR 1,000.00; 250 kg net, 300 kg gross, no supplementary unit.</summary>
    private static readonly DutyQuantities Sample = new(100_000, 250 * Kilogram, 300 * Kilogram, "", 0);

    private static readonly Gen<DutyQuantities> Quantities =
        from value in Gen.Long[0, 1_000_000_000]
        from net in Gen.Long[1, 100_000 * Kilogram]
        from pieces in Gen.Long[1, 1_000_000]
        select new DutyQuantities(value, net, net, "NAR", pieces * 1_000_000);

    [Theory]
    [InlineData("12%", "12%")]
    [InlineData("0.0%", "0%")]
    [InlineData("Free", "0%")]
    [InlineData("3.750 %", "3.75%")]
    [InlineData("41.20 EUR / 100 kg", "41.2 EUR / 100 kg")]
    [InlineData("41.20 EUR DTN", "41.2 EUR / 100 kg")]
    [InlineData("1,024.00 EUR / tonne", "1024 EUR / tonne")]
    [InlineData("52.00 EUR / 1,000 items", "52 EUR / 1000 items")]
    [InlineData("6.4 + 24.6 EUR/100 kg", "6.4% + 24.6 EUR / 100 kg")]
    [InlineData("12%\u00A0+ 3 EUR\u00A0/\u00A0100\u00A0kg\u00A0MAX 15%", "12% + 3 EUR / 100 kg MAX 15%")]
    [InlineData("7.2 MIN 0.36 EUR/100 kg", "7.2% MIN 0.36 EUR / 100 kg")]
    [InlineData("1,024,500 EUR / tonne", "1024500 EUR / tonne")]
    [InlineData("5% (01 JAN-31 APR), 3% (01 MAY-30 JUNE), 2%", "5% (01 JAN-31 APR), 3% (01 MAY-30 JUN), 2%")]
    [InlineData("8.3 + 3.8 EUR/100 kg eda", "8.3% + 3.8 EUR / 100 kg / net drained wt")]
    [InlineData("0.40 EUR/100 kg/net/ % sacchar.", "0.4 EUR / 100 kg / net / % sacchar.")]
    [InlineData("9.00% +  EA MAX 18.70%  + ADSZ", "9% + EA MAX 18.7% + ADSZ")]
    [InlineData("12% - 2 EUR / 100 kg", "12% - 2 EUR / 100 kg")]
    [InlineData(
        "4.00% (01 JAN-31 MAR, 01-31 DEC), 5.10% (01 JUN-30 NOV)",
        "4% (01 JAN-31 MAR, 01 DEC-31 DEC), 5.1% (01 JUN-30 NOV)")]
    [InlineData(
        "9.60% MIN 1.1 €/100 kg/net (01 JAN-14 APR, 1 DEC-31 DEC), 13.60% MIN 1.6€/100kg/net",
        "9.6% MIN 1.1 EUR / 100 kg (01 JAN-14 APR, 01 DEC-31 DEC), 13.6% MIN 1.6 EUR / 100 kg")]
    public void An_expression_has_one_canonical_text_that_reads_back(string text, string canonical)
    {
        Assert.Equal(canonical, Read(text).ToString());
        Assert.Equal(canonical, Read(canonical).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("twelve")]
    [InlineData("12% of it")]
    [InlineData("12% +")]
    [InlineData("12% MIN")]
    [InlineData("12.34567%")]
    [InlineData("-3%")]
    [InlineData("10000.0001%")]
    [InlineData("3 EUR")]
    [InlineData("3 EUR / barrel")]
    [InlineData("3 GBP / 100 kg")]
    [InlineData("3 USD DTN")]
    [InlineData("12% (32 JAN-1 FEB)")]
    [InlineData("12% (1 JAN-30 FEB)")]
    [InlineData("12% (31 FEB-1 MAR)")]
    [InlineData("7,5%")]
    [InlineData("7,55%")]
    [InlineData("12,5 EUR / 100 kg")]
    [InlineData("2,500%")]
    [InlineData("0,500 EUR / kg")]
    [InlineData("1.5,000 EUR / kg")]
    [InlineData("1234,567 EUR / tonne")]
    [InlineData("1,0245 EUR / tonne")]
    [InlineData("12%, 5%")]
    [InlineData("12%, 5% (1 JAN-1 FEB)")]
    [InlineData("12% (1 JAN-1 FEB), 5% (1 FEB-31 MAR)")]
    [InlineData("12% (1 JAN-1 FEB, 15 JAN-3 MAR)")]
    [InlineData("12% (1 DEC-1 FEB), 5% (31 JAN-31 MAR)")]
    [InlineData("12")]
    [InlineData("12 - 2 EUR / 100 kg")]
    [InlineData("12% + 3")]
    [InlineData("12% MIN 3")]
    [InlineData("12% (1 JAN-1 FOO)")]
    [InlineData("12% (1 JAN-1 FEB")]
    [InlineData("1% + 1% + 1% + 1% + 1% + 1% + 1% + 1% + 1%")]
    public void What_is_not_fully_understood_is_refused(string text) =>
        Assert.False(DutyExpression.TryParse(text, out _));

    [Fact]
    public void A_long_or_deep_text_is_refused_at_once()
    {
        Assert.False(DutyExpression.TryParse(new string('9', 401), out _));
        Assert.False(DutyExpression.TryParse(string.Join(", ", Enumerable.Repeat("1%", 13)), out _));
        Assert.False(DutyExpression.TryParse("1 EUR / " + new string('k', 300), out _));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_what_is_read_reads_back_the_same()
    {
        string[] words =
        [
            "12", "%", "EUR", "€", "/", "100 kg", "item", "hl", "+", "-", "MIN", "MAX", "EA", "ADSZ", "(", ")", ",",
            "01 JAN", "31 DEC", "1,000", ".", " ", "\u00A0", "Free", "99999999", "\0", "é",
        ];
        Gen.Int[0, words.Length - 1].Array[0, 14].Sample(
            picks =>
            {
                var text = string.Join(picks.Length % 2 == 0 ? " " : "", picks.Select(pick => words[pick]));
                if (!DutyExpression.TryParse(text, out var duty))
                    return;
                Assert.Equal(duty.ToString(), Read(duty.ToString()).ToString());
                Assert.Equal(duty.Evaluate(Summer, Sample), Read(duty.ToString()).Evaluate(Summer, Sample));
            },
            iter: 20_000);
    }

    [Theory]
    // 12 % of 1,000.00.
    [InlineData("12%", 12_000)]
    // 250 kg are 2.5 times 100 kg: 2.5 x 41.20.
    [InlineData("41.2 EUR / 100 kg", 10_300)]
    // 10.2 % is 102.00; 2.5 x 93.10 is 232.75.
    [InlineData("10.2% + 93.1 EUR / 100 kg", 33_475)]
    // A quarter of a tonne at 114.00.
    [InlineData("114 EUR / tonne", 2_850)]
    // The sum 6.2 % + 67.75 is 129.75, below 17.9 %.
    [InlineData("6.2% + 27.1 EUR / 100 kg MAX 17.9%", 12_975)]
    // The sum 91.00 + 112.75 is 203.75, but 189.00 + 41.25 is 230.25: the maximum does not bind.
    [InlineData("9.1% + 45.1 EUR / 100 kg MAX 18.9% + 16.5 EUR / 100 kg", 20_375)]
    // 18.4 % is 184.00; at least 55.00, at most 60.00 for 250 kg.
    [InlineData("18.4% MIN 22 EUR / 100 kg MAX 24 EUR / 100 kg", 6_000)]
    // 1 % is 10.00; at least 55.00.
    [InlineData("1% MIN 22 EUR / 100 kg", 5_500)]
    // 300 kg gross: 3 x 0.60 is 1.80, below 3.8 %.
    [InlineData("3.8% MIN 0.6 EUR / 100 kg / gross", 3_800)]
    // 120.00 less 2.5 x 2.00.
    [InlineData("12% - 2 EUR / 100 kg", 11_500)]
    // A reduction never pays out.
    [InlineData("1% - 20 EUR / 100 kg", 0)]
    public void A_duty_worked_by_hand(string text, long cents) =>
        Assert.Equal(new DutyAmount(DutyOutcome.Determined, cents, ""), Read(text).Evaluate(Summer, Sample));

    [Theory]
    // Four watches of 1,000.00 together: 4.5 % is 45.00, at most 3.20.
    [InlineData("4.5% MIN 0.3 EUR / item MAX 0.8 EUR / item", "NAR", 4_000_000, 320)]
    // 2.5 thousand cigarettes declared in thousands.
    [InlineData("35 EUR / 1000 items", "MIL", 2_500_000, 8_750)]
    [InlineData("35 EUR / 1000 items", "NAR", 2_500_000_000, 8_750)]
    // 750 litres are 7.5 hectolitres at 32.00.
    [InlineData("32 EUR / hl", "LTR", 750_000_000, 24_000)]
    [InlineData("32 EUR / hl", "HLT", 7_500_000, 24_000)]
    // 8 % is 80.00; 12.5 square metres at 2.80 are 35.00.
    [InlineData("8% MAX 2.8 EUR / m2", "MTK", 12_500_000, 3_500)]
    // 6.5 % is 65.00; 1,200 metres at 5.00 per 100 are 60.00.
    [InlineData("6.5% MAX 5 EUR / 100 m", "MTR", 1_200_000_000, 6_000)]
    [InlineData("2 EUR / pair", "NPR", 3_000_000, 600)]
    public void A_duty_by_supplementary_unit_worked_by_hand(string text, string unit, long millionths, long cents)
    {
        var quantities = Sample with { SupplementaryUnit = unit, SupplementaryUnits = millionths };
        Assert.Equal(new DutyAmount(DutyOutcome.Determined, cents, ""), Read(text).Evaluate(Summer, quantities));
    }

    [Theory]
    [InlineData("32 EUR / hl", "hl")]
    [InlineData("4.5% MIN 0.3 EUR / item MAX 0.8 EUR / item", "item")]
    [InlineData("1.75 EUR / % vol / hl", "% vol / hl")]
    [InlineData("33.9 EUR / 100 kg / std qual", "100 kg / std qual")]
    [InlineData("1.19 EUR / kg / lactic matter + 27.5 EUR / 100 kg", "kg / lactic matter")]
    public void A_quantity_that_is_not_declared_is_named(string text, string unit)
    {
        Assert.Equal(new DutyAmount(DutyOutcome.MissingQuantity, 0, unit), Read(text).Evaluate(Summer, Sample));
        Assert.Contains(unit, Read(text).Units);
        // Pieces do not give litres.
        var other = Sample with { SupplementaryUnit = "CTM", SupplementaryUnits = 5_000_000 };
        Assert.Equal(DutyOutcome.MissingQuantity, Read(text).Evaluate(Summer, other).Outcome);
    }

    [Fact]
    public void A_mass_that_is_not_declared_is_missing_and_not_zero()
    {
        var none = Sample with { NetMass = 0 };
        Assert.Equal("100 kg", Read("41.2 EUR / 100 kg").Evaluate(Summer, none).Missing);
        Assert.Equal(DutyOutcome.Determined, Read("12%").Evaluate(Summer, none).Outcome);
    }

    [Theory]
    [InlineData("9% + EA")]
    [InlineData("9% + EA MAX 18.7% + ADSZ")]
    [InlineData("9% + EA MAX 20.7% + ADFM")]
    [InlineData("Entry Price")]
    public void An_agricultural_component_or_an_entry_price_needs_a_person(string text)
    {
        Assert.True(Read(text).NeedsPerson);
        Assert.Equal(DutyOutcome.NeedsPerson, Read(text).Evaluate(Summer, Sample).Outcome);
        Assert.False(Read("9%").NeedsPerson);
    }

    [Theory]
    [InlineData("2026-03-31", 400)]
    [InlineData("2026-12-01", 400)]
    [InlineData("2026-06-01", 510)]
    [InlineData("2026-11-30", 510)]
    [InlineData("2026-04-01", -1)]
    [InlineData("2026-05-31", -1)]
    public void A_season_holds_on_its_first_and_its_last_day(string day, long cents)
    {
        var duty = Read("4% (01 JAN-31 MAR, 01-31 DEC), 5.1% (01 JUN-30 NOV)");
        var amount = duty.Evaluate(Day(day), Sample with { ValueCents = 10_000 });
        Assert.Equal(cents < 0 ? DutyOutcome.OutOfSeason : DutyOutcome.Determined, amount.Outcome);
        Assert.Equal(Math.Max(cents, 0), amount.Cents);
    }

    [Fact]
    public void A_season_goes_over_New_Year()
    {
        var duty = Read("10% (16 OCT-31 MAR), 5%");
        Assert.Equal(10_000, duty.Evaluate(Winter, Sample).Cents);
        Assert.Equal(5_000, duty.Evaluate(Summer, Sample).Cents);
    }

    [Theory]
    [InlineData(RoundingDirection.HalfUp, 1, 13)]
    [InlineData(RoundingDirection.Down, 1, 12)]
    [InlineData(RoundingDirection.Up, 1, 13)]
    [InlineData(RoundingDirection.HalfUp, 100, 0)]
    [InlineData(RoundingDirection.Up, 100, 100)]
    public void An_amount_is_rounded_once_in_the_direction_and_to_the_unit_asked(
        RoundingDirection rounding, long unit, long cents)
    {
        // 12.5 % of one euro is exactly twelve and a half cents.
        var amount = Read("12.5%").Evaluate(Summer, Sample with { ValueCents = 100 }, unit, rounding);
        Assert.Equal(cents, amount.Cents);
    }

    [Fact]
    public void More_than_any_consignment_can_owe_is_no_amount()
    {
        var huge = Sample with { NetMass = 9_999_999_999_999_999 };
        Assert.Equal(DutyOutcome.TooLarge, Read("99999999 EUR / kg").Evaluate(Summer, huge).Outcome);
    }

    [Fact]
    public void A_minimum_and_a_maximum_bound_the_duty() => Quantities.Sample(q =>
    {
        var duty = Cents("4.5% MIN 0.3 EUR / item MAX 0.8 EUR / item", q);
        Assert.InRange(duty, Cents("0.3 EUR / item", q), Cents("0.8 EUR / item", q));
        var free = Cents("4.5%", q);
        Assert.Equal(Math.Clamp(free, Cents("0.3 EUR / item", q), Cents("0.8 EUR / item", q)), duty);
    });

    [Fact]
    public void A_sum_is_its_parts_but_for_one_rounding() => Quantities.Sample(q =>
    {
        var sum = Cents("10.2% + 93.1 EUR / 100 kg", q);
        Assert.InRange(sum - Cents("10.2%", q) - Cents("93.1 EUR / 100 kg", q), -1, 1);
    });

    [Fact]
    public void Twice_the_goods_owe_twice_the_duty_but_for_one_rounding() => Quantities.Sample(q =>
    {
        var twice = q with
        {
            ValueCents = 2 * q.ValueCents,
            NetMass = 2 * q.NetMass,
            SupplementaryUnits = 2 * q.SupplementaryUnits,
        };
        foreach (var text in (string[])["7.3%", "10.2% + 93.1 EUR / 100 kg", "5% MIN 0.17 EUR / item"])
            Assert.InRange(Cents(text, twice) - 2 * Cents(text, q), -1, 1);
    });

    [Fact]
    public void A_duty_never_falls_when_the_value_rises() => Quantities.Sample(q =>
    {
        var dearer = q with { ValueCents = q.ValueCents + 1 };
        foreach (var text in (string[])["7.3%", "18.4% MIN 22 EUR / 100 kg MAX 24 EUR / 100 kg", "3% + 1 EUR / kg"])
            Assert.True(Cents(text, dearer) >= Cents(text, q));
    });

    [Fact]
    public void A_percentage_agrees_with_exact_decimals() => Quantities.Sample(q =>
    {
        var exact = q.ValueCents * 0.0725m;
        Assert.Equal((long)Math.Floor(exact + 0.5m), Cents("7.25%", q));
        Assert.Equal(725, Read("7.25%").PlainBasisPoints);
        Assert.Null(Read("7.255%").PlainBasisPoints);
    });

    [Fact]
    public void Every_duty_of_the_common_customs_tariff_of_2020_is_read_reprinted_and_evaluated()
    {
        var texts = File.ReadLines(Shared.Require(DutyFile)).Skip(1).Select(SecondField)
            .Distinct(StringComparer.Ordinal).ToArray();
        Assert.Equal(525, texts.Length);
        var outcomes = new HashSet<DutyOutcome>();
        foreach (var text in texts)
        {
            Assert.True(DutyExpression.TryParse(text, out var duty), text);
            Assert.True(DutyExpression.TryParse(duty.ToString(), out var again), duty.ToString());
            Assert.Equal(duty.ToString(), again.ToString());
            foreach (var day in (DateOnly[])[Winter, Summer])
            {
                var amount = duty.Evaluate(day, Sample);
                outcomes.Add(amount.Outcome);
                Assert.Equal(amount, again.Evaluate(day, Sample));
                // Each is determined, or says what it lacks.
                Assert.Equal(amount.Outcome == DutyOutcome.MissingQuantity, amount.Missing.Length > 0);
                Assert.Equal(duty.NeedsPerson, amount.Outcome == DutyOutcome.NeedsPerson);
                if (amount.Outcome == DutyOutcome.MissingQuantity)
                    Assert.Contains(amount.Missing, duty.Units);
            }
        }

        Assert.Contains(DutyOutcome.Determined, outcomes);
        Assert.DoesNotContain(DutyOutcome.TooLarge, outcomes);
    }

    private static string SecondField(string line)
    {
        var rest = line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..];
        return rest[0] == '"'
            ? rest[1..rest.IndexOf('"', 1)]
            : rest[..rest.IndexOf(',', StringComparison.Ordinal)];
    }

    private static long Cents(string text, DutyQuantities quantities)
    {
        var amount = Read(text).Evaluate(Summer, quantities);
        Assert.Equal(DutyOutcome.Determined, amount.Outcome);
        return amount.Cents;
    }

    private static DutyExpression Read(string text) =>
        DutyExpression.TryParse(text, out var duty) ? duty : throw new ArgumentException(text);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
