// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Intake.Contract;

/// <summary>The way in: single messages and files. Nothing is answered before it is on disk.</summary>
public interface IIntake
{
    /// <summary>What the decider does, second by second.</summary>
    IntakePulse Pulse { get; }

    /// <summary>Lodges one message; ends with its decision. At most <see cref="IntakeBounds.MessageBytes"/>.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of the message was kept; send it again later.</exception>
    Task<MessageAnswer> Lodge(ReadOnlyMemory<byte> message, Submitter submitter);

    /// <summary>
    /// Takes a file; ends with its receipt. Its messages are decided after that, see <see cref="WhenDecided"/>.
    /// </summary>
    /// <param name="receivedAt">Stated instant of receipt; only a demo store takes one, others use the clock.</param>
    /// <exception cref="StoreUnavailableException">Nothing of the file was kept; send it again later.</exception>
    Task<FileReceipt> Receive(
        Stream file, string name, Submitter submitter, long? receivedAt = null, CancellationToken stop = default);

    /// <summary>Ends when every message of the file is decided.</summary>
    Task WhenDecided(long fileId);

    /// <summary>Why nothing is taken in now; null if all is well.</summary>
    StoreFault? Fault { get; }
}

/// <summary>Bounds of what is taken in.</summary>
public static class IntakeBounds
{
    /// <summary>One message, as XML.</summary>
    public const int MessageBytes = 4 << 20;

    /// <summary>A zip of messages (domain: the Dutch system for e-commerce takes 14 MB and 10,000 messages).</summary>
    public const long FileBytes = 14L << 20;

    /// <summary>Raw messages kept in the archive before new ones are refused, unless set otherwise: 2 TB.</summary>
    public const long ArchiveBytes = 2L << 40;

    /// <summary>
    /// Free space of the archive's disk below which new messages are refused, unless set otherwise: 512 MB. Enough for
    /// the log of the database, for what is taken in already to be decided, and for a restart.
    /// </summary>
    public const long FreeBytes = 512L << 20;
}
