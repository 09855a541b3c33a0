// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Platform;

/// <summary>Sentence and ground of a problem as they were on one day.</summary>
public sealed record ProblemSentence(string Ground, Text Text);

/// <summary>The sentences of all problems for people, from the dated tables of the modules.</summary>
public static class ProblemSentences
{
    private static readonly Lazy<FrozenDictionary<string,
    List<(Period Validity, ProblemSentence Sentence)>>> All = new(Load);

    /// <summary>
    /// The sentence that held on that day; the latest one if none did; null for a code that is not described.
    /// </summary>
    public static ProblemSentence? Find(string code, DateOnly on)
    {
        if (!All.Value.TryGetValue(code, out var rows))
            return null;
        var index = rows.FindIndex(r => r.Validity.Contains(on));
        return rows[index < 0 ? ^1 : index].Sentence;
    }

    public static string Say(Language language, Problem problem, DateOnly on)
    {
        if (Find(problem.Code, on) is not { } sentence)
            return language.Say(PlatformTexts.UnknownProblem, problem.Code);
        var text = new StringBuilder(language[sentence.Text]);
        for (var i = 0; i < problem.Arguments.Length; i++)
            text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", problem.Arguments[i]);
        return text.ToString();
    }

    private static FrozenDictionary<string, List<(Period, ProblemSentence)>> Load()
    {
        var assembly = typeof(Modules).Assembly;
        var rows = new Dictionary<string, List<(Period, ProblemSentence)>>(StringComparer.Ordinal);
        foreach (
            var name in assembly.GetManifestResourceNames()
                .Where(n => n.EndsWith(".Law.problems.csv", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var cells in Rows(reader.ReadToEnd()).Skip(1).Where(c => c.Count == 8))
            {
                if (!rows.TryGetValue(cells[0], out var periods))
                    rows[cells[0]] = periods = [];
                var until = cells[5].Length == 0 ? (DateOnly?)null
                    : DateOnly.Parse(cells[5], CultureInfo.InvariantCulture);
                var validity = new Period(DateOnly.Parse(cells[4], CultureInfo.InvariantCulture), until);
                periods.Add((validity, new ProblemSentence(cells[3], new Text(cells[6], cells[7]))));
            }
        }

        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Our own tables only, so a small reader of RFC 4180 is enough.
    private static IEnumerable<List<string>> Rows(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
                Close();
            else if (c == '\n' && !isQuoted)
            {
                Close();
                yield return cells;
                cells = [];
            }
            else if (c != '\r')
                cell.Append(c);
        }

        void Close()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
