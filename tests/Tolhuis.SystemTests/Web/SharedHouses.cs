// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>
/// A house for all tests of one class: for those that only look, or change only what no other test of theirs looks at.
/// A test that closes a door, drops a table or counts all there is starts a house of its own.
/// </summary>
public class SharedHouse : IAsyncLifetime
{
    public House House { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        House = await House.Start();
        await Furnish();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await House.DisposeAsync();
    }

    /// <summary>What is there before the first test.</summary>
    protected virtual Task Furnish() => Task.CompletedTask;
}

/// <summary>A house with a day of simulated traffic, and two controls whatever the sample draws.</summary>
public class TrafficHouse : SharedHouse
{
    protected override async Task Furnish()
    {
        await House.TakeTraffic(400);
        await House.Hold(2);
    }
}

/// <summary>The same, in which declarants asked one of each thing.</summary>
public sealed class BusyHouse : TrafficHouse
{
    /// <summary>A declaration with more than one version.</summary>
    public long Amended { get; private set; }

    protected override async Task Furnish()
    {
        await base.Furnish();
        Amended = await House.AskThings();
    }
}
