// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Data.Common;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>Answers questions about received files, and reads messages back from the archive.</summary>
internal sealed class ReceivedFiles(IConnections connections, string archiveFolder, IDeclarations declarations)
    : IReceivedFiles
{
    private const int MaxReceipts = 1_000;

    public ReceivedFile? Find(long id)
    {
        using var connection = connections.OpenRead();
        return IntakeStore.Find(connection, id);
    }

    public IReadOnlyList<ReceivedFile> List(int limit = 50, long? before = null, long? submitterId = null)
    {
        using var connection = connections.OpenRead();
        return IntakeStore.List(connection, Math.Clamp(limit, 1, 200), before, submitterId).ToList();
    }

    public IReadOnlyList<MessageReceipt> Receipts(long fileId, int fromEntry = 0, int limit = 200)
    {
        using var connection = connections.OpenRead();
        if (IntakeStore.Find(connection, fileId) is not { } file)
            return [];
        fromEntry = Math.Clamp(fromEntry, 0, file.Entries);
        var until = Math.Min(fromEntry + Math.Clamp(limit, 1, MaxReceipts), file.Entries);
        var receipts = new SortedDictionary<int, MessageReceipt>();
        AddDeclarations(connection, fileId, fromEntry, until, receipts);
        foreach (var row in IntakeStore.Exceptions(connection, fileId, fromEntry, until))
        {
            receipts[(int)row.Entry] = new MessageReceipt(
                (int)row.Entry, "", row.Lrn, (MessageOutcome)row.Outcome, row.About ?? row.Declaration_Id ?? 0, default,
                null, StoredProblems.Read(row.Problems))
            {
                Kind = row.Kind is { } kind ? (MessageKind)kind : MessageKind.NewDeclaration,
                RequestId = row.Request ?? 0,
                RequestState = row.State is { } state ? (RequestState)state : null,
            };
        }

        return Read(file, content => receipts.Values
            .Select(receipt => receipt with { EntryName = content.EntryName(receipt.Entry) }).ToList())
            ?? [.. receipts.Values];
    }

    public byte[]? RawMessage(long fileId, long entry)
    {
        if (fileId == 0)
            return Spool.Read(archiveFolder, entry);
        if (Find(fileId) is not { } file || entry < 0 || entry >= file.Entries)
            return null;
        return Read(file, content =>
        {
            var buffer = new byte[16 * 1024];
            var (length, problem) = content.Read((int)entry, ref buffer);
            return problem is null ? buffer[..length] : null;
        });
    }

    private void AddDeclarations(
        DbConnection connection, long fileId, int fromEntry, int until, SortedDictionary<int, MessageReceipt> receipts)
    {
        foreach (var batch in IntakeStore.Batches(connection, fileId, fromEntry, until - fromEntry))
        {
            var rows = IntakeStore.DeclarationsOf(connection, fileId, batch.Sequence_From, batch.Sequence_Until);
            var problems = declarations.ProblemsBetween(batch.Sequence_From, batch.Sequence_Until);
            foreach (var (id, entry, lrn, state, receivedAt) in rows.Where(row => row.Entry >= fromEntry
                && row.Entry < until))
            {
                var isRejected = state == (long)DeclarationState.Rejected;
                receipts[(int)entry] = new MessageReceipt(
                    (int)entry, "", lrn, isRejected ? MessageOutcome.Rejected : MessageOutcome.Accepted, id,
                    isRejected ? default : Mrn.ForSequence(DutchTime.DateOf(receivedAt), id),
                    (DeclarationState)state, problems[id].ToList());
            }

            var requests = IntakeStore.RequestsOf(connection, fileId, batch.Sequence_From, batch.Sequence_Until);
            foreach (var row in requests.Where(row => row.Entry >= fromEntry && row.Entry < until))
                receipts[(int)row.Entry] = ReceiptOf(row, problems[row.Id].ToList());
        }
    }

    private static MessageReceipt ReceiptOf(StoredRequestEntry row, List<Problem> problems)
    {
        var state = (RequestState)row.State;
        return new MessageReceipt(
            (int)row.Entry, "", row.Lrn,
            state == RequestState.Rejected ? MessageOutcome.Rejected : MessageOutcome.Accepted, row.Declaration_Id,
            row.Received_At is { } at ? Mrn.ForSequence(DutchTime.DateOf(at), row.Declaration_Id) : default,
            row.Standing is { } standing ? (DeclarationState)standing : null, problems)
        {
            Kind = (MessageKind)row.Kind,
            RequestId = row.Id,
            RequestState = state,
        };
    }

    // Borrowed memory: a file has megabytes, of which a page wants one message, and such arrays are collected late.
    private T? Read<T>(ReceivedFile file, Func<FileContent, T?> read)
        where T : class
    {
        var path = Archive.PathOf(archiveFolder, file.Id, file.ReceivedAt);
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        var length = checked((int)stream.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            stream.ReadExactly(bytes, 0, length);
            return FileContent.Open(bytes.AsMemory(0, length)).Content is { } content ? read(content) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
