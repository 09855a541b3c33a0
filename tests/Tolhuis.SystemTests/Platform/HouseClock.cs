// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.SystemTests.Platform;

/// <summary>
/// A clock that runs as fast as any other but begins on the same working day at noon, whenever a test is run: so the
/// simulated traffic of "yesterday", the draw and the law of the day are the same in every run, and no test meets
/// midnight, the end of a month or the hours in which the Dutch day is not that of UTC.
/// </summary>
public sealed class HouseClock : TimeProvider
{
    /// <summary>A Wednesday, 12:00 in the Netherlands.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 18, 11, 0, 0, TimeSpan.Zero);

    private readonly long _startedAt = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_startedAt);
}
