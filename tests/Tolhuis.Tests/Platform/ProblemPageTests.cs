// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Tidy;
using Xunit;

namespace Tolhuis.Tests.Platform;

/// <summary>The page of problems is made from the law that comes with the program, and stays so.</summary>
public sealed class ProblemPageTests
{
    private static readonly string Page = ProblemPage.Of(LawEdition.BuiltIn);

    [Fact]
    public void The_page_in_the_documentation_is_the_one_the_program_prints()
    {
        var path = Path.Combine(SourceTree.OfTheProduct().Root, "docs/reference/problems.md");
        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == Page,
            "Run ./tolhuis docs problems > docs/reference/problems.md");
    }

    [Fact]
    public void Every_problem_of_the_law_stands_on_the_page_once_for_each_period()
    {
        var rows = LawEdition.BuiltIn.Tables.Where(table => table.Name.EndsWith(".problems", StringComparison.Ordinal))
            .SelectMany(table => table.Rows).ToList();
        Assert.NotEmpty(rows);
        foreach (var code in rows.GroupBy(row => row["code"], StringComparer.Ordinal))
            Assert.Equal(code.Count(), Page.Split($"\n### `{code.Key}`\n").Length - 1);
    }

    [Fact]
    public void A_sentence_is_never_read_as_markup()
    {
        var table = LawEdition.ParseTable(
            "intake.problems",
            """
            code,severity,data_element,ground,valid_from,valid_until,text_nl,text_en
            intake.a.b,warn,,ground,2026-07-01,2027-01-01,nl,Write <ID> and *not* [x](y).
            """u8.ToArray());
        var page = ProblemPage.Of(LawEdition.BuiltIn.With(2, [table]));
        Assert.Contains("warn; ground; from 2026-07-01, before 2027-01-01", page, StringComparison.Ordinal);
        Assert.Contains(@"Write \<ID\> and \*not\* \[x\](y).", page, StringComparison.Ordinal);
    }
}
