// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.IO.Compression;
using Tolhuis.Cli.Platform;
using Tolhuis.Cli.Simulate;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Bench;

/// <summary>Medians over the rounds.</summary>
/// <param name="Ratio">Tolhuis over the limit of the same round; median of the rounds.</param>
/// <param name="PeakMemoryMb">Highest working set of this process.</param>
internal sealed record IntakeBenchAnswer(
    long Lines, double LinesPerSecond, double LimitLinesPerSecond, double Ratio, double PeakMemoryMb);

/// <summary>
/// The same files, alternately through the whole road and through the bare limit, each into a new store in the same
/// folder.
/// The files are made beforehand; a smaller round of both goes first and does not count.
/// </summary>
internal sealed class IntakeBench(long lines, int rounds, string folder)
{
    private const int MessagesPerZip = 4_000;

    public async Task<IntakeBenchAnswer> Run(CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var warmUp = Files(Math.Min(lines, 150_000), seed: 7);
        await Road(warmUp, stop);
        BareLimit.Run(warmUp, NewStore());
        var files = Files(lines, seed: 1);
        var (road, limit, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var limitCpu = await Cpu(() => Task.FromResult(BareLimit.Run(files, NewStore())), limit);
            var roadCpu = await Cpu(() => Road(files, stop), road);
            ratios.Add(road[^1] / limit[^1]);
            CommandLine.Complain(string.Create(
                null,
                $"round {round + 1}: {road[^1]:N0} lines/s with {roadCpu / lines:0.0} us of processor time a line; "
                + $"limit {limit[^1]:N0} with {limitCpu / lines:0.0} us; ratio {ratios[^1]:0.00}"));
        }

        Directory.Delete(folder, recursive: true);
        return new IntakeBenchAnswer(
            files.Sum(file => file.Lines), Math.Round(Median(road)), Math.Round(Median(limit)), Math
                .Round(Median(ratios), 3),
            Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0));
    }

    /// <summary>Processor time in microseconds: on a machine with other work it tells more than the clock.</summary>
    private static async Task<double> Cpu(Func<Task<double>> work, List<double> linesPerSecond)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        linesPerSecond.Add(await work());
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds;
    }

    private async Task<double> Road(IReadOnlyList<BenchFile> files, CancellationToken stop)
    {
        await using var opened = await OpenedStore.Open(NewStore(), TimeProvider.System, demo: true);
        var started = Stopwatch.GetTimestamp();
        var ids = new List<long>();
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file.Path);
            var receipt = await opened.Intake.Receive(stream, Path.GetFileName(file.Path), opened.House, stop: stop);
            ids.Add(receipt.File!.Id);
        }

        foreach (var id in ids)
            await opened.Intake.WhenDecided(id).WaitAsync(stop);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var decided = opened.Intake.Pulse.Total.Counts;
        Invariant.Holds(
            decided.Lines > 0 && decided.Lines == decided.Released + decided.Selected + decided.Undecided,
            "Every line of the benchmark is decided.");
        return decided.Lines / elapsed.TotalSeconds;
    }

    private List<BenchFile> Files(long count, long seed)
    {
        var path = Path.Combine(folder, string.Create(null, $"files-{seed}"));
        Directory.CreateDirectory(path);
        foreach (var old in Directory.EnumerateFiles(path))
            File.Delete(old);
        var plan = new SimulationPlan
        {
            Lines = count,
            Seed = seed,
            Day = DutchTime.DateOf(TimeProvider.System.GetUtcNow()),
            H1Share = 0,
            BadMessageRate = 0,
        };
        var files = new List<BenchFile>();
        foreach (var messages in new TrafficSimulator(plan).Messages().Chunk(MessagesPerZip))
            files.Add(Write(Path.Combine(path, string.Create(null, $"{files.Count:D4}.zip")), messages));
        return files;
    }

    /// <summary>Messages in one zip, whoever the declarants are: files as large senders make them.</summary>
    public static byte[] Zip(SimulatedMessage[] messages)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < messages.Length; i++)
            {
                using var entry = zip.CreateEntry(NameOf(i, messages[i].Content.Span)).Open();
                entry.Write(messages[i].Content.Span);
            }
        }

        return bytes.ToArray();
    }

    private static string NameOf(int number, ReadOnlySpan<byte> message) =>
        string.Create(null, $"{number:D5}{(MessageShape.IsJson(message) ? ".json" : ".xml")}");

    private static BenchFile Write(string path, SimulatedMessage[] messages)
    {
        File.WriteAllBytes(path, Zip(messages));
        return new BenchFile(path, messages.Sum(message => (long)message.Lines));
    }

    private string NewStore()
    {
        var path = Path.Combine(folder, "store");
        foreach (var old in new[] { path, path + ".keys", path + ".trail-heads" }.Where(Directory.Exists))
            Directory.Delete(old, recursive: true);
        return path;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
            : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>A zip on disk and the lines in it.</summary>
internal sealed record BenchFile(string Path, long Lines);
