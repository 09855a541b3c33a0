// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Tolhuis.Tests.Tidy;

/// <summary>Checks over C# and Razor files, one by one.</summary>
public static partial class CodeChecks
{
    private const int MethodLength = 70;
    private const int FileLength = 500;
    private const int LineLength = 120;
    private const int RazorLineLength = 160;

    private static readonly string[] Endings =
        ["Service", "Manager", "Helper", "Util", "Utils", "Common", "Base", "Impl", "Processor", "Data", "Info", "Dto",
            "Misc"];

    private static readonly string[] Folders = ["Common", "Shared", "Misc", "Helpers", "Utils"];

    public static IEnumerable<Untidy> LongMethods(SourceTree tree) =>
        from file in tree.CSharp
        from member in Members.Of(file.Parsed)
        where member.Length > MethodLength
        select new Untidy("method.length", file.Path, member.FirstLine,
            $"{member.Length} lines in one member, at most {MethodLength}: name its parts as methods");

    public static IEnumerable<Untidy> LongFiles(SourceTree tree) =>
        from file in tree.Files
        where (file.IsCSharp || file.IsRazor) && file.Lines.Length - 1 > FileLength
        select new Untidy("file.length", file.Path, 1,
            $"{file.Lines.Length - 1} lines, at most {FileLength}: cut it where its nouns differ");

    public static IEnumerable<Untidy> LongLines(SourceTree tree) =>
        from file in tree.Files
        where file.IsCSharp || file.IsRazor
        let limit = file.IsRazor ? RazorLineLength : LineLength
        from line in file.Lines.Select((text, index) => (text.TrimEnd('\r').Length, Number: index + 1))
        where line.Length > limit
        select new Untidy("line.length", file.Path, line.Number, $"{line.Length} columns, at most {limit}");

    public static IEnumerable<Untidy> VagueNames(SourceTree tree)
    {
        foreach (var file in tree.Files.Where(f => f.IsCSharp || f.IsRazor))
        {
            var names = file.IsCSharp
                ? TypeName().Matches(file.Parsed.Code).Select(m => (m.Groups[1].Value, file.Parsed.LineAt(m.Index)))
                : [];
            foreach (var (name, line) in names.Append((Path.GetFileNameWithoutExtension(file.Name), 1)).Distinct())
            {
                if (Endings.Any(e => name.EndsWith(e, StringComparison.Ordinal)))
                    yield return new Untidy("name.ending", file.Path, line,
                        $"{name}: find the noun of the field instead");
            }

            if (file.Path.Split('/')[..^1].Any(Folders.Contains))
                yield return new Untidy("name.folder", file.Path, 1, "a folder is named after what it is about");
        }
    }

    public static IEnumerable<Untidy> BannedCalls(SourceTree tree)
    {
        foreach (var file in tree.CSharp)
        {
            var mayUseConsole = file.IsTest || file.IsBench || IsUnder(file, "src/Tolhuis.Cli/");
            foreach (Match call in BannedCall().Matches(file.Parsed.Code))
            {
                var advice = AdviceFor(call.Value, mayUseConsole);
                if (advice is not null)
                    yield return new Untidy("call.banned", file.Path, file.Parsed.LineAt(call.Index),
                        $"{call.Value}: {advice}");
            }
        }
    }

    public static IEnumerable<Untidy> StraySql(SourceTree tree) =>
        from file in tree.CSharp
        where IsUnder(file, "src/") && !file.Path.EndsWith("Store.cs", StringComparison.Ordinal)
        from text in file.Parsed.Strings
        where Sql().IsMatch(text.Text)
        select new Untidy("sql.place", file.Path, text.Line, "SQL stands in the module's *Store.cs or in Schema");

    public static IEnumerable<Untidy> Comments(SourceTree tree)
    {
        foreach (var file in tree.CSharp)
        {
            foreach (var comment in file.Parsed.Comments)
            {
                if (Todo().IsMatch(comment.Text))
                    yield return new Untidy("comment.todo", file.Path, comment.Line,
                        "TODO needs an issue number: TODO #12");
                if (IsCode(comment.Text))
                    yield return new Untidy("comment.code", file.Path, comment.Line,
                        "delete code that is commented out");
            }
        }
    }

    public static IEnumerable<Untidy> MissingSummaries(SourceTree tree)
    {
        foreach (var file in tree.CSharp.Where(NeedsSummaries))
        {
            var lines = file.Lines;
            for (var i = 0; i < lines.Length; i++)
            {
                if (!PublicType().IsMatch(lines[i]))
                    continue;
                var above = i - 1;
                while (above >= 0 && lines[above].TrimStart().StartsWith('['))
                    above--;
                if (above < 0 || !lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal))
                    yield return new Untidy("summary.missing", file.Path, i + 1,
                        "say what it means, its range and its legal source");
            }
        }
    }

    private static bool NeedsSummaries(SourceFile file) => IsUnder(file, "src/Tolhuis.Kernel/")
        || (IsUnder(file, "src/Tolhuis/") && file.Path.Contains("/Contract/", StringComparison.Ordinal));

    private static bool IsUnder(SourceFile file, string folder) =>
        file.Path.StartsWith(folder, StringComparison.Ordinal);

    private static string? AdviceFor(string call, bool mayUseConsole) => call switch
    {
        ".Result" => "await it",
        "Thread.Sleep" => "await Task.Delay with a TimeProvider",
        "Guid.NewGuid" => "our own ids ascend; for a name in a test use Directory.CreateTempSubdirectory",
        "Console." => mayUseConsole ? null : "only Tolhuis.Cli writes to the console",
        _ => "take a TimeProvider",
    };

    // Cheap on purpose: a line comment that ends like a statement and looks like one.
    private static bool IsCode(string comment) =>
        comment.StartsWith("//", StringComparison.Ordinal) && !comment.StartsWith("///", StringComparison.Ordinal)
        && CodeLine().IsMatch(comment);

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:struct|class))?)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();

    // A control has a result too: what these words name is never a task.
    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bGuid\.NewGuid\b|\bThread\.Sleep\b|\bConsole\."
        + @"|(?<!\b([fF]inding|found|outcome|filter|given|row|New|[fF]orm|Posted|FindingTexts|OutcomeTexts))"
        + @"\.Result\b(?!\s*[({<])")]
    private static partial Regex BannedCall();

    [GeneratedRegex(
        @"^\s*(select\s.+\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|pragma\s+\w"
        + @"|(create|drop|alter)\s+(table|index|view|trigger)\s)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b(?!:?\s*#\d)")]
    private static partial Regex Todo();

    [GeneratedRegex(@"^//\s*([\w.]+(<\w+>)?\s+)?[\w.\[\]]+\s*(=[^=].*|\(.*\))\s*;\s*$"
        + @"|^//\s*(if|for|foreach|while|return|using)\b.*[;{)]\s*$|^//\s*[{}]\s*$")]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"^\s*public\s+(?:(?:static|sealed|abstract|partial|readonly|ref)\s+)*"
        + @"(?:class|struct|interface|enum|record)\b")]
    private static partial Regex PublicType();
}
