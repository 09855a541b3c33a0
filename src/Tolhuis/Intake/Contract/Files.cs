// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Contract;

/// <summary>A received file as it stands.</summary>
/// <param name="Entries">Messages in it.</param>
/// <param name="NextEntry">Messages decided so far.</param>
/// <param name="ContentHash">SHA-256, hexadecimal.</param>
public sealed record ReceivedFile(
    long Id,
    long SubmitterId,
    long TokenId,
    string Name,
    string ContentHash,
    long Bytes,
    long ReceivedAt,
    FileState State,
    int Entries,
    int NextEntry,
    IntakeCounts Counts,
    long? FinishedAt);

/// <summary>Answer to a file that was offered: its row, or the problem for which it was not taken.</summary>
/// <param name="IsRepeat">The same submitter offered the same content before; this is the earlier file.</param>
public sealed record FileReceipt(ReceivedFile? File, bool IsRepeat, Problem? Problem);

/// <summary>The receipt of one message of a file.</summary>
/// <param name="Entry">Its number in the file, from 0.</param>
/// <param name="DeclarationId">The declaration it became or is about; 0 if there is none.</param>
public sealed record MessageReceipt(
    int Entry,
    string EntryName,
    string Lrn,
    MessageOutcome Outcome,
    long DeclarationId,
    Mrn Mrn,
    DeclarationState? State,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>What the message asked; a new declaration unless said otherwise.</summary>
    public MessageKind Kind { get; init; } = MessageKind.NewDeclaration;

    /// <summary>Number of the request about an earlier declaration; 0 for a new declaration.</summary>
    public long RequestId { get; init; }

    /// <summary>Where the request stands now; null for a new declaration.</summary>
    public RequestState? RequestState { get; init; }
}

/// <summary>Received files and the receipts of their messages.</summary>
public interface IReceivedFiles
{
    ReceivedFile? Find(long id);

    /// <summary>
    /// Newest first; at most 200; older than <paramref name="before"/> if given. Of one submitter if given.
    /// </summary>
    IReadOnlyList<ReceivedFile> List(int limit = 50, long? before = null, long? submitterId = null);

    /// <summary>
    /// Receipts from an entry on, in the order of the file; at most 1,000. Entries not yet decided are absent.
    /// </summary>
    IReadOnlyList<MessageReceipt> Receipts(long fileId, int fromEntry = 0, int limit = 200);

    /// <summary>The message as received; null if there is no such entry.</summary>
    byte[]? RawMessage(long fileId, long entry);
}
