// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Simulate;
using Tolhuis.Web.Site;
using Xunit;

namespace Tolhuis.SystemTests.Intake;

/// <summary>The trial that anyone may start: the program as it runs, killed and counted.</summary>
// One at a time: what is left of a trial is looked for among all of this machine.
[Collection("plug")]
public sealed class PlugTests
{
    [Fact]
    public async Task What_was_acknowledged_over_http_is_there_after_a_kill_and_nothing_of_the_trial_is_left()
    {
        var seen = new List<PlugTrial>();
        var before = Directory.GetDirectories(Path.GetTempPath(), "tolhuis-plug-*");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));

        var trial = await new PlugRun(TimeProvider.System, seen.Add).Run(kills: 1, seed: 4, limit.Token);

        Assert.True(trial.IsHeld, $"{trial} {string.Join(' ', trial.Faults)}");
        Assert.Equal((1, 0L), (trial.Kills, trial.Missing));
        Assert.True(trial.Acknowledged >= 40 && trial.Sent == trial.Acknowledged, trial.ToString());
        Assert.Contains(seen, one => one.Phase == PlugPhase.Killed);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "tolhuis-plug-*").Except(before));
    }

    [Fact]
    public async Task A_trial_whose_time_is_up_says_so_and_promises_nothing()
    {
        using var limit = new CancellationTokenSource(TimeSpan.Zero);

        var trial = await new PlugRun(TimeProvider.System, _ => { }).Run(kills: 1, seed: 4, limit.Token);

        Assert.False(trial.IsHeld);
        Assert.NotNull(trial.Failure);
        Assert.NotNull(trial.EndedAt);
    }

    [Theory]
    [InlineData(100, 100, 0, true)]
    [InlineData(100, 99, 1, false)]
    [InlineData(100, 101, 0, false)]
    [InlineData(0, 0, 0, false)]
    public void Lost_double_or_no_messages_are_not_called_held(long acknowledged, long decided, long missing, bool held)
    {
        var trial = new PlugTrial(
            PlugPhase.Done, 3, 3, acknowledged, acknowledged, 0, 0, decided, missing, [], 1, 2, null);

        Assert.Equal(held, trial.IsHeld);
        Assert.False((trial with { Faults = ["x"] }).IsHeld);
        Assert.False((trial with { Failure = "x" }).IsHeld);
    }
}
