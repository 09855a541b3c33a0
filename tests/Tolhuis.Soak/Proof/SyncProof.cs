// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Soak.Proof;

/// <summary>What lay between a request and its answer, and what is missing in it.</summary>
/// <param name="Evidence">The calls that count, in their order.</param>
/// <param name="Missing">Sentences; empty if the answer was given only after everything was on disk.</param>
internal sealed record SyncVerdict(IReadOnlyList<SystemCall> Evidence, IReadOnlyList<string> Missing);

/// <summary>
/// Says of the calls of a program whether everything it wrote under a folder was synced when it answered: after the last write
/// of each file a successful sync of that file, and after each new name a successful sync of the folder that holds it.
/// </summary>
internal sealed class SyncProof(string store)
{
    /// <param name="from">Line after which the request was made; the answer to the request before, or the beginning.</param>
    /// <param name="answer">The write of the answer.</param>
    /// <param name="mustWrite">Ends of the paths that must have been written in between: without them the proof shows nothing.</param>
    public SyncVerdict Judge(IReadOnlyList<SystemCall> calls, int from, SystemCall answer, params string[] mustWrite)
    {
        var before = calls.Where(call => call.Start < answer.Start).ToList();
        var missing = new List<string>();
        foreach (var last in before.Where(call => call.IsWrite && IsKept(call.Path)).GroupBy(call => call.Path)
                     .Select(writes => writes.MaxBy(call => call.End)!))
        {
            if (!IsSynced(before, last.Path, last.End, answer))
                missing.Add($"{Short(last.Path)} is written at line {last.Start} and not synced before the answer.");
        }

        var created = before.Where(call => call.Answer >= 0 && IsCreation(call)).DistinctBy(call => call.Path);
        foreach (var named in before.Where(call => call.Answer == 0 && IsName(call)).Concat(created))
        {
            var folder = Path.GetDirectoryName(named.Target)!;
            if (!IsSynced(before, folder, named.End, answer))
                missing.Add($"{Short(named.Target)} gets its name at line {named.Start}; its folder is not synced before the answer.");
        }

        var inBetween = before.Where(call => call.Start > from).ToList();
        foreach (var end in mustWrite)
        {
            if (!inBetween.Any(call => call.IsWrite && call.Path.Contains(end, StringComparison.Ordinal)))
                missing.Add($"Nothing was written to {end} between request and answer.");
        }

        var evidence = inBetween
            .Where(call => (call.IsWrite || call.IsSync || IsName(call)) && (IsUnder(call.Path) || IsUnder(call.Target)))
            .Append(answer).ToList();
        return new SyncVerdict(evidence, missing);
    }

    public string Short(string path) => path.Replace(store + "/", "", StringComparison.Ordinal);

    private static bool IsSynced(List<SystemCall> calls, string path, int after, SystemCall answer) =>
        calls.Any(call => call.IsSync && call.Path == path && call.Start > after && call.End < answer.Start);

    private bool IsName(SystemCall call) => call.Target.Length > 0 && IsKept(call.Target)
        && (call.Name == "mkdir" || call.Name.StartsWith("rename", StringComparison.Ordinal));

    // In this run every store is new, so the first opening that may make a file makes it. What comes in under a passing name
    // needs no lasting one yet.
    private bool IsCreation(SystemCall call) => call.Name == "openat" && IsKept(call.Path)
        && call.Text.Contains("O_CREAT", StringComparison.Ordinal)
        && !call.Path.Contains("/incoming/", StringComparison.Ordinal)
        && !call.Path.EndsWith(".new", StringComparison.Ordinal);

    private bool IsUnder(string path) => path.StartsWith(store, StringComparison.Ordinal);

    // The index of the log is made anew after a crash, the database file is synced before the log is cut, and the lock is for people.
    private bool IsKept(string path) => IsUnder(path) && path != store
        && !path.EndsWith("-shm", StringComparison.Ordinal) && !path.EndsWith("/tolhuis.db", StringComparison.Ordinal)
        && !path.EndsWith("-journal", StringComparison.Ordinal) && !path.Contains("/store.lock", StringComparison.Ordinal);
}
