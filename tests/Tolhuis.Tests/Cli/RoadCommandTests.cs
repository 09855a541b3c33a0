// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Tolhuis.Platform;
using Tolhuis.Tests.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Cli;

/// <summary>
/// <c>intake</c>, <c>demo --headless</c>, <c>verify</c> and <c>bench intake</c> as a person or a script runs them.
/// </summary>
[Collection(nameof(ConsoleTests))]
public sealed class RoadCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-cli-").FullName;

    private string Store => Path.Combine(_folder, "store");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Intake_prints_counts_that_add_up_and_a_second_run_gives_duplicates()
    {
        Write("in/one.zip", Zip(H7("A-1"), Rejected("A-2"), Restricted("A-3"), Unreadable("x"), H7("A-1")));
        Write("in/deep/two.xml", H7("B-1"));
        Write("in/notes.txt", "not for us"u8.ToArray());

        var first = await CommandRun.Of("intake", Path.Combine(_folder, "in"), "--store", Store, "--json");
        var second = await CommandRun.Of("intake", Path.Combine(_folder, "in"), "--store", Store, "--json");

        Assert.Equal((0, 0, ""), (first.Code, second.Code, first.Error));
        AssertIdentities(first.Json);
        AssertIdentities(second.Json);
        Assert.Equal(
            (2, 6, 3, 1, 1, 1),
            Counts(first.Json, "files", "messages", "accepted", "rejected", "unreadable", "duplicates"));
        Assert.Equal(
            (2, 6, 0, 0, 0, 6),
            Counts(second.Json, "files", "messages", "accepted", "rejected", "unreadable", "duplicates"));
        Assert.Equal(3, first.Json.GetProperty("lines").GetInt64());
        Assert.Equal(11, first.Json.EnumerateObject().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Receipts_are_one_JSON_line_per_message_with_every_problem(bool dryRun)
    {
        var file = Write("one.zip", Zip(H7("A-1"), Rejected("A-2"), Unreadable("x")));
        var broken = Write("two.zip", Zip(H7("A-1"))[..100]);
        var path = Path.Combine(_folder, "receipts.jsonl");

        var run = await CommandRun.Of(
            ["intake", file, broken, "--receipts", path, .. dryRun ? (string[])["--dry-run"] : ["--store", Store]]);

        Assert.Equal(0, run.Code);
        Assert.Contains("2", run.Output, StringComparison.Ordinal);
        var lines = File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, line => Assert.Equal(
            ["file", "entry", "lrn", "outcome", "problems"], line.EnumerateObject().Select(property => property.Name)));
        var ofFile = lines.Where(line => line.GetProperty("file").GetString() == file).ToList();
        Assert.Equal(
            ["00000.xml", "00001.xml", "00002.xml"], ofFile.Select(line => line.GetProperty("entry").GetString()));
        Assert.Equal(
            ["accepted", "rejected", "unreadable"], ofFile.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal("A-2", ofFile[1].GetProperty("lrn").GetString());
        var problem = ofFile[1].GetProperty("problems")[0];
        Assert.Equal(
            ["code", "severity", "dataElement", "pointer", "text"],
            problem.EnumerateObject().Select(field => field.Name));
        Assert.All(problem.EnumerateObject(), field => Assert.NotEmpty(field.Value.GetString()!));
        Assert.Equal("reject", problem.GetProperty("severity").GetString());
        Assert.Equal(dryRun, !Directory.Exists(Store));
    }

    [Fact]
    public async Task A_stated_receipt_decides_the_law_in_a_dry_run_and_is_refused_on_a_real_store()
    {
        var file = Write("one.xml", H7(Numbered("A-1") with { Additional = "C07" }));
        await CommandRun.Of("intake", Write("zero.xml", H7("Z-1")), "--store", Store);

        var before = await CommandRun.Of("intake", file, "--dry-run", "--json", "--at", "2026-06-30T23:30:00+02:00");
        var after = await CommandRun.Of("intake", file, "--dry-run", "--json", "--at", "2026-07-01T00:30:00+02:00");
        var real = await CommandRun.Of("intake", file, "--store", Store, "--at", "2026-06-30T23:30:00+02:00");
        var absent = await CommandRun.Of("intake", file, "--store", Store + "2", "--at", "2026-06-30T23:30:00+02:00");

        Assert.Equal((1, 0), (Count(before, "accepted"), Count(before, "rejected")));
        Assert.Equal((0, 1), (Count(after, "accepted"), Count(after, "rejected")));
        Assert.Equal((2, 2), (real.Code, absent.Code));
        Assert.Contains("--at", real.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Store + "2"));
    }

    [Fact]
    public async Task What_cannot_be_done_says_why_on_stderr_and_by_its_code()
    {
        var file = Write("one.xml", H7("A-1"));
        using var held = StoreFolder.Open(
            Path.Combine(_folder, "held"), demo: false, "process 7, http://localhost:5090");

        Assert.Equal(2, (await CommandRun.Of("intake", Path.Combine(_folder, "absent"))).Code);
        Assert.Equal(2, (await CommandRun.Of("intake", file, "--dry-run", "--at", "yesterday")).Code);
        Assert.Equal(2, (await CommandRun.Of("intake")).Code);
        Assert.Equal(2, (await CommandRun.Of("verify", "--store", Path.Combine(_folder, "absent"))).Code);
        Assert.Equal(2, (await CommandRun.Of("no-such-command")).Code);
        var inUse = await CommandRun.Of("intake", file, "--store", held.Path);
        Assert.Equal((3, ""), (inUse.Code, inUse.Output));
        Assert.Contains("process 7, http://localhost:5090", inUse.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headless_demo_decides_a_day_is_verified_and_refuses_a_real_store()
    {
        await CommandRun.Of("intake", Write("zero.xml", H7("Z-1")), "--store", Store + "-real");

        var demo = await CommandRun.Of("demo", "--headless", "--lines", "200", "--store", Store, "--json");
        var verify = await CommandRun.Of("verify", "--store", Store, "--json");
        var real = await CommandRun.Of("demo", "--headless", "--lines", "200", "--store", Store + "-real");

        Assert.Equal((0, 0, 2), (demo.Code, verify.Code, real.Code));
        AssertIdentities(demo.Json);
        Assert.True(demo.Json.GetProperty("lines").GetInt64() > 100, demo.Output);
        Assert.True(verify.Json.GetProperty("ok").GetBoolean(), verify.Output);
        Assert.True(StoreFolder.IsDemoStore(Store));
    }

    [Fact]
    public async Task Verify_tells_what_is_wrong_and_ends_with_findings()
    {
        await CommandRun.Of("intake", Write("one.zip", Zip(H7("A-1"))), "--store", Store);
        var files = Path.Combine(Store, "archive", "files");
        File.Delete(Directory.GetFiles(files, "*", SearchOption.AllDirectories).Single());

        var verify = await CommandRun.Of("verify", "--store", Store);
        var json = await CommandRun.Of("verify", "--store", Store, "--json");

        Assert.Equal((1, 1), (verify.Code, json.Code));
        Assert.Contains("archive:", verify.Output, StringComparison.Ordinal);
        Assert.False(json.Json.GetProperty("ok").GetBoolean());
        Assert.Equal("archive", json.Json.GetProperty("faults")[0].GetProperty("promise").GetString());
    }

    [Fact]
    public async Task A_benchmark_prints_its_numbers_and_deletes_only_what_it_made()
    {
        var mine = Write("bench/mine.txt", "mine"u8.ToArray());

        var bench = await CommandRun.Of(
            "bench", "intake", "--lines", "300", "--rounds", "1", "--folder", Path.GetDirectoryName(mine)!, "--json");

        Assert.Equal(0, bench.Code);
        Assert.True(bench.Json.GetProperty("ratio").GetDouble() > 0, bench.Output);
        Assert.True(bench.Json.GetProperty("limitLinesPerSecond").GetDouble() > 0, bench.Output);
        Assert.Equal([mine], Directory.GetFileSystemEntries(Path.GetDirectoryName(mine)!));
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static int Count(CommandRun run, string name) => run.Json.GetProperty(name).GetInt32();

    private static (int, int, int, int, int, int) Counts(JsonElement counts, params string[] names)
    {
        var values = names.Select(name => counts.GetProperty(name).GetInt32()).ToList();
        return (values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    private static void AssertIdentities(JsonElement counts)
    {
        Assert.Equal(
            Number("messages"),
            Number("accepted") + Number("rejected") + Number("unreadable") + Number("duplicates")
                + Number("quarantined"));
        Assert.Equal(Number("lines"), Number("released") + Number("selected") + Number("undecided"));

        long Number(string name) => counts.GetProperty(name).GetInt64();
    }
}
