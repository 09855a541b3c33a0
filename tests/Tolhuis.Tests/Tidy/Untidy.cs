// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tests.Tidy;

/// <summary>Something the tidy test does not want: which check, where, and what to do instead.</summary>
/// <param name="Subject">Path of the file, or name of the module: what an exception names.</param>
public sealed record Untidy(string Check, string Subject, int Line, string Advice)
{
    public override string ToString() => $"{Subject}:{Line}: {Advice} [{Check}]";
}

/// <summary>
/// One row of exceptions.txt: "check | subject | reason"; either of the first two may end with a star.
/// </summary>
public sealed record Exemption(string Check, string Subject, string Reason)
{
    /// <summary>Reason of rows that are taken out when the module they name is merged.</summary>
    public const string Landing = "lands with its module";

    public bool Covers(Untidy untidy) => Matches(Check, untidy.Check) && Matches(Subject, untidy.Subject);

    public static IReadOnlyList<Exemption> Read(string text) => text.Split('\n')
        .Where(line => line.Trim().Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('|', 3, StringSplitOptions.TrimEntries))
        .Select(parts => parts.Length == 3 && parts.All(p => p.Length > 0)
            ? new Exemption(parts[0], parts[1], parts[2])
            : throw new FormatException(
                $"exceptions.txt: a row is check | subject | reason, not '{string.Join('|', parts)}'"))
        .ToList();

    private static bool Matches(string pattern, string value) =>
        pattern.EndsWith('*') ? value.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == value;
}
