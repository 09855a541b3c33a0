// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Tolhuis.Intake;

/// <summary>
/// A promise of the store and the query that finds where it is broken: own numbers, at most 20, none if it holds.
/// </summary>
internal sealed record StorePromise(string Name, string Sentence, string Sql);

/// <summary>
/// The promises of a store that a query can check. Each query gives the numbers of what breaks the promise.
/// </summary>
internal static class VerificationStore
{
    public static readonly IReadOnlyList<StorePromise> Promises =
    [
        new("sequence", "No number lies beyond the decider's own.",
            """
            SELECT id FROM declarations_declarations WHERE id >= (SELECT next_sequence FROM intake_decider)
            UNION ALL SELECT id FROM declarations_lines WHERE id >= (SELECT next_line FROM intake_decider)
            UNION ALL SELECT seq FROM declarations_history WHERE seq >= (SELECT next_history FROM intake_decider)
            """),
        new("dense", "Numbers of declarations, lines and history rows ascend from 1 without a gap.",
            """
            SELECT before + 1 FROM (
                SELECT id, lag(id, 1, 0) OVER (ORDER BY id) before FROM declarations_declarations
                UNION ALL SELECT next_sequence, (SELECT coalesce(max(id), 0) FROM declarations_declarations)
                    FROM intake_decider)
                WHERE id <> before + 1
            UNION ALL SELECT before + 1 FROM (
                SELECT id, lag(id, 1, 0) OVER (ORDER BY id) before FROM declarations_lines
                UNION ALL SELECT next_line, (SELECT coalesce(max(id), 0) FROM declarations_lines) FROM intake_decider)
                WHERE id <> before + 1
            UNION ALL SELECT before + 1 FROM (
                SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) before FROM declarations_history
                UNION ALL SELECT next_history, (SELECT coalesce(max(seq), 0) FROM declarations_history)
                    FROM intake_decider)
                WHERE seq <> before + 1
            """),
        new("lines", "Every accepted declaration has exactly its lines, next to each other.",
            """
            SELECT d.id FROM declarations_declarations d
            LEFT JOIN (SELECT declaration_id, count(*) n, min(id) lo,
                max(id) hi FROM declarations_lines GROUP BY declaration_id) l
                ON l.declaration_id = d.id
            WHERE coalesce(l.n, 0) <> d.line_count
                OR (d.line_count > 0 AND (l.lo <> d.first_line OR l.hi <> d.first_line + d.line_count - 1))
            """),
        new("orphan-lines", "Every line has its declaration.",
            """
            SELECT l.id FROM declarations_lines l LEFT JOIN declarations_declarations d ON d.id = l.declaration_id
            WHERE d.id IS NULL
            """),
        new("held",
            "One selected line holds its declaration: released lines and others never stand in one declaration.",
            """
            SELECT d.id FROM declarations_declarations d
            JOIN (SELECT declaration_id, sum(outcome = 1) released, sum(outcome = 2) selected, sum(outcome = 4) open
                  FROM declarations_lines GROUP BY declaration_id) l ON l.declaration_id = d.id
            WHERE (d.state = 5 AND l.released <> d.line_count) OR (d.state IN (3, 4) AND l.released > 0)
                OR (d.state = 4 AND l.selected = 0) OR (d.state = 3 AND l.selected > 0) OR d.state = 2
            """),
        new("sums", "The amounts of a declaration are the sums of its lines.",
            """
            SELECT d.id FROM declarations_declarations d
            JOIN (SELECT declaration_id, sum(value_cents) value, sum(duty_cents) duty, sum(vat_cents) vat
                  FROM declarations_lines GROUP BY declaration_id) l ON l.declaration_id = d.id
            WHERE d.value_cents <> l.value OR d.duty_cents <> l.duty OR d.vat_cents <> l.vat
            """),
        new("reasons", "Every selected line has a reason and a control order, and no other line has.",
            """
            SELECT id FROM declarations_lines WHERE outcome = 2
                AND (id NOT IN (SELECT line_id FROM risk_selections) OR id NOT IN (SELECT line_id FROM controls_orders))
            UNION ALL SELECT o.line_id FROM controls_orders o LEFT JOIN declarations_lines l ON l.id = o.line_id
                WHERE l.id IS NULL OR (l.outcome <> 2 AND o.state = 1)
            UNION ALL SELECT s.line_id FROM risk_selections s LEFT JOIN controls_orders o ON o.line_id = s.line_id
                WHERE o.line_id IS NULL
            """),
        new("tasks", "Every declaration that waits has an open task for a person, and no other declaration has.",
            """
            SELECT d.id FROM declarations_declarations d WHERE d.state IN (3, 4) AND NOT EXISTS (
                SELECT 1 FROM access_tasks t
                WHERE t.module = CASE d.state WHEN 4 THEN 'controls' ELSE 'declarations' END
                    AND t.object_kind = 'declaration' AND t.object_id = CAST(d.id AS TEXT) AND t.closed_at IS NULL)
            UNION ALL SELECT d.id FROM access_tasks t JOIN declarations_declarations d ON d.id = CAST(
                t.object_id AS INTEGER)
                WHERE t.closed_at IS NULL AND t.object_kind = 'declaration' AND t.kind IN ('control', 'determine')
                    AND d.state NOT IN (3, 4)
            """),
        new("history",
            "The history of a declaration has its acceptance or rejection once, and what told its submitter its state.",
            """
            SELECT d.id FROM declarations_declarations d
            LEFT JOIN (SELECT declaration_id, sum(kind IN (1, 2)) accepted, sum(kind = 3) rejected,
                           sum(kind = 8) released, sum(kind = 5) control, sum(kind = 50) determine
                       FROM declarations_history GROUP BY declaration_id) h ON h.declaration_id = d.id
            WHERE (d.state = 2 AND coalesce(h.rejected, 0) <> 1) OR (d.state <> 2 AND coalesce(h.accepted, 0) <> 1)
                OR (d.state = 5 AND coalesce(h.released, 0) = 0) OR (d.state = 4 AND coalesce(h.control, 0) = 0)
                OR (d.state = 3 AND coalesce(h.determine, 0) = 0)
            UNION ALL SELECT d.id FROM declarations_history h
                JOIN declarations_declarations d ON d.id = h.declaration_id WHERE h.submitter_id <> d.submitter_id
            UNION ALL SELECT d.id FROM declarations_declarations d
                JOIN declarations_history h ON h.seq = d.first_history WHERE h.declaration_id <> d.id OR h.is_later <> 0
            """),
        new("problems", "A rejected declaration has a problem.",
            """
            SELECT d.id FROM declarations_declarations d WHERE d.state = 2
                AND NOT EXISTS (SELECT 1 FROM declarations_problems p WHERE p.declaration_id = d.id)
            """),
        // Declarants without a number, carried in by the house, are told apart by what only their messages hold.
        new("once", "An accepted local reference number stands once per owner within 53 weeks.",
            """
            SELECT id FROM (
                SELECT d.id, d.received_at, lag(d.received_at) OVER (
                    PARTITION BY CASE WHEN s.is_house = 1 THEN -d.declarant_id ELSE d.submitter_id END, d.lrn
                    ORDER BY d.received_at) before
                FROM declarations_declarations d LEFT JOIN access_submitters s ON s.id = d.submitter_id
                WHERE d.state <> 2 AND NOT (s.is_house = 1 AND d.declarant_id = 0))
            WHERE received_at - before < 53 * 7 * 86400000000
            """),
        new("file-counts", "The counts of a file are those of its decided entries.",
            """
            SELECT id FROM intake_files WHERE accepted + rejected + unreadable + duplicates + quarantined <> next_entry
                OR next_entry > entries OR (state = 2) <> (next_entry = entries) OR lines <> released + selected
                    + undecided
            """),
        new("file-messages", "Every decided entry of a file is a declaration or an exception, once.",
            """
            SELECT f.id FROM intake_files f
            LEFT JOIN (SELECT file_id, count(*) n,
                count(DISTINCT entry) u FROM declarations_declarations GROUP BY file_id) d
                ON d.file_id = f.id
            LEFT JOIN (SELECT file_id, count(*) n FROM intake_exceptions GROUP BY file_id) e ON e.file_id = f.id
            WHERE coalesce(d.n, 0) + coalesce(e.n, 0) <> f.next_entry OR coalesce(d.n, 0) <> coalesce(d.u, 0)
            """),
        new("file-batches", "The batches of a file cover its decided entries without a gap.",
            """
            SELECT f.id FROM intake_files f
            LEFT JOIN (SELECT file_id, sum(entry_until - entry_from) n,
                max(entry_until) hi FROM intake_batches GROUP BY file_id) b
                ON b.file_id = f.id
            WHERE coalesce(b.n, 0) <> f.next_entry OR coalesce(b.hi, 0) <> f.next_entry
            """),
        new("days", "The totals of the days are those of the declarations.",
            """
            WITH days AS (
                SELECT total(accepted) accepted, total(rejected) rejected, total(lines) lines, total(released + selected
                    + undecided) decided, total(value_cents) value, total(duty_cents) duty, total(vat_cents) vat
                FROM declarations_days),
            rows AS (
                SELECT total(state <> 2) accepted, total(state = 2) rejected, total(line_count) lines,
                    total(value_cents) value, total(duty_cents) duty,
                        total(vat_cents) vat FROM declarations_declarations)
            SELECT 1 FROM days, rows WHERE days.accepted <> rows.accepted OR days.rejected <> rows.rejected
                OR days.lines <> rows.lines OR days.decided <> rows.lines OR days.value <> rows.value
                OR days.duty <> rows.duty OR days.vat <> rows.vat
            """),
        new("orphans", "History, problems and reasons belong to a declaration.",
            """
            SELECT declaration_id FROM declarations_history WHERE declaration_id NOT IN (
                SELECT id FROM declarations_declarations)
            UNION ALL SELECT declaration_id FROM declarations_problems
                WHERE declaration_id NOT IN (SELECT id FROM declarations_declarations)
            UNION ALL SELECT s.declaration_id FROM risk_selections s LEFT JOIN declarations_lines l ON l.id = s.line_id
                WHERE l.declaration_id IS NOT s.declaration_id
            """),
    ];

    public static IReadOnlyList<long> Broken(DbConnection connection, StorePromise promise) =>
        connection.Query<long>($"SELECT * FROM ({promise.Sql}) LIMIT 20", commandTimeout: 3_600).ToList();

    /// <summary>Local reference numbers that lead to no declaration or to one with another number.</summary>
    public static IReadOnlyList<long> BrokenLrns(DbConnection connection, int week) =>
        connection.Query<long>(
            $"""
             SELECT n.declaration_id FROM {DecisionStore.LrnTable(week)} n
             LEFT JOIN declarations_declarations d ON d.id = n.declaration_id
             WHERE d.id IS NULL OR d.lrn <> n.lrn OR (d.state = 2) <> n.is_rejected LIMIT 20
             """,
            commandTimeout: 3_600).ToList();

    /// <summary>Registered numbers that say accepted, and accepted declarations: as many.</summary>
    public static (long Registered, long Accepted) AcceptedLrns(DbConnection connection) =>
    (
        Weeks(connection).Sum(week => connection.ExecuteScalar<long>(
            $"SELECT count(*) FROM {DecisionStore.LrnTable(week)} WHERE is_rejected = 0", commandTimeout: 3_600)),
        connection.ExecuteScalar<long>(
            "SELECT count(*) FROM declarations_declarations WHERE state <> 2", commandTimeout: 3_600));

    public static IEnumerable<string> EngineFaults(DbConnection connection) =>
        connection.Query<string>("PRAGMA quick_check(20)").Where(line => line != "ok");

    public static IEnumerable<(long Id, long ReceivedAt, byte[] Hash)> Files(DbConnection connection) =>
        connection.Query<(long, long, byte[])>("SELECT id, received_at, content_hash FROM intake_files ORDER BY id",
            buffered: false);

    /// <summary>Own numbers of accepted declarations to replay: the newest ones, or all.</summary>
    public static IEnumerable<long> ToReplay(DbConnection connection, long limit) =>
        connection.Query<long>(
            "SELECT id FROM declarations_declarations WHERE state <> 2 ORDER BY id DESC LIMIT @limit", new { limit },
                buffered: false);

    public static byte[] ContentHash(DbConnection connection, long id) =>
        connection.ExecuteScalar<byte[]>("SELECT content_hash FROM declarations_declarations WHERE id = @id",
            new { id })!;

    public static IReadOnlyList<int> Weeks(DbConnection connection) =>
        connection.Query<long>("SELECT week FROM declarations_lrn_weeks")
            .Select(week => Convert.ToInt32(week, CultureInfo.InvariantCulture)).ToList();
}
