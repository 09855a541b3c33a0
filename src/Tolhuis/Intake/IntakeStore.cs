// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Intake.Contract;

namespace Tolhuis.Intake;

/// <summary>A message of a file that became no declaration, as stored.</summary>
internal sealed record StoredException(
    long Entry, long Outcome, string Lrn, long? Declaration_Id, string Problems, long? Request, long? Kind,
    long? State, long? About);

/// <summary>A message of a file that became a request, as stored; the instant is that of the declaration.</summary>
internal sealed record StoredRequestEntry(
    long Id, long Entry, string Lrn, long State, long Kind, long Declaration_Id, long? Received_At, long? Standing);

/// <summary>A run of entries and the declarations they became, as stored.</summary>
internal sealed record StoredBatch(long Entry_From, long Entry_Until, long Sequence_From, long Sequence_Until);

/// <summary>The decider's row, as stored.</summary>
internal sealed record StoredNumbers(
    long Next_Sequence, long Next_Line, long Next_History, long Spool_Number, long Spool_Length);

/// <summary>The SQL of received files and of the decider's start; the decisions themselves: DecisionStore.</summary>
internal static class IntakeStore
{
    private const string Columns =
        """
        SELECT id, submitter_id, token_id, name, content_hash, bytes, received_at, state, entries, next_entry,
            accepted, rejected,
            unreadable, duplicates, quarantined, lines, released, selected, undecided, finished_at FROM intake_files
        """;

    public static ReceivedFile? Find(DbConnection connection, long id) =>
        connection.QueryFirstOrDefault<StoredFile>(Columns + " WHERE id = @id", new { id })?.ToFile();

    public static ReceivedFile? FindByContent(DbConnection connection, DbTransaction transaction, long submitterId,
        byte[] hash) =>
        connection.QueryFirstOrDefault<StoredFile>(
            Columns + " WHERE submitter_id = @submitterId AND content_hash = @hash", new { submitterId, hash },
                transaction)
            ?.ToFile();

    public static IEnumerable<ReceivedFile> List(DbConnection connection, int limit, long? before, long? submitterId) =>
        connection.Query<StoredFile>(
            Columns + """
                       WHERE (@before IS NULL OR id < @before) AND (@submitterId IS NULL OR submitter_id = @submitterId)
                      ORDER BY id DESC LIMIT @limit
                      """,
            new { before, submitterId, limit }).Select(row => row.ToFile());

    public static IEnumerable<ReceivedFile> Undecided(DbConnection connection, long after, int limit) =>
        connection.Query<StoredFile>(
            Columns + " WHERE state = 1 AND id > @after ORDER BY id LIMIT @limit", new { after, limit })
            .Select(row => row.ToFile());

    /// <summary>
    /// Instant of receipt of the first file that is not wholly decided; null if there is none. Not of a lost one, which
    /// waits for whoever runs the system and not for its turn.
    /// </summary>
    public static long? OldestUndecided(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<long?>(
            """
            SELECT min(received_at) FROM intake_files f WHERE state = 1 AND NOT EXISTS (
                SELECT 1 FROM access_tasks t WHERE t.module = @module AND t.object_kind = @kind
                    AND t.object_id = CAST(f.id AS TEXT) AND t.closed_at IS NULL)
            """,
            new { module = LostFiles.Module, kind = LostFiles.ObjectKind }, transaction);

    /// <summary>A file without any message is decided at once.</summary>
    public static long Insert(
        DbConnection connection, DbTransaction transaction, Access.Contract.Submitter submitter, string name,
            byte[] hash,
        long bytes, long receivedAt, int entries) =>
        connection.ExecuteScalar<long>(
            """
            INSERT INTO intake_files (submitter_id, token_id, name, content_hash, bytes, received_at, state, entries,
                next_entry, finished_at)
            VALUES (@Id, @TokenId, @name, @hash, @bytes, @receivedAt, CASE WHEN @entries = 0 THEN 2 ELSE 1 END,
                @entries,
                0, CASE WHEN @entries = 0 THEN @receivedAt END)
            RETURNING id
            """,
            new { submitter.Id, submitter.TokenId, name, hash, bytes, receivedAt, entries },
            transaction);

    public static long FileBytes(DbConnection connection) =>
        connection.ExecuteScalar<long>("SELECT coalesce(sum(bytes), 0) FROM intake_files");

    public static long LastFile(DbConnection connection) =>
        connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM intake_files");

    public static IEnumerable<StoredBatch> Batches(DbConnection connection, long fileId, int fromEntry, int limit) =>
        connection.Query<StoredBatch>(
            """
            SELECT entry_from, entry_until, sequence_from, sequence_until FROM intake_batches
            WHERE file_id = @fileId AND entry_until > @fromEntry AND entry_from < @fromEntry
                + @limit ORDER BY entry_from
            """,
            new { fileId, fromEntry, limit });

    public static IEnumerable<(long Id, long Entry, string Lrn, long State, long ReceivedAt)> DeclarationsOf(
        DbConnection connection, long fileId, long from, long until) =>
        connection.Query<(long, long, string, long, long)>(
            """
            SELECT id, entry, lrn, state, received_at FROM declarations_declarations
            WHERE id >= @from AND id < @until AND file_id = @fileId
            """,
            new { fileId, from, until });

    public static IEnumerable<StoredRequestEntry> RequestsOf(
        DbConnection connection, long fileId, long from, long until) =>
        connection.Query<StoredRequestEntry>(
            """
            SELECT r.id, r.entry, r.lrn, r.state, r.kind, r.declaration_id, d.received_at, d.state standing
            FROM declarations_requests r LEFT JOIN declarations_declarations d ON d.id = r.declaration_id
            WHERE r.id >= @from AND r.id < @until AND r.file_id = @fileId
            """,
            new { fileId, from, until });

    public static IEnumerable<StoredException> Exceptions(DbConnection connection, long fileId, int from, int until) =>
        connection.Query<StoredException>(
            """
            SELECT e.entry, e.outcome, e.lrn, e.declaration_id, e.problems, r.id request, r.kind, r.state,
                r.declaration_id about
            FROM intake_exceptions e LEFT JOIN declarations_requests r ON r.id = e.declaration_id
            WHERE e.file_id = @fileId AND e.entry >= @from AND e.entry < @until
            """,
            new { fileId, from, until });

    public static StoredNumbers Numbers(DbConnection connection) =>
        connection.QueryFirst<StoredNumbers>(
            "SELECT next_sequence, next_line, next_history, spool_number, spool_length FROM intake_decider");

    /// <summary>Weeks from the oldest on, each with its kept filter.</summary>
    public static IReadOnlyList<(long Week, byte[]? Filter)> LrnWeeks(DbConnection connection, int oldest) =>
        connection.Query<(long, byte[]?)>(
            "SELECT week, filter FROM declarations_lrn_weeks WHERE week >= @oldest ORDER BY week", new { oldest })
            .ToList();

    public static long CountLrns(DbConnection connection, int week) =>
        connection.ExecuteScalar<long>($"SELECT count(*) FROM {DecisionStore.LrnTable(week)}");

    public static IEnumerable<(long Owner, long Kind, string Lrn)> LrnKeys(DbConnection connection, int week) =>
        connection.Query<(long, long, string)>(
            $"SELECT owner, kind, lrn FROM {DecisionStore.LrnTable(week)}", buffered: false);

    public static void SaveFilter(DbConnection connection, DbTransaction transaction, int week, long rows,
        byte[] filter) =>
        connection.Execute(
            "UPDATE declarations_lrn_weeks SET rows = @rows, filter = @filter WHERE week = @week",
            new { week, rows, filter },
            transaction);

    /// <summary>
    /// Consignments of the newest accepted declarations, with their goods and the day of their draw, oldest first.
    /// </summary>
    public static IEnumerable<(long Consignment, long Goods, long Day)> Consignments(
        DbConnection connection, int limit) =>
        connection.Query<(long, long, long)>(
            """
            SELECT consignment, goods, draw_day FROM declarations_declarations
            WHERE id > (SELECT coalesce(max(id), 0) - @limit FROM declarations_declarations) AND draw_day <> 0
            ORDER BY id
            """,
            new { limit },
            buffered: false);

    private sealed record StoredFile(
        long Id, long Submitter_Id, long Token_Id, string Name, byte[] Content_Hash, long Bytes, long Received_At,
            long State, long Entries,
        long Next_Entry, long Accepted, long Rejected, long Unreadable, long Duplicates, long Quarantined, long Lines,
        long Released, long Selected, long Undecided, long? Finished_At)
    {
        public ReceivedFile ToFile() => new(
            Id, Submitter_Id, Token_Id, Name, Convert.ToHexStringLower(Content_Hash), Bytes, Received_At,
                (FileState)State, (int)Entries,
            (int)Next_Entry,
            new IntakeCounts
            {
                Files = 1,
                Messages = Accepted + Rejected + Unreadable + Duplicates + Quarantined,
                Accepted = Accepted,
                Rejected = Rejected,
                Unreadable = Unreadable,
                Duplicates = Duplicates,
                Quarantined = Quarantined,
                Lines = Lines,
                Released = Released,
                Selected = Selected,
                Undecided = Undecided,
            },
            Finished_At);
    }
}
