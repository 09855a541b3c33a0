// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>
/// The law counts in Dutch civil dates: a declaration received at 22:30 UTC on 30 June is one of 1 July. All instants
/// are
/// microseconds since 1970-01-01 UTC, the same in every store.
/// </summary>
public static class DutchTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Civil date in the Netherlands of an instant in microseconds.</summary>
    public static DateOnly DateOf(long microseconds) => DateOf(FromMicroseconds(microseconds));

    /// <summary>Civil date in the Netherlands of an instant, whatever its own offset.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToDutch(instant).DateTime);

    /// <summary>
    /// First instant of a civil date, so that a day is [StartOf(day), StartOf(day + 1)): 23, 24 or 25 hours.
    /// </summary>
    public static long StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return ToMicroseconds(new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)));
    }

    /// <summary>The same instant on the Dutch clock: UTC+1 in winter, UTC+2 in summer.</summary>
    public static DateTimeOffset ToDutch(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>
    /// Microseconds since 1970-01-01 UTC; the tenth of a microsecond that a clock may give is dropped.
    /// </summary>
    public static long ToMicroseconds(DateTimeOffset instant) =>
        instant.UtcTicks / TimeSpan.TicksPerMicrosecond
            - DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant in UTC. Throws outside the years 1 to 9999.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The present instant of the clock given: the only way to ask what time it is.</summary>
    public static long NowMicroseconds(this TimeProvider time) => ToMicroseconds(time.GetUtcNow());
}
