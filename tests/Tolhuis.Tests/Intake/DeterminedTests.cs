// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Declarations;
using Xunit;

namespace Tolhuis.Tests.Intake;

/// <summary>What customs determined, in the place of what was declared: pure, by the law of a day.</summary>
public sealed class DeterminedTests
{
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 6));

    // One item of coffee, declared for 9,000 euro.
    private static readonly Declaration Declared =
        new MessageChecker().Check(SampleMessages.Utf8(SampleMessages.H1), Law).Declaration!;

    [Fact]
    public void Every_particular_takes_the_place_of_what_was_declared_and_the_rest_stays()
    {
        var line = Determined.Apply(Declared, [
            new(1, ParticularKind.CommodityCode, "6109100010"), new(1, ParticularKind.Origin, "CN"),
            new(1, ParticularKind.Value, "21.50 USD"), new(1, ParticularKind.GrossMass, "12.5"),
            new(1, ParticularKind.NetMass, "11"), new(1, ParticularKind.SupplementaryUnits, "40"),
            new(1, ParticularKind.Description, "T-shirts"), new(1, ParticularKind.Preference, "300"),
        ]).Lines[0];

        Assert.Equal("6109100010", line.Code.ToString());
        Assert.Equal(("CN", "21.50 USD"), (line.Origin.ToString(), line.Value.ToString()));
        Assert.Equal(
            (12_500_000, 11_000_000, 40_000_000), (line.GrossMass, line.NetMass, line.SupplementaryUnits));
        Assert.Equal(("T-shirts", "300"), (line.Description, line.Preference));
        var declared = Declared.Lines[0];
        Assert.Equal(
            (declared.Procedure, declared.Packages, declared.References),
            (line.Procedure, line.Packages, line.References));
        Assert.NotEqual("CN", declared.Origin.ToString());
    }

    [Fact]
    public void Amounts_follow_the_law_of_the_day_to_the_cent()
    {
        var asDeclared = Determined.Weigh(Declared, [], Law);
        var determined = Determined.Weigh(Declared, [new(1, ParticularKind.Value, "10000 EUR")], Law);

        // Coffee is free of duty; VAT is 9 % of the value and what is added to it: 810.00, and 900.00 for 10,000.
        Assert.Equal((0, 81_000), (asDeclared.Taxes[0].DutyCents, asDeclared.Taxes[0].VatCents));
        Assert.Equal((0, 90_000), (determined.Taxes[0].DutyCents, determined.Taxes[0].VatCents));
    }

    [Fact]
    public void Duty_and_vat_of_a_person_take_the_place_of_what_is_calculated_each_by_itself()
    {
        var duty = Determined.Weigh(Declared, [new(1, ParticularKind.Duty, "3.20")], Law).Taxes[0];
        var vat = Determined.Weigh(Declared, [new(1, ParticularKind.Vat, "0")], Law).Taxes[0];

        Assert.Equal((320, 81_000), (duty.DutyCents, duty.VatCents));
        Assert.Equal((0, 0), (vat.DutyCents, vat.VatCents));
    }

    [Fact]
    public void A_line_that_cannot_be_calculated_asks_both_amounts()
    {
        // No rate by itself is known for a currency without a rate.
        Particular value = new(1, ParticularKind.Value, "100 KPW");
        var without = Determined.Weigh(Declared, [value], Law);
        var half = Determined.Weigh(Declared, [value, new(1, ParticularKind.Duty, "1")], Law);
        var both = Determined.Weigh(
            Declared, [value, new(1, ParticularKind.Duty, "1"), new(1, ParticularKind.Vat, "2")], Law);

        Assert.Equal([IntakeProblems.DeterminedAmounts], without.Problems.Select(problem => problem.Code));
        Assert.Equal([IntakeProblems.DeterminedAmounts], half.Problems.Select(problem => problem.Code));
        Assert.True(half.Awaits[0]);
        Assert.Empty(both.Problems);
        Assert.Equal((true, 100, 200), (both.Taxes[0].IsDetermined, both.Taxes[0].DutyCents, both.Taxes[0].VatCents));
    }

    [Theory]
    [InlineData(2, ParticularKind.Duty, "1.00", "intake.determined.item")]
    [InlineData(1, ParticularKind.Duty, "-1.00", "intake.determined.value")]
    [InlineData(1, ParticularKind.Duty, "1,00", "intake.determined.value")]
    [InlineData(1, ParticularKind.Duty, "9999999999999.99", "intake.determined.value")]
    [InlineData(1, ParticularKind.Value, "21.50", "intake.determined.value")]
    [InlineData(1, ParticularKind.Value, "21.50 XYZ", "intake.determined.unknown")]
    [InlineData(1, ParticularKind.CommodityCode, "61091", "intake.determined.value")]
    [InlineData(1, ParticularKind.CommodityCode, "7700000000", "intake.determined.unknown")]
    [InlineData(1, ParticularKind.Origin, "ZZ", "intake.determined.unknown")]
    [InlineData(1, ParticularKind.Preference, "999", "intake.determined.unknown")]
    [InlineData(1, ParticularKind.Description, " blank", "intake.determined.value")]
    [InlineData(1, (ParticularKind)99, "1", "intake.determined.value")]
    public void What_cannot_be_determined_is_named(int item, ParticularKind kind, string value, string expected)
    {
        var faults = Determined.FaultsOf([new Particular(item, kind, value)], new HashSet<int> { 1 }, Law);

        Assert.Equal([expected], faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Nothing_too_much_and_twice_the_same_are_refused()
    {
        Particular one = new(1, ParticularKind.Duty, "1.00");
        HashSet<int> items = [1];

        Assert.Equal(
            [IntakeProblems.DeterminedCount], Determined.FaultsOf([], items, Law).Select(fault => fault.Code));
        Assert.Equal(
            [IntakeProblems.DeterminedCount],
            Determined.FaultsOf([.. Enumerable.Repeat(one, 201)], items, Law).Select(fault => fault.Code));
        Assert.Equal(
            [IntakeProblems.DeterminedTwice], Determined.FaultsOf([one, one], items, Law).Select(fault => fault.Code));
        Assert.Empty(Determined.FaultsOf([one], items, Law));
    }

    [Fact]
    public void What_was_determined_is_a_step_of_its_own_with_its_ground()
    {
        var steps = Determined.Explain(
            Declared, [new(1, ParticularKind.Value, "10000.50 EUR"), new(1, ParticularKind.Duty, "3.20")], Law);

        Assert.Equal(
            ("tariff.step.determined-value", "DWU art. 191 lid 2", null),
            (steps[0].Code, steps[0].Ground, steps[0].AmountCents));
        Assert.Equal(
            ("tariff.step.determined-duty", "DWU art. 101 lid 1", 320L),
            (steps[^1].Code, steps[^1].Ground, steps[^1].AmountCents));
        Assert.Equal(
            "Door de douane vastgesteld: waarde 10000,50 EUR.", Law.TextOfStep(steps[0], "nl"));
        Assert.Contains(steps, step => step.Code == "tariff.step.vat");
    }
}
