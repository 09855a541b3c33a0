// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Soak.Child;
using Tolhuis.Soak.Kills;

namespace Tolhuis.Soak.Proof;

/// <summary>
/// Traces the system calls of the program for single messages and a zip, and shows that a sync stands before each
/// answer. Then shows that the proof would notice: with the engine's syncs off, and with each sync taken out of the log
/// in turn.
/// </summary>
internal sealed class StraceRun(string folder, TextWriter report)
{
    private const string Calls =
        "trace=fdatasync,fsync,write,pwrite64,writev,pwritev,pwritev2,rename,renameat,renameat2,mkdir,openat,sendto";

    private readonly FaultList _faults = new(report);

    /// <summary>Why it cannot run here; null if it can.</summary>
    public static string? Absent =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(path => File.Exists(Path.Combine(path, "strace")))
            ? null
            : "skipped: strace is not installed";

    public async Task<int> Run()
    {
        var (proof, calls, answers) = await Trace("synced", isUnsynced: false);
        report.WriteLine($"{calls.Count} system calls, {answers.Count} answers");
        string[][] mustWrite = [[], ["spool/", "tolhuis.db-wal"], ["spool/", "tolhuis.db-wal"],
            ["incoming/", "tolhuis.db-wal"]];
        string[] names = ["the program is ready", "a good message", "junk", "a zip of two messages"];
        for (var i = 0; i < answers.Count; i++)
        {
            var from = i == 0 ? 0 : answers[i - 1].End;
            var verdict = proof.Judge(calls, from, answers[i], mustWrite[i]);
            if (i > 0)
                Print(proof, names[i], verdict);
            foreach (var missing in verdict.Missing)
                _faults.Add("sync", $"{names[i]}: {missing}");
            if (i > 0)
                TakeOutEachSync(proof, calls, from, answers[i], names[i], mustWrite[i]);
        }

        await ShowPlantedFault(mustWrite[1]);
        return _faults.Count;
    }

    private async Task<(SyncProof Proof, IReadOnlyList<SystemCall> Calls, IReadOnlyList<SystemCall> Answers)> Trace(
        string name, bool isUnsynced)
    {
        var store = Path.Combine(folder, name);
        var log = Path.Combine(folder, name + ".strace");
        var day = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var messages = new TrafficSimulator(new SimulationPlan { Day = day, BadMessageRate = 0, Lines = 60 })
            .Messages().Take(3).ToList();
        var settings = new ChildSettings(store, 64 << 20, isUnsynced, IsQuiet: true);
        await using (var child = ChildProcess.Start(settings, "strace", "-f", "-y", "-s", "12", "-e", Calls, "-o", log))
        {
            await child.Ready;
            var good = (await child.Ask(FrameKind.Lodge, messages[0].Content.ToArray())).Content<LodgeAnswer>();
            _faults.Check(good.Outcome == Intake.Contract.MessageOutcome.Accepted,
                "answer", $"The message gives {good}");
            await child.Ask(FrameKind.Lodge, "no message"u8.ToArray());
            await child.Ask(FrameKind.Receive, SmallZip.Of(messages.Skip(1)));
        }

        var calls = SystemCallLog.Read(File.ReadLines(log));
        // Answers are the only writes that long to a pipe: signals between threads are of one or a few bytes.
        var answers = calls.Where(call =>
            call.IsWrite && call.Path.StartsWith("pipe:", StringComparison.Ordinal) && call.Answer >= 14)
            .ToList();
        _faults.Check(answers.Count == 4, "log", $"{answers.Count} answers in the log, 4 were given.");
        return (new SyncProof(store), calls, answers);
    }

    /// <summary>A proof that cannot fail is none: without any one of the needed syncs it must not hold.</summary>
    private void TakeOutEachSync(
        SyncProof proof, IReadOnlyList<SystemCall> calls, int from, SystemCall answer, string name, string[] mustWrite)
    {
        var needed = 0;
        var missing = proof.Judge(calls, from, answer, mustWrite).Missing.Count;
        foreach (var sync in calls.Where(call => call.IsSync && call.Start > from && call.End < answer.Start))
        {
            var without = calls.Where(call => call != sync).ToList();
            if (proof.Judge(without, from, answer, mustWrite).Missing.Count > missing)
                needed++;
        }

        report.WriteLine($"  taken out of the log one at a time, {needed} syncs are each missed");
        _faults.Check(needed >= mustWrite.Length, "planted", $"{name}: only {needed} syncs are missed when taken out.");
    }

    private async Task ShowPlantedFault(string[] mustWrite)
    {
        var (proof, calls, answers) = await Trace("unsynced", isUnsynced: true);
        var verdict = proof.Judge(calls, answers[0].End, answers[1], mustWrite);
        report.WriteLine("planted fault, the engine's syncs are off:");
        foreach (var missing in verdict.Missing)
            report.WriteLine($"  noticed: {missing}");
        _faults.Check(
            verdict.Missing.Any(missing => missing.Contains("-wal", StringComparison.Ordinal)), "planted",
            "The proof does not notice that the engine no longer syncs.");
    }

    private void Print(SyncProof proof, string name, SyncVerdict verdict)
    {
        report.WriteLine($"{name}: {(verdict.Missing.Count == 0 ? "a sync stands before the answer" : "NOT SYNCED")}");
        var writes = 0;
        foreach (var call in verdict.Evidence)
        {
            // The log of the engine is written page by page; the first and the last say enough.
            var isWal = call.IsWrite && call.Path.EndsWith("-wal", StringComparison.Ordinal);
            writes = isWal ? writes + 1 : 0;
            if (writes is > 1
                && verdict.Evidence.SkipWhile(other => other != call).Skip(1).FirstOrDefault() is { IsWrite: true })
                continue;
            report.WriteLine($"  {call.Start,6} {proof.Short(call.Text)}");
        }
    }
}
