// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Soak.Child;
using Tolhuis.Soak.Kills;

namespace Tolhuis.Soak.Faults;

/// <summary>
/// Measures how long a large store takes to open: after a good end, and after a kill with a full log.
/// </summary>
internal sealed class ReopenRun(string folder, long lines, long seed, TextWriter report)
{
    private const int FilesAhead = 8;

    public async Task Run()
    {
        var settings = new ChildSettings(Path.Combine(folder, "store"), 64 << 20, IsUnsynced: false);
        var watch = Stopwatch.StartNew();
        await using (var opened = await ChildInstallation.Open(settings))
            report.WriteLine($"{await Fill(opened):N0} lines decided in {watch.Elapsed.TotalSeconds:0.0} s");
        for (var round = 0; round < 3; round++)
        {
            watch.Restart();
            await using (var child = ChildProcess.Start(settings))
            {
                await child.Ready;
                report.WriteLine(
                    $"opened after a good end: {watch.Elapsed.TotalSeconds:0.00} s, the program's start included");
            }
        }

        await OpenAfterKill(settings);
    }

    private async Task<long> Fill(ChildInstallation opened)
    {
        var intake = opened.Get<IIntake>();
        var day = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var plan = new SimulationPlan { Day = day, Lines = lines, Seed = seed };
        var ahead = new Queue<long>();
        foreach (var messages in new TrafficSimulator(plan).Messages().Chunk(4_000))
        {
            using var stream = new MemoryStream(SmallZip.Of(messages));
            ahead.Enqueue((await intake.Receive(stream, "fill.zip", opened.House)).File!.Id);
            if (ahead.Count > FilesAhead)
                await intake.WhenDecided(ahead.Dequeue());
        }

        while (ahead.TryDequeue(out var file))
            await intake.WhenDecided(file);
        return intake.Pulse.Total.Counts.Lines;
    }

    /// <summary>Killed while a last file is decided, so that the log has to be read again.</summary>
    private async Task OpenAfterKill(ChildSettings settings)
    {
        var day = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var plan = new SimulationPlan { Day = day, Lines = 40_000, Seed = seed + 1 };
        var child = ChildProcess.Start(settings);
        await child.Ready;
        foreach (var messages in new TrafficSimulator(plan).Messages().Chunk(4_000))
            await child.Ask(FrameKind.Receive, SmallZip.Of(messages));
        await child.Kill();
        var log = new FileInfo(Path.Combine(settings.Store, "tolhuis.db-wal"));
        var megabytes = log.Exists ? log.Length / 1048576.0 : 0;
        var watch = Stopwatch.StartNew();
        await using var after = ChildProcess.Start(settings);
        await after.Ready;
        report.WriteLine($"opened after a kill with a log of {megabytes:0} MB: {watch.Elapsed.TotalSeconds:0.00} s");
    }
}
