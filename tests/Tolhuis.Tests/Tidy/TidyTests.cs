// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Xunit;

namespace Tolhuis.Tests.Tidy;

/// <summary>
/// The style that runs. Each check fails with file, line and what to do instead; exceptions.txt holds what is allowed,
/// with
/// the reason. PlantedFaultTests proves that each check can fail.
/// </summary>
public sealed class TidyTests
{
    private const string ExceptionsPath = "tests/Tolhuis.Tests/Tidy/exceptions.txt";
    private static readonly SourceTree Tree = SourceTree.OfTheProduct();
    private static readonly IReadOnlyList<Exemption> Exemptions =
        Exemption.Read(Tree.Files.Single(f => f.Path == ExceptionsPath).Text);

    [Fact]
    public void No_member_is_longer_than_seventy_lines() => AssertTidy(CodeChecks.LongMethods(Tree));

    [Fact]
    public void No_file_is_longer_than_five_hundred_lines() => AssertTidy(CodeChecks.LongFiles(Tree));

    [Fact]
    public void No_line_is_wider_than_its_limit() => AssertTidy(CodeChecks.LongLines(Tree));

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing() => AssertTidy(CodeChecks.VagueNames(Tree));

    [Fact]
    public void No_code_asks_the_machine_for_time_chance_or_patience() => AssertTidy(CodeChecks.BannedCalls(Tree));

    [Fact]
    public void All_sql_stands_in_a_store_or_a_schema() => AssertTidy(CodeChecks.StraySql(Tree));

    [Fact]
    public void No_comment_holds_code_or_a_promise_without_an_issue() => AssertTidy(CodeChecks.Comments(Tree));

    [Fact]
    public void Every_public_type_between_modules_says_what_it_means() => AssertTidy(CodeChecks.MissingSummaries(Tree));

    [Fact]
    public void Every_module_has_its_page_its_door_and_its_folders() =>
        AssertTidy(TreeChecks.Modules(Tree, Modules.All.Select(m => m.Name).ToList()));

    [Fact]
    public void Every_problem_code_is_produced_by_a_test() => AssertTidy(TreeChecks.ProblemCodes(Tree));

    [Fact]
    public void Every_page_has_one_title_and_no_dead_link() => AssertTidy(TreeChecks.Pages(Tree));

    [Fact]
    public void Every_source_file_names_its_licence() => AssertTidy(TreeChecks.Licences(Tree));

    [Fact]
    public void Every_text_is_shown_by_a_page() => AssertTidy(TextChecks.Unused(Tree));

    [Fact]
    public void The_root_has_at_most_twenty_entries() => AssertTidy(TreeChecks.Root(TrackedPaths(), Exemptions));

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var found = All().ToList();

        // A module that has landed makes its rows idle before they are taken out; that alone does not fail.
        Assert.DoesNotContain(Exemptions, e => e.Reason != Exemption.Landing && e.Check != "root.entry"
            && !found.Any(e.Covers));
    }

    private static IEnumerable<Untidy> All() =>
    [
        .. CodeChecks.LongMethods(Tree), .. CodeChecks.LongFiles(Tree), .. CodeChecks.LongLines(Tree),
        .. CodeChecks.VagueNames(Tree), .. CodeChecks.BannedCalls(Tree), .. CodeChecks.StraySql(Tree),
        .. CodeChecks.Comments(Tree), .. CodeChecks.MissingSummaries(Tree),
        .. TreeChecks.Modules(Tree, Modules.All.Select(m => m.Name).ToList()), .. TreeChecks.ProblemCodes(Tree),
        .. TreeChecks.Pages(Tree), .. TreeChecks.Licences(Tree), .. TextChecks.Unused(Tree),
    ];

    private static void AssertTidy(IEnumerable<Untidy> found)
    {
        var left = found.Where(u => !Exemptions.Any(e => e.Covers(u))).ToList();
        Assert.True(left.Count == 0, string.Join('\n', left.Take(50))
            + $"\n{left.Count} in all; exceptions: {ExceptionsPath}");
    }

    private static string[] TrackedPaths()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files"])
            {
                WorkingDirectory = Tree.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var paths = git.StandardOutput.ReadToEnd().Split('\n');
            git.WaitForExit();
            if (git.ExitCode == 0)
                return paths;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git on this machine: the same skip as for a copy without history.
        }

        Assert.Skip("skipped: not a git checkout");
        return [];
    }
}
