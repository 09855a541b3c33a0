// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text.Json;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Cli;

/// <summary><c>intake</c> over what a folder may hold, and what it says to a person.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class IntakeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-intake-").FullName;

    private string In => Path.Combine(_folder, "in");

    private string Store => Path.Combine(_folder, "store");

    // Not by Directory.Delete: a name that is no UTF-8 cannot be given back to the system.
    public void Dispose() => Shell($"rm -rf '{_folder}'");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_odd_file_is_one_unreadable_message_and_the_rest_is_taken_in(bool dryRun)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: pipes and names as on Linux");
        Write("in/a.xml", H7("A-1"));
        Write("in/z/z.xml", H7("Z-1"));
        Write("in/empty.xml", []);
        Directory.CreateSymbolicLink(Path.Combine(In, "loop"), In);
        Directory.CreateSymbolicLink(Path.Combine(In, "loop.xml"), ".");
        File.CreateSymbolicLink(Path.Combine(In, "self.xml"), "self.xml");
        File.CreateSymbolicLink(Path.Combine(In, "gone.xml"), "nowhere.xml");
        File.CreateSymbolicLink(Path.Combine(In, "zero.xml"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(In, "good-link.xml"), Write("elsewhere.xml", H7("E-1")));
        Shell($"cd '{In}' && mkfifo pipe.xml && ln -s pipe.xml pipe-link.xml && printf x > \"$(printf 'n\\377.xml')\"");
        var receipts = Path.Combine(_folder, "receipts.jsonl");

        var run = await CommandRun.Of(
            ["intake", In, "--json", "--receipts", receipts, .. dryRun ? (string[])["--dry-run"] : ["--store", Store]])
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            (10, 10, 3, 7),
            (Count(run, "files"), Count(run, "messages"), Count(run, "accepted"), Count(run, "unreadable")));
        var codes = File.ReadLines(receipts).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("outcome").GetString() == "unreadable")
            .Select(line => (
                Path.GetFileName(line.GetProperty("file").GetString()!),
                line.GetProperty("problems")[0].GetProperty("code").GetString()));
        Assert.Equal(
            [
                ("empty.xml", "intake.file.not-ordinary"), ("gone.xml", "intake.file.not-read"),
                ("n\ufffd.xml", "intake.file.not-read"), ("pipe-link.xml", "intake.file.not-ordinary"),
                ("pipe.xml", "intake.file.not-ordinary"), ("self.xml", "intake.file.not-read"),
                ("zero.xml", "intake.file.not-ordinary"),
            ],
            codes.OrderBy(code => code.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pipe_or_device_named_itself_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: devices as on Linux");

        var run = await CommandRun.Of("intake", "/dev/zero", "/dev/null", "--dry-run", "--json")
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal((0, 2), (run.Code, Count(run, "unreadable")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_sees_the_first_twenty_problems_and_how_to_get_the_others(bool dryRun)
    {
        // Gifts, for a sale has warnings of its own.
        Write("in/bad.zip", Zip(Enumerable.Range(0, 30).Select(
            i => H7(Numbered($"R-{i}") with { Additional = "C08", Description = "" }))));
        string[] command = ["intake", In, .. dryRun ? (string[])["--dry-run"] : ["--store", Store]];

        var person = await CommandRun.Of(command);
        var program = await CommandRun.Of([.. command, "--json"]);

        var lines = person.Error.TrimEnd().Split('\n');
        Assert.Equal(21, lines.Length);
        Assert.StartsWith($"{Path.Combine(In, "bad.zip")} 00000.xml: [18 05 ", lines[0], StringComparison.Ordinal);
        Assert.Contains("00019.xml", lines[19], StringComparison.Ordinal);
        Assert.Contains("--receipts", lines[20], StringComparison.Ordinal);
        Assert.Equal("", program.Error);
    }

    [Fact]
    public async Task Control_characters_of_a_name_do_not_reach_the_terminal()
    {
        Write("in/a\u001b[2J.xml", Unreadable("x"));

        var run = await CommandRun.Of("intake", In, "--dry-run");

        Assert.Contains("a?[2J.xml", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Theory]
    [InlineData("2026-06-30T23:30:00", "accepted")]
    [InlineData("2026-06-30T23:30", "accepted")]
    [InlineData("2026-07-01T00:30:00", "rejected")]
    [InlineData("2026-07-01", "rejected")]
    [InlineData("2026-06-30T22:30:00Z", "rejected")]
    [InlineData("2026-06-30T23:30:00+00:00", "rejected")]
    [InlineData("2026-06-30T23:30:00+02:00", "accepted")]
    public async Task A_stated_receipt_without_an_offset_is_Dutch_time(string at, string outcome)
    {
        var file = Write("one.xml", H7(Numbered("A-1") with { Additional = "C07" }));

        var run = await CommandRun.Of("intake", file, "--dry-run", "--json", "--at", at);

        Assert.Equal(1, Count(run, outcome));
    }

    [Fact]
    public async Task Receipts_or_a_store_that_cannot_be_written_are_refused_in_a_sentence_of_ours()
    {
        var file = Write("one.xml", H7("A-1"));
        var below = Path.Combine(file, "below");

        var receipts = await CommandRun.Of("intake", file, "--dry-run", "--receipts", below);
        var intake = await CommandRun.Of("intake", file, "--store", below);
        var demo = await CommandRun.Of("demo", "--headless", "--lines", "100", "--store", below);

        Assert.Equal((2, 2, 2), (receipts.Code, intake.Code, demo.Code));
        Assert.Equal("", receipts.Output);
        foreach (var (run, option) in (ReadOnlySpan<(CommandRun, string)>)
            [(receipts, "--receipts"), (intake, "--store"), (demo, "--store")])
        {
            Assert.Contains(below, run.Error, StringComparison.Ordinal);
            Assert.Contains(option, run.Error, StringComparison.Ordinal);
        }
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static void Shell(string command)
    {
        using var shell = Process.Start("/bin/sh", ["-c", command]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private static int Count(CommandRun run, string name) => run.Json.GetProperty(name).GetInt32();
}
