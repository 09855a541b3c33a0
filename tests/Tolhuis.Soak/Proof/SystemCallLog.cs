// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Tolhuis.Soak.Proof;

/// <summary>One system call of the program, in the order of the log.</summary>
/// <param name="Start">Line at which it began.</param>
/// <param name="End">Line at which it had ended.</param>
/// <param name="Path">File that it is about, as the tracer names it.</param>
/// <param name="Target">New name of a rename.</param>
internal sealed record SystemCall(int Start, int End, string Name, string Path, string Target, long Answer, string Text)
{
    public bool IsSync => Name is "fsync" or "fdatasync" && Answer == 0;

    public bool IsWrite => Name is "write" or "pwrite64" or "writev" or "pwritev" or "pwritev2";
}

/// <summary>Reads what <c>strace -f -y</c> wrote. A call that another thread's calls cut in two is put together again.</summary>
internal static partial class SystemCallLog
{
    public static IReadOnlyList<SystemCall> Read(IEnumerable<string> lines)
    {
        var calls = new List<SystemCall>();
        var open = new Dictionary<string, (int Line, string Text)>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var parts = Whole().Match(line);
            if (!parts.Success)
                continue;
            var (thread, text) = (parts.Groups[1].Value, parts.Groups[2].Value);
            var start = number;
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                open[thread] = (number, text[..^"<unfinished ...>".Length].TrimEnd());
                continue;
            }

            if (Resumed().Match(text) is { Success: true } resumed && open.Remove(thread, out var begun))
                (start, text) = (begun.Line, begun.Text + resumed.Groups[1].Value);
            if (Call().Match(text) is { Success: true } call)
                calls.Add(Parse(start, number, call, text));
        }

        return [.. calls.OrderBy(call => call.Start)];
    }

    private static SystemCall Parse(int start, int end, Match call, string text)
    {
        var arguments = call.Groups[2].Value;
        var quoted = Quoted().Matches(arguments).Select(match => match.Groups[1].Value).ToList();
        var isByName = call.Groups[1].Value is "rename" or "renameat" or "renameat2" or "mkdir" or "openat";
        var path = isByName ? quoted.FirstOrDefault("") : Descriptor().Match(arguments).Groups[1].Value;
        return new SystemCall(
            start, end, call.Groups[1].Value, path, isByName ? quoted.LastOrDefault("") : "",
            long.Parse(call.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture), text);
    }

    [GeneratedRegex(@"^(\d+)\s+(?:\d+\.\d+\s+)?(.*)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>(.*)$")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(\w+)\((.*)\)\s+= (-?\d+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\d+<([^>]*)>")]
    private static partial Regex Descriptor();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
