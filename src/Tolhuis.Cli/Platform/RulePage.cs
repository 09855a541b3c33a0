// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Platform;

/// <summary>All rules for declarations as a page: the rules by family, then the checks of form.</summary>
public static class RulePage
{
    private const string Head =
        """
        # Rules for declarations

        Made by `tolhuis docs rules` from the rules in `src/Tolhuis/Declarations/Rules` and the rows in
        `src/Tolhuis/Declarations/Law/problems.csv`; a test keeps them equal.

        A message gets all its problems in one answer. First the checks of form look at each element: is it there, how
        often, its format, its code. Then these rules look at elements together. A rule is a class named by the sentence
        that must hold; whether it is in force, and whether it rejects, warns or asks for a person, are rows with a
        period of validity. The row counts of the day that the law names, for import the day of acceptance. Limits and
        code lists that a rule uses are dated rows too.

        What other systems check and this one does not, and why: [rules compared](rules-compared.md).

        """;

    public static string Of(LawEdition edition)
    {
        var rows = edition.Table("declarations.problems")
            .OrderBy(row => row["valid_from"], StringComparer.Ordinal)
            .ToLookup(row => row["code"], StringComparer.Ordinal);
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        AppendCounts(text);
        foreach (var family in RuleCatalogue.Rules.GroupBy(rule => rule.Family, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Capital(family.Key)}\n");
            foreach (var rule in family)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### `{rule.Code}`\n\n{Capital(rule.Name)}. ");
                text.Append(CultureInfo.InvariantCulture, $"Data sets: {string.Join(", ", rule.DataSets)}.\n");
                AppendRows(text, rows[rule.Code]);
            }
        }

        text.Append("\n## Checks of form\n\nBy the element table, for every element of the data set.\n");
        foreach (var code in RuleCatalogue.FormChecks)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### `{code}`\n");
            AppendRows(text, rows[code]);
        }

        return text.ToString();
    }

    private static void AppendCounts(StringBuilder text)
    {
        text.Append("\n| Family | Rules | H1 | H6 | H7 | I1 | I2 |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var family in RuleCatalogue.Rules.GroupBy(rule => rule.Family, StringComparer.Ordinal))
            AppendCount(text, Capital(family.Key), [.. family]);
        AppendCount(text, "All", RuleCatalogue.Rules);
    }

    private static void AppendCount(StringBuilder text, string name, IReadOnlyList<RuleDescription> rules)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {rules.Count} ");
        foreach (var set in (DataSet[])[DataSet.H1, DataSet.H6, DataSet.H7, DataSet.I1, DataSet.I2])
            text.Append(CultureInfo.InvariantCulture, $"| {rules.Count(rule => rule.DataSets.Contains(set))} ");
        text.Append("|\n");
    }

    private static void AppendRows(StringBuilder text, IEnumerable<LawRow> rows)
    {
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{row["severity"]}");
            if (row["data_element"].Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"; data element {row["data_element"]}");
            text.Append(CultureInfo.InvariantCulture, $"; {row["ground"]}{ProblemPage.PeriodOf(row)}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"- {ProblemPage.Literal(row["text_en"])}\n");
            text.Append(CultureInfo.InvariantCulture, $"- {ProblemPage.Literal(row["text_nl"])}\n");
        }
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
