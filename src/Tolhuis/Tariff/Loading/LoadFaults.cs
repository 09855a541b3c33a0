// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Loading;

/// <summary>What is wrong in one file: every fault with its place, at most 200.</summary>
internal sealed class LoadFaults
{
    public const int Max = 200;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public bool IsFull => _problems.Count >= Max;

    public bool IsNone => _problems.Count == 0;

    /// <summary>A fault of the file as a whole.</summary>
    public void OfFile(string code, params string[] values) => Add(code, "", values);

    /// <summary>A fault in one place: line and column come before the other values of the sentence.</summary>
    /// <param name="line">Line of the file, from 1.</param>
    public void OfCell(string code, int line, string column, params string[] values) =>
        Add(code, Place(line, column), [Text(line), Shown(column), .. values]);

    /// <summary>A number in a sentence.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value from the file, fit to be shown: short, and nothing that steers a terminal.</summary>
    public static string Shown(string value)
    {
        var text = value.Length <= 60 ? value : value[..60] + "…";
        return string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }

    private static string Place(int line, string column) => $"/{Text(line)}/{column}";

    private void Add(string code, string pointer, string[] values)
    {
        if (!IsFull)
            _problems.Add(new Problem(code, Severity.Reject, Pointer: pointer, Arguments: values));
    }
}
