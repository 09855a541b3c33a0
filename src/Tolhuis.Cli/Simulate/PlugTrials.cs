// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Site;

namespace Tolhuis.Cli.Simulate;

/// <summary>Trials started from a page of a demo: one at a time, each ended within a minute.</summary>
internal sealed class PlugTrials(TimeProvider time) : IPlugTrials, IAsyncDisposable
{
    private const int Kills = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(55);
    private readonly Lock _starting = new();
    private readonly CancellationTokenSource _ending = new();
    private Task _running = Task.CompletedTask;
    private volatile PlugTrial? _latest;

    public PlugTrial? Latest => _latest;

    public bool TryStart()
    {
        using (_starting.EnterScope())
        {
            if (!_running.IsCompleted || _ending.IsCancellationRequested)
                return false;
            _running = Task.Run(Run);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _running;
        _ending.Dispose();
    }

    private async Task Run()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        limit.CancelAfter(Longest);
        await new PlugRun(time, trial => _latest = trial).Run(Kills, Random.Shared.Next(1, int.MaxValue), limit.Token);
    }
}
