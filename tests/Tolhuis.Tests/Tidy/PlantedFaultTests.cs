// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Xunit;

namespace Tolhuis.Tests.Tidy;

/// <summary>Each tidy check finds the fault planted for it, on its line, and is silent beside it.</summary>
public sealed class PlantedFaultTests
{
    private const string Spdx = "// SPDX-License-Identifier: EUPL-1.2\n";

    [Fact]
    public void A_method_of_seventy_one_lines_is_found_and_one_of_seventy_is_not()
    {
        var found = Find(CodeChecks.LongMethods, "src/A.cs", $$"""
            namespace A;
            internal sealed class Cases(int seed) : IDisposable
            {
                private static readonly int[] Table = [{{Lines("1,", 90)}}];
                private readonly Dictionary<string, int> _map = new() { ["}"] = 1, {{Lines("[\"{\"] = 2,", 90)}} };
                public int Short { get; } = new Func<int>(() => { return 1; })();
                public void Fits<T>() where T : class
                {
            {{Lines("    Go('{', \"}\", $\"{seed:D3} {{\");", 66)}}
                }

                [Obsolete]
                public void TooLong()
                {
            {{Lines("    Go(@\"\"\"}\");", 67)}}
                }
            }
            """);

        Assert.Equal("71 lines in one member, at most 70: name its parts as methods", Assert.Single(found).Advice);
    }

    [Fact]
    public void A_long_expression_is_a_long_member() =>
        Assert.Single(Find(CodeChecks.LongMethods, "src/A.cs", "class A\n{\nint B() =>\n" + Lines("1 +", 71)
            + "1;\n}\n"));

    [Fact]
    public void A_file_of_five_hundred_and_one_lines_is_found()
    {
        Assert.Empty(Find(CodeChecks.LongFiles, "src/A.cs", new string('\n', 500)));
        Assert.Single(Find(CodeChecks.LongFiles, "src/A.cs", new string('\n', 501)));
        Assert.Single(Find(CodeChecks.LongFiles, "src/A.razor", new string('\n', 501)));
    }

    [Theory]
    [InlineData("src/A.cs", 120)]
    [InlineData("src/A.razor", 160)]
    public void A_line_one_column_too_wide_is_found(string path, int limit)
    {
        Assert.Empty(Find(CodeChecks.LongLines, path, new string('x', limit)));
        Assert.Equal(2, Assert.Single(Find(CodeChecks.LongLines, path, "\n" + new string('x', limit + 1))).Line);
    }

    [Theory]
    [InlineData("src/A.cs", "class RiskService;", "name.ending")]
    [InlineData("src/A.cs", "record struct PartyInfo(int A);", "name.ending")]
    [InlineData("src/A.cs", "interface IPartyManager;", "name.ending")]
    [InlineData("src/StringHelper.cs", "", "name.ending")]
    [InlineData("src/Common/A.cs", "", "name.folder")]
    public void A_vague_name_is_found(string path, string text, string check) =>
        Assert.Equal(check, Assert.Single(Find(CodeChecks.VagueNames, path, text)).Check);

    [Theory]
    [InlineData("src/Database.cs", "class Metadata; // class RiskService")]
    [InlineData("src/A.cs", "var text = \"class RiskService\";")]
    public void A_name_that_only_looks_vague_is_not(string path, string text) =>
        Assert.Empty(Find(CodeChecks.VagueNames, path, text));

    [Theory]
    [InlineData("src/A.cs", "var x = DateTime.Now;")]
    [InlineData("src/A.cs", "var x = DateTime.Today;")]
    [InlineData("src/A.cs", "var x = DateTimeOffset.UtcNow;")]
    [InlineData("src/A.cs", "var x = Guid.NewGuid();")]
    [InlineData("tests/A.cs", "Thread.Sleep(1);")]
    [InlineData("src/A.cs", "var x = task.Result;")]
    [InlineData("src/A.cs", "var x = $\"{task.Result}\";")]
    [InlineData("src/A.cs", "Console.WriteLine();")]
    [InlineData("src/Tolhuis.Web/A.cs", "Console.Error.WriteLine();")]
    public void A_banned_call_is_found(string path, string text) =>
        Assert.Equal("call.banned", Assert.Single(Find(CodeChecks.BannedCalls, path, text)).Check);

    [Theory]
    [InlineData("src/A.cs", "// DateTime.Now is not allowed")]
    [InlineData("src/A.cs", "var x = \"DateTime.Now\";")]
    [InlineData("src/A.cs", "var x = time.GetUtcNow();")]
    [InlineData("src/A.cs", "var x = check.Results;")]
    [InlineData("src/A.cs", "var x = finding.Result;")]
    [InlineData("src/Tolhuis.Cli/A.cs", "Console.WriteLine();")]
    [InlineData("tests/A.cs", "Console.WriteLine();")]
    [InlineData("bench/A.cs", "Console.WriteLine();")]
    public void A_call_that_is_allowed_is_not_found(string path, string text) =>
        Assert.Empty(Find(CodeChecks.BannedCalls, path, text));

    [Theory]
    [InlineData("\"select id from line\"")]
    [InlineData("@\"INSERT INTO line values (1)\"")]
    [InlineData("$\"update line set state = {state}\"")]
    [InlineData("\"\"\"\n    delete from line\n    \"\"\"")]
    [InlineData("\"create table line (id integer)\"")]
    [InlineData("\"pragma synchronous = full\"")]
    public void Sql_outside_a_store_is_found(string literal)
    {
        Assert.Equal("sql.place",
            Assert.Single(Find(CodeChecks.StraySql, "src/Tolhuis/Risk/Draw.cs", $"var x = {literal};")).Check);
        Assert.Empty(Find(CodeChecks.StraySql, "src/Tolhuis/Risk/DrawStore.cs", $"var x = {literal};"));
        Assert.Empty(Find(CodeChecks.StraySql, "tests/DrawTests.cs", $"var x = {literal};"));
        Assert.Empty(Find(CodeChecks.StraySql, "src/Tolhuis/Risk/Draw.cs",
            "var x = \"Selected lines come from risk\";"));
    }

    [Theory]
    [InlineData("// TODO later", "comment.todo")]
    [InlineData("/* FIXME */", "comment.todo")]
    [InlineData("// var x = Ask();", "comment.code")]
    [InlineData("// line.Release();", "comment.code")]
    [InlineData("// return line;", "comment.code")]
    [InlineData("// if (isSelected) {", "comment.code")]
    [InlineData("// }", "comment.code")]
    public void A_comment_that_should_not_be_is_found(string comment, string check) =>
        Assert.Equal(check, Assert.Single(Find(CodeChecks.Comments, "src/A.cs", "\n" + comment + "\n")).Check);

    [Theory]
    [InlineData("// TODO #12: also for exports.")]
    [InlineData("// Sorted by authorisation, so that a hot one is locked once (docs/numbers).")]
    [InlineData("// If the line is selected, it holds its declaration;")]
    [InlineData("var x = \"// TODO later\";")]
    public void A_comment_that_may_be_is_not_found(string comment) =>
        Assert.Empty(Find(CodeChecks.Comments, "src/A.cs", comment));

    [Theory]
    [InlineData("src/Tolhuis.Kernel/A.cs", "public readonly record struct A(int B);", 1)]
    [InlineData("src/Tolhuis/Risk/Contract/A.cs", "\n[Flags]\npublic enum A { B }", 1)]
    [InlineData("src/Tolhuis/Risk/Contract/A.cs", "/// <summary>One.</summary>\n[Flags]\npublic enum A { B }", 0)]
    [InlineData("src/Tolhuis/Risk/Contract/A.cs", "internal sealed class A;", 0)]
    [InlineData("src/Tolhuis/Risk/A.cs", "public sealed class A;", 0)]
    public void A_public_type_without_summary_is_found(string path, string text, int count) =>
        Assert.Equal(count, Find(CodeChecks.MissingSummaries, path, text).Count);

    [Fact]
    public void A_module_without_page_door_or_folders_is_found()
    {
        using var planted = new PlantedTree(
            ("src/Tolhuis/Risk/README.md", "# Risk\n"), ("src/Tolhuis/Risk/RiskModule.cs", Spdx),
            ("src/Tolhuis.Web/Risk/Page.cs", Spdx), ("src/Tolhuis.Cli/Risk/Draw.cs", Spdx),
            ("tests/Tolhuis.Tests/Risk/DrawTests.cs", Spdx), ("src/Tolhuis/Scans/Scan.cs", Spdx));

        Assert.Empty(TreeChecks.Modules(planted.Tree, ["Risk"]));
        Assert.Equal(
            ["module.cli", "module.door", "module.readme", "module.tests", "module.web"],
            TreeChecks.Modules(planted.Tree, ["Risk", "Scans"]).Select(u => u.Check).Order());
        Assert.Contains(TreeChecks.Modules(planted.Tree, ["Custody"]), u => u.Check == "module.folder");
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public void A_page_of_a_module_longer_than_a_screen_is_found(int lines, int found)
    {
        using var planted = new PlantedTree(
            ("src/Tolhuis/Risk/README.md", "# Risk\n" + string.Concat(Enumerable.Repeat("line\n", lines - 1))));

        Assert.Equal(found, TreeChecks.Modules(planted.Tree, ["Risk"]).Count(u => u.Check == "module.page"));
    }

    [Fact]
    public void A_twenty_first_entry_in_the_root_is_found()
    {
        var twenty = Enumerable.Range(1, 20).SelectMany(i => (string[])[$"e{i}/a", $"e{i}/b"]).Append(".gitignore")
            .ToList();

        Assert.Empty(TreeChecks.Root(twenty, []));
        Assert.Single(TreeChecks.Root([.. twenty, "PLAN.md"], []));
        Assert.Empty(TreeChecks.Root([.. twenty, "PLAN.md"], [new Exemption("root.entry", "PLAN.md", "planted")]));
    }

    [Fact]
    public void A_problem_code_that_no_test_produces_is_found()
    {
        const string Codes = """
            public const string Wrong = "Risk Wrong";
            public const string Missing = "risk.draw.missing";
            public const string MissingKey = "risk.draw.missing-key";
            public const string Late = "risk.draw.late";
            """;
        using var planted = new PlantedTree(
            ("src/Tolhuis/Risk/RiskProblems.cs", Codes),
            ("tests/RiskTests.cs", "Equal(RiskProblems.MissingKey, x); Equal(\"risk.draw.late\", y);"));

        Assert.Equal(
            ["problem.code:1", "problem.unused:2"],
            TreeChecks.ProblemCodes(planted.Tree).Select(u => $"{u.Check}:{u.Line}"));
    }

    [Theory]
    [InlineData("No title at all\n", "markdown.title")]
    [InlineData("# One\n\n# Two\n", "markdown.title")]
    [InlineData("# One\n\n[gone](gone.md)\n", "markdown.link")]
    [InlineData("# One\n\n![picture](img/gone.png)\n", "markdown.link")]
    [InlineData("# One\n\n[up](../gone.md#part)\n", "markdown.link")]
    public void A_page_without_title_or_with_a_dead_link_is_found(string text, string check) =>
        Assert.Equal(check, Assert.Single(Find(TreeChecks.Pages, "docs/page.md", text)).Check);

    [Theory]
    [InlineData("# One\n\n```sh\n# no title\n```\n")]
    [InlineData("# One\n\n[self](page.md#part) [root](../docs/page.md) [out](https://example.org/x) [part](#one)\n")]
    [InlineData("# One\n\n`[not a link](gone.md)`\n")]
    public void A_page_that_is_right_is_not_found(string text) =>
        Assert.Empty(Find(TreeChecks.Pages, "docs/page.md", text));

    [Theory]
    [InlineData("src/A.cs")]
    [InlineData("src/A.csproj")]
    [InlineData("src/Tolhuis/Risk/Schema/0001_a.sql")]
    [InlineData("tolhuis")]
    public void A_file_without_licence_is_found(string path)
    {
        Assert.Single(Find(TreeChecks.Licences, path, "\n\n\n\n\n" + Spdx));
        Assert.Empty(Find(TreeChecks.Licences, path, Spdx));
    }

    [Fact]
    public void A_text_that_no_page_shows_is_found()
    {
        const string Texts = """
            public static class RiskTexts
            {
                public static readonly Text Shown = new("Getoond", "Shown");
                public static readonly Text Inner = new("Binnen", "Inner");
                public static readonly Text Idle = new("Ongebruikt", "Idle");
                public static readonly CountedText IdleCount = new(
                    new("1 regel", "1 line"), new("{0} regels", "{0} lines"));
                public static Text Of(bool isInner) => isInner ? Inner : null;
            }
            """;
        using var planted = new PlantedTree(
            ("src/Web/RiskTexts.cs", Texts),
            ("src/Web/Page.razor", "@L[RiskTexts.Shown] @L[OtherTexts.Idle] @L[RiskTexts.IdleCounts]"),
            ("tests/RiskTests.cs", "Assert.Equal(RiskTexts.Idle, x);"));

        Assert.Equal([5, 6], TextChecks.Unused(planted.Tree).Select(u => u.Line));
    }

    [Fact]
    public void An_exception_covers_what_it_names_and_nothing_else()
    {
        var rows = Exemption.Read("# why\n\nmodule.* | Risk | lands with its module\nline.length | src/A* | a table\n");

        Assert.True(rows[0].Covers(new Untidy("module.web", "Risk", 1, "")));
        Assert.False(rows[0].Covers(new Untidy("module.web", "Scans", 1, "")));
        Assert.True(rows[1].Covers(new Untidy("line.length", "src/AB.cs", 1, "")));
        Assert.False(rows[1].Covers(new Untidy("file.length", "src/AB.cs", 1, "")));
    }

    [Theory]
    [InlineData("module.* | Risk")]
    [InlineData("module.* | Risk | ")]
    [InlineData("just words")]
    public void An_exception_without_reason_is_refused(string row) =>
        Assert.Throws<FormatException>(() => Exemption.Read(row));

    private static List<Untidy> Find(Func<SourceTree, IEnumerable<Untidy>> check, string path, string text)
    {
        using var planted = new PlantedTree((path, text));
        return check(planted.Tree).ToList();
    }

    private static string Lines(string line, int count) => string.Concat(Enumerable.Repeat(line + "\n", count));

    private sealed class PlantedTree : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tolhuis-tidy");

        public PlantedTree(params ReadOnlySpan<(string Path, string Text)> files)
        {
            foreach (var (path, text) in files)
            {
                var full = Path.Combine(_folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }

            Tree = new SourceTree(_folder.FullName);
        }

        public SourceTree Tree { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
