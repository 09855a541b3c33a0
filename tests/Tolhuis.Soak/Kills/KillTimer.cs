// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;

namespace Tolhuis.Soak.Kills;

/// <summary>The phase that a kill is aimed at.</summary>
internal enum KillMoment
{
    /// <summary>While the program starts, opens the store, recovers its log and rebuilds what the decider knows.</summary>
    Starting,

    /// <summary>While the promises are checked and files from before the kill before are decided.</summary>
    Checking,

    /// <summary>Under load.</summary>
    Loaded,

    /// <summary>Under load, just after a file began to come in.</summary>
    Receiving,

    /// <summary>Under load, just after the log began to be copied into the database.</summary>
    Checkpoint,
}

/// <summary>Waits for the moment of a kill. What is random comes from the seed; where the program then stands does not.</summary>
internal sealed class KillTimer(Random random, string store)
{
    private static readonly KillMoment[] Moments = Enum.GetValues<KillMoment>();
    private readonly string _incoming = Path.Combine(store, "archive", "incoming");
    private readonly string _database = Path.Combine(store, "tolhuis.db");

    /// <summary>Each phase in turn for the first kills, so that a short run has all; then by chance.</summary>
    public KillMoment Choose(int kill) =>
        kill < Moments.Length ? Moments[^(kill + 1)] : Moments[random.Next(Moments.Length)];

    public async Task Wait(KillMoment moment)
    {
        switch (moment)
        {
            case KillMoment.Starting:
                await Task.Delay(random.Next(40, 900));
                break;
            case KillMoment.Checking:
                await Task.Delay(random.Next(0, 400));
                break;
            case KillMoment.Loaded:
                await Task.Delay(random.Next(5, 1_500));
                break;
            case KillMoment.Receiving:
                await Task.Delay(random.Next(5, 800));
                await Until(() => Directory.Exists(_incoming) && Directory.EnumerateFiles(_incoming).Any());
                await Spin(random.Next(0, 4_000));
                break;
            default:
                await Task.Delay(random.Next(5, 500));
                var before = File.GetLastWriteTimeUtc(_database);
                await Until(() => File.GetLastWriteTimeUtc(_database) != before);
                await Spin(random.Next(0, 8_000));
                break;
        }
    }

    // Two seconds at most: a run whose load has ended is killed all the same.
    private static async Task Until(Func<bool> isReached)
    {
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < 2_000 && !isReached())
            await Task.Yield();
    }

    private static async Task Spin(int microseconds)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalMicroseconds < microseconds)
            await Task.Yield();
    }
}
