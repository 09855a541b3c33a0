// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Rules;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>Every rule in both outcomes, on our own messages.</summary>
public sealed class EveryRuleTests
{
    public static TheoryData<string> Codes => [.. RuleCases.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_is_silent_while_it_holds_and_speaks_when_it_is_broken(string code)
    {
        var rule = Assert.Single(RuleCases.All, its => its.Code == code);
        Assert.DoesNotContain(rule.Problems(isBroken: false), problem => problem.Code == code);
        var problem = Assert.Single(rule.Problems(isBroken: true), problem => problem.Code == code);
        Assert.StartsWith("/Declaration/", problem.Pointer, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{2} [0-9]{2} [0-9]{3} [0-9]{3}$", problem.DataElement);
        var row = ProblemCatalogue.Of(rule.Law).Row(code, rule.Law.Day)!;
        Assert.Equal(row.Severity, problem.Severity);
        foreach (var language in (string[])["nl", "en"])
        {
            var text = ProblemCatalogue.Of(rule.Law).Text(problem, language, rule.Law.Day);
            Assert.DoesNotMatch(@"\{[0-9]\}|""""|  ", text);
            Assert.EndsWith(".", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Where_a_rule_holds_nothing_refuses_the_message(string code) => Assert.DoesNotContain(
        Assert.Single(RuleCases.All, its => its.Code == code).Problems(isBroken: false),
        problem => problem.Severity == Severity.Reject);

    [Fact]
    public void Every_rule_has_a_case_and_every_case_a_rule() => Assert.Equal(
        AllRules.List.Select(rule => rule.Code).Order(StringComparer.Ordinal),
        RuleCases.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_has_a_row_that_gives_its_element_ground_and_sentences()
    {
        var rows = LawEdition.BuiltIn.Table("declarations.problems").ToLookup(row => row["code"]);
        Assert.Equal(103, AllRules.List.Count);
        foreach (var rule in AllRules.List)
        {
            Assert.NotEmpty(rows[rule.Code]);
            Assert.All(rows[rule.Code], row => Assert.NotEmpty(row["ground"]));
        }
    }

    [Fact]
    public void All_problems_of_a_message_come_in_one_answer()
    {
        var message = new RuleCase("", SampleMessages.H1).Set("Declarant/ID", "BR1")
            .Set(RuleCase.Item + "/Commodity/DutyTaxFee/DutyRegimeCode", "320")
            .Set("GoodsShipment/Consignment/ContainerCode", "1")
            .Set(RuleCase.Item + "/GovernmentProcedure[1]/CurrentCode", "42")
            .Remove("GoodsShipment/TradeTerms/LocationID");
        Assert.Equal(
            [
                "declarations.container.number-missing", "declarations.delivery.place-missing",
                "declarations.fiscal.customer-missing", "declarations.fiscal.destination-same-state",
                "declarations.fiscal.importer-missing", "declarations.party.number-not-of-union",
                "declarations.preference.origin-missing", "declarations.preference.proof-missing",
                "declarations.quota.order-number-missing",
            ],
            message.Problems(isBroken: false).Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(2026, 6, 30, "C07", "", true)]
    [InlineData(2026, 6, 30, "C07", "F48", true)]
    [InlineData(2026, 6, 30, "C07", "F49", true)]
    [InlineData(2026, 6, 30, "F53", "", false)]
    [InlineData(2026, 7, 1, "F48", "", true)]
    [InlineData(2026, 7, 1, "F49", "", true)]
    [InlineData(2026, 7, 1, "F53", "", true)]
    [InlineData(2026, 7, 1, "C08", "", true)]
    [InlineData(2026, 7, 1, "C07", "", false)]
    [InlineData(2026, 7, 1, "C07", "F48", false)]
    [InlineData(2026, 7, 1, "F48", "F49", false)]
    [InlineData(2026, 7, 1, "F49", "F53", false)]
    [InlineData(2026, 6, 30, "C07", "C08", false)]
    public void Additional_procedures_of_h7_are_those_of_the_day(
        int year, int month, int day, string first, string second, bool isPossible)
    {
        var message = new RuleCase("", SampleMessages.H7).On(year, month, day);
        _ = second.Length == 0 ? message.RemoveProcedure("F48") : message.ReplaceProcedure("F48", second);
        message.ReplaceProcedure("C07", first);
        if (first != "F48" && second != "F48")
            message.Remove("GoodsShipment/DomesticDutyTaxParty");
        var refusals = message.Problems(isBroken: false).Where(problem => problem.Severity == Severity.Reject);
        Assert.Equal(isPossible, !refusals.Any());
    }

    [Theory]
    [InlineData("2026-06-30T21:30:00Z", 0)]
    [InlineData("2026-06-30T22:30:00Z", 2)]
    public void The_relief_ends_at_midnight_in_amsterdam(string instant, int refused)
    {
        var day = DutchTime.DateOf(Micros(instant));
        var problems = new RuleCase("", SampleMessages.H7).On(day.Year, day.Month, day.Day).Problems(isBroken: false);
        Assert.Equal(refused, problems.Count(p => p.Code == "declarations.additional-procedure.not-in-h7"));
    }

    [Theory]
    [InlineData("2026-10-31T22:30:00Z", 0)]
    [InlineData("2026-10-31T23:30:00Z", 2)]
    public void Product_identifiers_are_asked_from_1_november_at_midnight_in_amsterdam(string instant, int warnings)
    {
        var day = DutchTime.DateOf(Micros(instant));
        var problems = new RuleCase("", SampleMessages.H7).On(day.Year, day.Month, day.Day).RemoveProcedure("C07")
            .Problems(isBroken: false);
        Assert.Equal(warnings, problems.Count);
        Assert.All(problems, problem => Assert.Equal(Severity.Warn, problem.Severity));
        Assert.All(problems, problem => Assert.Equal(["2", "1, 2"], problem.Arguments));
    }

    [Theory]
    [InlineData("CSQU3054383", true)]
    [InlineData("CSQU3054380", false)]
    [InlineData("CSQ3054383", false)]
    [InlineData("csqu3054383", false)]
    [InlineData("MSKU0000000", false)]
    public void A_container_number_has_its_check_digit(string number, bool isRight)
    {
        var problems = new RuleCase("", SampleMessages.H1).Set("GoodsShipment/Consignment/ContainerCode", "1")
            .Add("GoodsShipment/Consignment", $"<TransportEquipment><ID>{number}</ID></TransportEquipment>")
            .Problems(isBroken: false);
        Assert.Equal(isRight ? [] : ["declarations.container.form"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Rules_allocate_nothing_where_nothing_is_wrong()
    {
        var checker = new MessageChecker();
        foreach (var (message, dataSet) in ((string, DataSet)[])
                 [(SampleMessages.H7, DataSet.H7), (SampleMessages.H1, DataSet.H1)])
        {
            Assert.Empty(checker.Check(SampleMessages.Utf8(message), SampleMessages.Law).Problems);
            checker.LastSubject.CheckRules(dataSet);
            var before = GC.GetAllocatedBytesForCurrentThread();
            checker.LastSubject.CheckRules(dataSet);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static long Micros(string instant) =>
        (DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch)
        .Ticks / TimeSpan.TicksPerMicrosecond;
}
