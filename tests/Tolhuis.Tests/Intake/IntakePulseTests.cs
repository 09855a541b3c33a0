// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Xunit;

namespace Tolhuis.Tests.Intake;

public sealed class IntakePulseTests
{
    private const long Second = 1_000_000;
    private static readonly long Now = 1_800_000_000 * Second;

    [Fact]
    public void Batches_of_one_second_are_summed_and_seconds_without_work_are_zero()
    {
        var pulse = new IntakePulse();
        pulse.Add(Lines(2), Now - 2 * Second);
        pulse.Add(Lines(3), Now - 2 * Second + 999_999);
        pulse.Add(Lines(4), Now);

        Assert.Equal([0L, 5, 0, 4], pulse.Last(4, Now).Select(second => second.Counts.Lines));
        Assert.Equal((9L, Now), (pulse.Total.Counts.Lines, pulse.Total.LastAt));
    }

    [Fact]
    public void What_is_older_than_the_ring_is_gone_from_it_and_stays_in_the_total()
    {
        var pulse = new IntakePulse();
        pulse.Add(Lines(1), Now);
        pulse.Add(Lines(2), Now + IntakePulse.Seconds * Second);

        var seconds = pulse.Last(10_000, Now + IntakePulse.Seconds * Second);

        Assert.Equal(IntakePulse.Seconds, seconds.Count);
        Assert.Equal(2, seconds.Sum(second => second.Counts.Lines));
        Assert.Equal(3, pulse.Total.Counts.Lines);
        Assert.Single(pulse.Last(-5, Now));
    }

    private static IntakeCounts Lines(long lines) => new() { Lines = lines, Released = lines };
}
