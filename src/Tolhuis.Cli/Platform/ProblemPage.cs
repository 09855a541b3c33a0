// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Platform;

/// <summary>All problems of an edition as a page: one heading per module, one part per code and period.</summary>
public static class ProblemPage
{
    private const string Head =
        """
        # Problems

        Made by `tolhuis docs problems` from the rows in `src/Tolhuis/*/Law/problems.csv`; a test keeps the two equal.

        Everything that can be wrong with a message, a file, a sign-in or an edition of the law, by its stable code.
        `{0}`, `{1}` stand for values of the case. Severity, ground and sentences are rows with a period of validity:
        the row of the day counts that the law names, for import the day of acceptance.

        | Severity | What follows |
        |---|---|
        | reject | the message, file or request is refused; the sentence says what to do |
        | manual | it goes on, and a person must look before release |
        | warn | it goes on; the sender is told |

        """;

    public static string Of(LawEdition edition)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var module in Modules.All)
        {
            var rows = edition.Tables.Where(table => table.Name == $"{module.Word}.problems")
                .SelectMany(table => table.Rows)
                .OrderBy(row => row["code"], StringComparer.Ordinal)
                .ThenBy(row => row["valid_from"], StringComparer.Ordinal)
                .ToList();
            if (rows.Count == 0)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"\n## {module.Name} ({module.DutchName})\n");
            foreach (var row in rows)
                Append(text, row);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, LawRow row)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### `{row["code"]}`\n\n{row["severity"]}");
        if (row["data_element"].Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"; data element {row["data_element"]}");
        text.Append(CultureInfo.InvariantCulture, $"; {row["ground"]}{PeriodOf(row)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- {Literal(row["text_en"])}\n- {Literal(row["text_nl"])}\n");
    }

    internal static string PeriodOf(LawRow row) => (row["valid_from"], row["valid_until"]) switch
    {
        ("", "") => "",
        ("", var until) => $"; before {until}",
        (var from, "") => $"; from {from}",
        var (from, until) => $"; from {from}, before {until}",
    };

    // A sentence is text, never mark-up.
    internal static string Literal(string sentence)
    {
        var text = new StringBuilder(sentence.Length + 16);
        foreach (var c in sentence)
        {
            if (c is '<' or '>' or '*' or '_' or '`' or '[' or ']' or '\\')
                text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
