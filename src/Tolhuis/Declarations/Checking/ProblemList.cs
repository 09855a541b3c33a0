// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Reading;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Checking;

/// <summary>The problems of one message, bounded; knows the severity of the day.</summary>
internal sealed class ProblemList
{
    private List<Problem> _problems = [];
    private RuleBook? _book;

    public bool HasReject { get; private set; }

    public int Count => _problems.Count;

    public bool IsFull => _problems.Count >= Bounds.Problems;

    /// <summary>True while a declaration is checked whose goods are not presented yet.</summary>
    public bool IsPreLodged { get; set; }

    public void Begin(RuleBook book)
    {
        _book = book;
        HasReject = false;
        IsPreLodged = false;
    }

    public void Add(string code, string dataElement, string pointer, params string[] arguments)
    {
        if (IsFull || !_book!.TryGetSeverity(code, IsPreLodged, out var severity))
            return;
        if (_problems.Count == Bounds.Problems - 1)
        {
            // The last place says that there are more, so that nobody takes the list for complete.
            code = DeclarationsProblems.TooManyProblems;
            (dataElement, pointer, arguments) = ("", "", [Bounds.Problems.ToString(null as IFormatProvider)]);
        }

        HasReject |= severity == Severity.Reject;
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Cut(arguments[i]);
        _problems.Add(new Problem(code, severity, dataElement, pointer, arguments));
    }

    public IReadOnlyList<Problem> Take()
    {
        if (_problems.Count == 0)
            return [];
        var taken = _problems;
        _problems = [];
        return taken;
    }

    /// <summary>The beginning of a value, for a problem that repeats it.</summary>
    public static string Cut(ReadOnlySpan<char> value) =>
        value.Length <= Bounds.Argument ? value.ToString() : string.Concat(value[..(Bounds.Argument - 1)], "…");
}
