// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Platform;

/// <summary>
/// Free space of the disk that holds a folder, asked at most once a second: every message asks, and a second of traffic
/// is far smaller than the reserve. For any thread.
/// </summary>
internal sealed class FreeSpace(string folder, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);
    private readonly DriveInfo _disk = new(folder);
    private long _free;
    private long _askedAt = long.MinValue;

    /// <summary>Bytes that this user may still write.</summary>
    public long Bytes()
    {
        var now = time.GetTimestamp();
        var asked = Interlocked.Read(ref _askedAt);
        if (asked != long.MinValue && time.GetElapsedTime(asked, now) < Age)
            return Interlocked.Read(ref _free);
        var free = _disk.AvailableFreeSpace;
        Interlocked.Exchange(ref _free, free);
        Interlocked.Exchange(ref _askedAt, now);
        return free;
    }
}
