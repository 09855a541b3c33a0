// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Soak.Child;
using Tolhuis.Soak.Kills;

namespace Tolhuis.Soak.Faults;

/// <summary>
/// Lets the sync of one file fail, by the tracer: the system call answers EIO. From then on everything is refused,
/// nothing is written and all can be read; after a restart every acknowledged message is there and the rest is taken
/// when sent again.
/// </summary>
internal sealed class FailedSyncRun(string folder, TextWriter report)
{
    private readonly TextWriter _report = TextWriter.Synchronized(report);
    private readonly FaultList _faults = new(TextWriter.Synchronized(report));

    public async Task<int> Run()
    {
        await Task.WhenAll(
            Fail("log of the engine", "tolhuis.db-wal", fromSync: 12),
            Fail("spool of single messages", "archive/spool/00000001.spool", fromSync: 6),
            Fail("archive of files", "archive/incoming/3", fromSync: 1));
        return _faults.Count;
    }

    private async Task Fail(string name, string file, int fromSync)
    {
        var settings = new ChildSettings(Path.Combine(folder, "failed-" + Path.GetFileName(file)),
            64 << 20, IsUnsynced: false);
        await using (var first = ChildProcess.Start(settings))
        {
            await first.Ready;
            // The tracer finds a file only if it is there.
            await first.Ask(FrameKind.Lodge, "no message"u8.ToArray());
        }

        var day = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var messages = new TrafficSimulator(new SimulationPlan { Day = day, BadMessageRate = 0, Lines = 400 })
            .Messages().Take(12).ToArray();
        var acknowledged = new Dictionary<long, string>();
        var refusals = new List<string>();
        var path = Path.Combine(settings.Store, file);
        var child = ChildProcess.Start(
            settings, "strace", "-f", "-o", "/dev/null", "-P", path, "-e", "trace=fsync,fdatasync", "-e",
            $"inject=fsync,fdatasync:error=EIO:when={fromSync}+");
        await child.Ready;
        foreach (var message in messages)
            await Send(child, message, acknowledged, refusals);
        await CheckStuck(child, name, settings, messages[0], acknowledged);
        await child.DisposeAsync();
        var said = string.Join(", ", refusals.Distinct());
        _faults.Check(said == "SyncFailed", name, $"Refusals after a failed sync: {said}.");
        _report.WriteLine(
            $"{name}: {acknowledged.Count} acknowledged, then {refusals.Count} refused as {said}; all can be read");
        await CheckRestart(settings, name, messages, acknowledged);
    }

    /// <summary>Each message alone and, every third time, in a zip.</summary>
    private static async Task Send(
        ChildProcess child, SimulatedMessage message, Dictionary<long, string> acknowledged, List<string> refusals)
    {
        var xml = message.Content.ToArray();
        var answer = (await child.Ask(FrameKind.Lodge, xml)).Content<LodgeAnswer>();
        if (answer.Fault is { } fault)
            refusals.Add(fault);
        else
            acknowledged[answer.DeclarationId] = StoredAnswers.HashOf(xml);
        var receipt = (await child.Ask(FrameKind.Receive, SmallZip.Of([message]))).Content<ReceiveAnswer>();
        if (receipt.Fault is { } refused)
            refusals.Add(refused);
    }

    private async Task CheckStuck(
        ChildProcess child, string name, ChildSettings settings, SimulatedMessage message,
            Dictionary<long, string> acknowledged)
    {
        var state = (await child.Ask(FrameKind.State, 0)).Content<StateAnswer>();
        _faults.Check(state.Fault == "SyncFailed", name, $"After a failed sync the store says {state.Fault}.");
        var before = WrittenAt(settings.Store);
        await Send(child, message, acknowledged, []);
        // Longer than the clocks of trail and checkpoint take between two turns.
        await Task.Delay(1_200);
        _faults.Check(before == WrittenAt(settings.Store), name, "Something is written after a failed sync.");
        var stored = (await child.Ask(FrameKind.Stored, acknowledged.Keys.ToArray()))
            .Content<List<StoredDeclaration>>();
        _faults.Check(stored.Count == acknowledged.Count, name, $"{stored.Count} of {acknowledged.Count} can be read.");
    }

    private async Task CheckRestart(
        ChildSettings settings, string name, SimulatedMessage[] messages, Dictionary<long, string> acknowledged)
    {
        await using var child = ChildProcess.Start(settings);
        await child.Ready;
        var stored = (await child.Ask(FrameKind.Stored, acknowledged.Keys.ToArray()))
            .Content<List<StoredDeclaration>>();
        _faults.Check(
            stored.Count == acknowledged.Count && stored.All(row => row.RawHash == acknowledged[row.Id]), name,
            $"After a restart {stored.Count} of {acknowledged.Count} acknowledged messages are there.");
        foreach (var message in messages)
        {
            var xml = message.Content.ToArray();
            var answer = (await child.Ask(FrameKind.Lodge, xml)).Content<LodgeAnswer>();
            var isKnown = acknowledged.ContainsValue(StoredAnswers.HashOf(xml));
            _faults.Check(
                answer.Outcome == MessageOutcome.Duplicate
                    || (!isKnown && answer.Outcome == MessageOutcome.Accepted), name,
                $"Sent again after a restart, a message gives {answer}");
        }

        var totals = (await child.Ask(FrameKind.Totals, 0)).Content<StoredTotals>();
        _faults.Check(totals.Accepted == messages.Length, name,
            $"{totals.Accepted} accepted of {messages.Length} messages.");
        foreach (var fault in (await child.Ask(FrameKind.Verify, long.MaxValue)).Content<List<FaultAnswer>>())
            _faults.Add(fault.Promise, fault.Sentence);
    }

    private static (long Database, long Log, long Spool) WrittenAt(string store) => (
        LengthAndTime(Path.Combine(store, "tolhuis.db")), LengthAndTime(Path.Combine(store, "tolhuis.db-wal")),
        LengthAndTime(Path.Combine(store, "archive/spool/00000001.spool")));

    private static long LengthAndTime(string path) =>
        File.Exists(path) ? unchecked(File.GetLastWriteTimeUtc(path).Ticks + (new FileInfo(path).Length << 20)) : 0;
}
