// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Contract;

/// <summary>What became of one message. Numbers are stored and never change.</summary>
public enum MessageOutcome : byte
{
    Accepted = 1,
    Rejected = 2,

    /// <summary>Could not be understood at all.</summary>
    Unreadable = 3,

    /// <summary>The same content came before: the earlier answer holds.</summary>
    Duplicate = 4,

    /// <summary>The program failed on it; it is kept and a person looks at it.</summary>
    Quarantined = 5,
}

/// <summary>The answer to one message.</summary>
/// <param name="DeclarationId">Own number; 0 if the message became no declaration.</param>
/// <param name="Mrn">Given at acceptance; default if not accepted.</param>
public sealed record MessageAnswer(
    MessageOutcome Outcome,
    long DeclarationId,
    Mrn Mrn,
    string Lrn,
    DeclarationState? State,
    long ReceivedAt,
    int Lines,
    int Released,
    int Selected,
    int Undecided,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>What the message asked; a new declaration unless said otherwise.</summary>
    public MessageKind Kind { get; init; } = MessageKind.NewDeclaration;

    /// <summary>Number of the request about an earlier declaration; 0 for a new declaration.</summary>
    public long RequestId { get; init; }

    /// <summary>Where the request stands; null for a new declaration.</summary>
    public RequestState? RequestState { get; init; }
}

/// <summary>
/// Counts of a piece of work. messages = accepted + rejected + unreadable + duplicates + quarantined; lines = released
/// +
/// selected + undecided, over the lines of accepted messages only.
/// </summary>
public struct IntakeCounts : IEquatable<IntakeCounts>
{
    public long Files { get; set; }
    public long Messages { get; set; }
    public long Accepted { get; set; }
    public long Rejected { get; set; }
    public long Unreadable { get; set; }
    public long Duplicates { get; set; }
    public long Quarantined { get; set; }
    public long Lines { get; set; }
    public long Released { get; set; }
    public long Selected { get; set; }
    public long Undecided { get; set; }

    public void Add(in IntakeCounts other)
    {
        Files += other.Files;
        Messages += other.Messages;
        Accepted += other.Accepted;
        Rejected += other.Rejected;
        Unreadable += other.Unreadable;
        Duplicates += other.Duplicates;
        Quarantined += other.Quarantined;
        Lines += other.Lines;
        Released += other.Released;
        Selected += other.Selected;
        Undecided += other.Undecided;
    }

    public void Add(MessageAnswer answer)
    {
        Messages++;
        switch (answer.Outcome)
        {
            case MessageOutcome.Accepted:
                Accepted++;
                Lines += answer.Lines;
                Released += answer.Released;
                Selected += answer.Selected;
                Undecided += answer.Undecided;
                break;
            case MessageOutcome.Rejected: Rejected++; break;
            case MessageOutcome.Unreadable: Unreadable++; break;
            case MessageOutcome.Duplicate: Duplicates++; break;
            default: Quarantined++; break;
        }
    }

    public readonly bool Equals(IntakeCounts other) => (Files, Messages, Accepted, Rejected, Unreadable, Duplicates,
        Quarantined, Lines, Released, Selected, Undecided) == (other.Files, other.Messages, other.Accepted,
            other.Rejected,
        other.Unreadable, other.Duplicates, other.Quarantined, other.Lines, other.Released, other.Selected,
            other.Undecided);

    public override readonly bool Equals(object? obj) => obj is IntakeCounts other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Messages, Accepted, Rejected, Lines, Released);

    public static bool operator ==(IntakeCounts left, IntakeCounts right) => left.Equals(right);

    public static bool operator !=(IntakeCounts left, IntakeCounts right) => !left.Equals(right);
}

/// <summary>Where a received file stands.</summary>
public enum FileState : byte
{
    /// <summary>On disk and acknowledged; its messages are being decided or wait.</summary>
    Received = 1,
    Decided = 2,

    /// <summary>The file as such cannot be read (no zip, too large); its problem says why.</summary>
    Refused = 3,
}
