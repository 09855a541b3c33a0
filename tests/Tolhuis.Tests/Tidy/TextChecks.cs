// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Tolhuis.Tests.Tidy;

/// <summary>Checks over the texts that pages show.</summary>
public static partial class TextChecks
{
    /// <summary>A text that no page shows is translated, read and kept for nothing; a test does not count as a page.
    /// </summary>
    public static IEnumerable<Untidy> Unused(SourceTree tree)
    {
        var sources = tree.Files.Where(f => (f.IsCSharp || f.IsRazor)
            && f.Path.StartsWith("src/", StringComparison.Ordinal)).ToList();
        var named = sources.SelectMany(f => QualifiedName().Matches(f.Text)).Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        return from file in sources
               where file.IsCSharp
               from Match text in TextField().Matches(file.Parsed.Code)
               let name = text.Groups[1].Value
               where !named.Contains($"{TypeAround(file.Parsed.Code, text.Index)}.{name}")
                   && Regex.Count(file.Parsed.Code, $@"\b{name}\b") == 1
               select new Untidy(
                   "text.unused", file.Path, file.Parsed.LineAt(text.Index), $"no page shows {name}: take it out");
    }

    private static string TypeAround(string code, int index) =>
        TypeName().Matches(code[..index]) is { Count: > 0 } types ? types[^1].Groups[1].Value : "";

    [GeneratedRegex(@"\bstatic\s+readonly\s+(?:Counted)?Text\s+(\w+)\s*=")]
    private static partial Regex TextField();

    [GeneratedRegex(@"\b(?:class|record|struct)\s+(\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b[A-Z]\w*\.[A-Z]\w*\b")]
    private static partial Regex QualifiedName();
}
