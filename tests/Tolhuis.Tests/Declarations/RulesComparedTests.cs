// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.RegularExpressions;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Tidy;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>The page that compares our rules with published ones leaves none of them out.</summary>
public sealed partial class RulesComparedTests
{
    private static readonly string Page =
        File.ReadAllText(Path.Combine(SourceTree.OfTheProduct().Root, "docs/reference/rules-compared.md"));

    private static readonly HashSet<string> Named =
        [.. Theirs().Matches(Page).Select(match => match.Value), .. Scenario().Matches(Page).Select(m => m.Value)];

    [Fact]
    public void Every_danish_error_and_warning_code_is_compared()
    {
        const string File = "data/codes/dk_dms_error_codes.csv";
        var codes = Column(File, 1).Concat(Column(File, 2));
        AssertNamed(codes.Where(code => code.Length > 0), atLeast: 900);
    }

    [Fact]
    public void Every_danish_rule_is_compared()
    {
        var text = File.ReadAllText(Shared.Require("data/codes/dk_dms_validation_rules.csv"));
        var codes = DanishCode().Matches(text).Select(match => match.Value);
        var rules = RuleNumber().Matches(text).Select(match => "VR" + match.Groups[1].Value);
        // DK09999981 is a number of a party in the sentences, no code.
        AssertNamed(codes.Where(code => !code.StartsWith("DK09", StringComparison.Ordinal)), atLeast: 300);
        AssertNamed(rules, atLeast: 150);
    }

    [Fact]
    public void Every_scenario_of_the_united_kingdom_is_compared() => AssertNamed(
        Column("data/messages/hmrc_cds_scenarios.csv", 0)
            .Select(name => Scenario().Match(name)).Where(match => match.Success).Select(match => match.Value),
        atLeast: 290);

    [Fact]
    public void Every_code_of_ours_on_the_page_exists()
    {
        var ours = LawEdition.BuiltIn.Table("declarations.problems")
            .Concat(LawEdition.BuiltIn.Table("intake.problems")).Select(row => row["code"]).ToHashSet();
        var named = Ours().Matches(Page).Select(match => match.Value).Distinct().ToList();
        Assert.True(named.Count > 60);
        Assert.Contains("intake.request.state", named);
        Assert.DoesNotContain(named, code => !ours.Contains(code));
    }

    [Fact]
    public void The_sums_of_the_page_are_those_of_its_lists()
    {
        var start = Page.IndexOf("## Danish codes: left out", StringComparison.Ordinal);
        var left = Page[start..Page.IndexOf("## Scenarios", StringComparison.Ordinal)];
        var listed = Entry().Matches(left)
            .GroupBy(entry => entry.Groups[1].Value.Split(':')[0], entry => int.Parse(
                entry.Groups[2].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToDictionary(reason => reason.Key, reason => reason.Sum(), StringComparer.Ordinal);

        Assert.True(listed.Count > 10);
        Assert.All(listed, reason => Assert.Contains($"| {reason.Key} | {reason.Value} |", Page));
        Assert.Contains($"| left out, with a reason | {listed.Values.Sum()} |", Page);
    }

    private static void AssertNamed(IEnumerable<string> codes, int atLeast)
    {
        // A warning has the number of its error, so the page names both once.
        var all = codes.Select(code => code.StartsWith("DKW", StringComparison.Ordinal) ? "DK" + code[3..] : code)
            .Distinct(StringComparer.Ordinal).ToList();
        Assert.InRange(all.Count, atLeast, int.MaxValue);
        Assert.DoesNotContain(all, code => !Named.Contains(code));
    }

    private static IEnumerable<string> Column(string path, int column)
    {
        foreach (var line in File.ReadLines(Shared.Require(path)).Skip(1))
        {
            // The columns asked for stand before any quoted one.
            var cells = line.Split(',');
            if (cells.Length > column && Code().IsMatch(cells[column]))
                yield return cells[column];
        }
    }

    [GeneratedRegex("^(Updated )?[A-Za-z]+_?[A-Z0-9]+[0-9]+[a-z]?$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Za-z]{2,5}[0-9]{1,6}\b")]
    private static partial Regex Theirs();

    [GeneratedRegex(@"\bTT_?[A-Z]{2}[0-9]+[a-z]?\b")]
    private static partial Regex Scenario();

    [GeneratedRegex(@"\bDKW?[0-9]{4,5}\b")]
    private static partial Regex DanishCode();

    [GeneratedRegex(@"VR #([0-9]+)")]
    private static partial Regex RuleNumber();

    [GeneratedRegex(@"^- ([^`][^(]*(?:\([^0-9][^)]*\)[^(]*)*) \(([0-9]+)\):", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(declarations|intake)(\.[a-z0-9-]+){2}")]
    private static partial Regex Ours();
}
