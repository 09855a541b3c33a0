// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Tolhuis.Kernel;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak.Kills;

/// <summary>What a run of kills is asked for.</summary>
/// <param name="Lines">Lines of one wave of traffic; waves follow until all kills are done.</param>
internal sealed record KillPlan(int Kills, long Seed, long Lines, string Folder);

/// <summary>What a run of kills came to.</summary>
internal sealed record KillResult(
    int Kills, int Restarts, long Messages, long Files, long Repeats, StoredTotals Stored, int Faults, double Seconds);

/// <summary>
/// Kills the program under load again and again. After each kill the same store is opened again, all promises are checked,
/// what was not acknowledged is sent again, and the load goes on.
/// </summary>
internal sealed class KillRun(KillPlan plan, TextWriter report)
{
    private const long CheckpointBytes = 1 << 20;
    private const long ReplayAfterRestart = 300;
    private readonly Random _random = new(unchecked((int)plan.Seed));
    private readonly List<SentMessage> _messages = [];
    private readonly List<SentFile> _files = [];
    private readonly FaultList _faults = new(report);
    private int _waves;

    public async Task<KillResult> Run()
    {
        var watch = Stopwatch.StartNew();
        report.WriteLine($"seed {plan.Seed}, {plan.Kills} kills, {plan.Lines} lines a wave, store {plan.Folder}");
        var settings = new ChildSettings(Path.Combine(plan.Folder, "store"), CheckpointBytes, IsUnsynced: false);
        var timer = new KillTimer(_random, settings.Store);
        var sender = new Sender(_random, _messages, _files, _faults);
        var reckoning = new Reckoning(_messages, _files, _faults);
        sender.Add(NextWave());
        for (var kill = 0; kill < plan.Kills; kill++)
            await RunUntilKilled(kill, ChildProcess.Start(settings), timer, sender, reckoning);

        await using var last = ChildProcess.Start(settings);
        await last.Ready;
        await reckoning.Quickly(last, ReplayAfterRestart);
        await sender.Run(last);
        var stored = await reckoning.Fully(last);
        return new KillResult(
            plan.Kills, plan.Kills + 1, _messages.Count + _files.Sum(file => (long)file.Entries.Count), _files.Count,
            sender.Repeats, stored, _faults.Count, watch.Elapsed.TotalSeconds);
    }

    private async Task RunUntilKilled(int kill, ChildProcess child, KillTimer timer, Sender sender, Reckoning reckoning)
    {
        var moment = timer.Choose(kill);
        var watch = Stopwatch.StartNew();
        if (moment == KillMoment.Starting)
        {
            await timer.Wait(moment);
            await End(kill, moment, child, watch);
            return;
        }

        try
        {
            await child.Ready;
        }
        catch (ChildGoneException)
        {
            _faults.Add("start", $"The program did not start again: {await child.Errors}");
            return;
        }

        var checking = Guarded(reckoning.Quickly(child, ReplayAfterRestart));
        if (moment != KillMoment.Checking)
        {
            await checking;
            if (sender.IsDone)
                sender.Add(NextWave());
            var sending = sender.Run(child);
            await timer.Wait(moment);
            await End(kill, moment, child, watch);
            await sending;
            return;
        }

        await timer.Wait(moment);
        await End(kill, moment, child, watch);
        await checking;
    }

    private async Task End(int kill, KillMoment moment, ChildProcess child, Stopwatch watch)
    {
        var isEarly = child.Errors.IsCompleted;
        await child.Kill();
        var errors = await child.Errors;
        _faults.Check(!isEarly && errors.Length == 0, "child", $"The program ended by itself or complained: {errors}");
        report.WriteLine(
            $"kill {kill + 1,3} {moment,-10} after {watch.ElapsedMilliseconds,5} ms, acknowledged so far: {_messages.Count} messages, {_files.Count} files");
    }

    // The child may be killed while it is asked.
    private static async Task Guarded(Task work)
    {
        try
        {
            await work;
        }
        catch (ChildGoneException)
        {
            // Asked again after the next restart.
        }
    }

    private Traffic NextWave() =>
        Traffic.Wave(plan.Seed, _waves++, plan.Lines, DutchTime.DateOf(TimeProvider.System.GetUtcNow()));
}
