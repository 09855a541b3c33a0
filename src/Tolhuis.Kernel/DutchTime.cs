// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>
/// The law counts in Dutch civil dates: a declaration received at 22:30 UTC on 30 June is one of 1 July. All instants are
/// microseconds since 1970-01-01 UTC, the same in every store.
/// </summary>
public static class DutchTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly DateOf(long microseconds) => DateOf(FromMicroseconds(microseconds));

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToDutch(instant).DateTime);

    public static DateTimeOffset ToDutch(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant (microseconds UTC) at which a civil day starts in the Netherlands.</summary>
    public static long StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return ToMicroseconds(new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)));
    }

    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    public static long NowMicroseconds(this TimeProvider time) => ToMicroseconds(time.GetUtcNow());
}
