// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>Runs alone: the memory of the process is measured, and other tests would be in it.</summary>
[CollectionDefinition("Simulator memory", DisableParallelization = true)]
public sealed class TrafficMemoryAlone;

[Collection("Simulator memory")]
public sealed class TrafficMemoryTests
{
    [Fact]
    public void Memory_does_not_grow_with_the_traffic()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0, lines = 0, full = 0;
        var plan = new SimulationPlan { Lines = 100_000, MessagesPerZip = 500 };
        foreach (var file in new TrafficSimulator(plan).Files())
        {
            lines += file.Lines;
            // A look at the memory costs more than a file, so only every tenth full one is looked at.
            if (file.Messages == 500 && full++ % 10 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(100_000, lines);
        Assert.InRange(most, 1, 40_000_000);
    }
}
