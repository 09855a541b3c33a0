// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Tidy;
using Xunit;

namespace Tolhuis.Tests.Platform;

public sealed class RulePageTests
{
    private static readonly string Page = RulePage.Of(LawEdition.BuiltIn);

    [Fact]
    public void The_page_in_the_reference_is_the_one_the_program_prints()
    {
        var path = Path.Combine(SourceTree.OfTheProduct().Root, "docs/reference/rules.md");
        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == Page,
            "Run ./tolhuis docs rules > docs/reference/rules.md");
    }

    [Fact]
    public void Every_rule_is_there_with_its_sentence_and_both_languages()
    {
        const string Origin = "### `declarations.preference.origin-missing`\n\nPreference has origin. Data sets: ";
        const string Dated = "Verordening (EU) 2026/382; GVo. (EU) 2026/1022; from 2026-11-01";
        Assert.Contains(Origin, Page, StringComparison.Ordinal);
        Assert.Contains(Dated, Page, StringComparison.Ordinal);
        foreach (var code in RuleCatalogue.Rules.Select(rule => rule.Code).Concat(RuleCatalogue.FormChecks))
            Assert.Contains($"### `{code}`\n", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_words()
    {
        var rule = Assert.Single(RuleCatalogue.Rules, its => its.Code == "declarations.procedure.not-in-h7");
        Assert.Equal("H7 has procedure 4000", rule.Name);
        Assert.Equal([DataSet.H7], rule.DataSets);
        Assert.Equal("11 09 001 000", rule.DataElement);
        Assert.Equal("low value", rule.Family);
        Assert.Contains(RuleCatalogue.Rules, its => its.Name == "net mass not above gross mass");
    }
}
