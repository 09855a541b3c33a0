// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Tolhuis.Tests.Tidy;

/// <summary>Checks over the repository as a whole: modules, root, problem codes, pages, licences.</summary>
public static partial class TreeChecks
{
    private const int RootEntries = 20;
    private const int ModulePageLines = 60;

    private static readonly string[] Licensed = [".cs", ".razor", ".csproj", ".props", ".targets", ".sql", ".sh"];

    public static IEnumerable<Untidy> Modules(SourceTree tree, IReadOnlyList<string> modules)
    {
        foreach (var module in modules)
        {
            var home = $"src/Tolhuis/{module}";
            (string Check, string Path)[] wanted =
            [
                ("module.folder", home), ("module.readme", $"{home}/README.md"),
                    ("module.door", $"{home}/{module}Module.cs"),
                ("module.web", $"src/Tolhuis.Web/{module}"), ("module.cli", $"src/Tolhuis.Cli/{module}"),
                ("module.tests", $"tests/Tolhuis.Tests/{module}"),
            ];
            foreach (var (check, path) in wanted.Where(w => !tree.Has(w.Path)))
                yield return new Untidy(check, module, 1, $"{path} is missing");
            foreach (var page in tree.Files.Where(f =>
                f.Path == $"{home}/README.md" && f.Lines.Length > ModulePageLines + 1))
            {
                yield return new Untidy("module.page", page.Path, 1,
                    $"{page.Lines.Length - 1} lines, at most {ModulePageLines}: move how it works to docs/explanation");
            }
        }
    }

    /// <summary>What a visitor sees in the root; names that begin with a point are not shown to him.</summary>
    public static IEnumerable<Untidy> Root(IEnumerable<string> trackedPaths, IReadOnlyList<Exemption> exemptions)
    {
        var entries = trackedPaths.Select(p => p.Split('/')[0]).Where(e => e.Length > 0 && e[0] != '.').Distinct()
            .Where(e => !exemptions.Any(x => x.Check == "root.entry" && x.Subject == e)).ToList();
        if (entries.Count > RootEntries)
        {
            yield return new Untidy("root.entries", "/", 1,
                $"{entries.Count} entries, at most {RootEntries}: move one into docs ({string.Join(' ', entries)})");
        }
    }

    public static IEnumerable<Untidy> ProblemCodes(SourceTree tree)
    {
        var tests = tree.CSharp.Where(f => f.IsTest).Select(f => f.Text).ToList();
        foreach (var file in tree.CSharp.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal)
            && f.Name.EndsWith("Problems.cs", StringComparison.Ordinal)))
        {
            var type = Path.GetFileNameWithoutExtension(file.Name);
            foreach (Match constant in StringConstant().Matches(file.Text))
            {
                var (name, code) = (constant.Groups[1].Value, constant.Groups[2].Value);
                var line = file.Parsed.LineAt(constant.Index);
                if (!ProblemCode().IsMatch(code))
                    yield return new Untidy("problem.code", file.Path, line, $"'{code}' is not module.noun.what");
                else if (!tests.Any(t => t.Contains($"\"{code}\"", StringComparison.Ordinal)
                    || Uses(t, $"{type}.{name}")))
                    yield return new Untidy("problem.unused", file.Path, line, $"no test produces {code}");
            }
        }
    }

    public static IEnumerable<Untidy> Pages(SourceTree tree)
    {
        foreach (var page in tree.Files.Where(f => f.IsMarkdown))
        {
            var text = Fence().Replace(page.Text, m => new string('\n', m.Value.Count(c => c == '\n')));
            if (Title().Count(text) != 1)
                yield return new Untidy("markdown.title", page.Path, 1, "a page has exactly one title");
            foreach (Match link in Link().Matches(InlineCode().Replace(text, "")))
            {
                var target = link.Groups[1].Value.Split('#')[0];
                if (target.Length > 0 && !tree.Has(Resolve(page.Path, target)))
                    yield return new Untidy("markdown.link", page.Path, 1, $"{target} does not exist");
            }
        }
    }

    public static IEnumerable<Untidy> Licences(SourceTree tree) =>
        from file in tree.Files
        where Licensed.Contains(Path.GetExtension(file.Path)) || !file.Name.Contains('.', StringComparison.Ordinal)
        where !string.Join('\n', file.Lines.Take(5))
            .Contains("SPDX-License-Identifier: EUPL-1.2", StringComparison.Ordinal)
        select new Untidy("spdx.header", file.Path, 1, "begin the file with the two SPDX lines");

    private static bool Uses(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        while (at >= 0 && at + name.Length < text.Length && char.IsLetterOrDigit(text[at + name.Length]))
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal);
        return at >= 0;
    }

    private static string Resolve(string page, string target)
    {
        var parts = new List<string>(page.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"const\s+string\s+(\w+)\s*=\s*""([^""]*)""")]
    private static partial Regex StringConstant();

    [GeneratedRegex(@"^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*){2}$")]
    private static partial Regex ProblemCode();

    [GeneratedRegex(@"^(```|~~~).*?^\1", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^# \S", RegexOptions.Multiline)]
    private static partial Regex Title();

    // Relative links and pictures only: no scheme, no address from the root of a host, no bare anchor.
    [GeneratedRegex(@"\]\((?![a-z]+:|/|#)([^)\s]+)[^)]*\)")]
    private static partial Regex Link();
}
