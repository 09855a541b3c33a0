// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>Bytes of raw messages kept, files and spool together, against their stated bound. Safe from any thread.</summary>
internal sealed class ArchiveSpace
{
    private long _bytes;

    public ArchiveSpace(IConnections connections, long bound)
    {
        Bound = bound;
        using var connection = connections.OpenRead();
        _bytes = IntakeStore.ArchiveBytes(connection);
    }

    public long Bound { get; }

    public bool IsFull => Interlocked.Read(ref _bytes) >= Bound;

    public void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
