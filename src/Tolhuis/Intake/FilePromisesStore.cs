// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>What a query can check of files, of the totals of days, and of what belongs to what.</summary>
internal static class FilePromises
{
    public static readonly IReadOnlyList<StorePromise> All =
    [
        new("file-counts", "The counts of a file are those of its decided entries.",
            """
            SELECT id FROM intake_files WHERE accepted + rejected + unreadable + duplicates + quarantined <> next_entry
                OR next_entry > entries OR (state = 2) <> (next_entry = entries) OR lines <> released + selected
                    + undecided
            """),
        new("file-messages", "Every decided entry of a file is a declaration, a request or an exception, once.",
            """
            SELECT f.id FROM intake_files f
            LEFT JOIN (SELECT file_id, count(*) n, count(DISTINCT entry) u FROM (
                SELECT file_id, entry FROM declarations_declarations WHERE file_id <> 0
                UNION ALL SELECT file_id, entry FROM declarations_requests WHERE file_id <> 0) GROUP BY file_id) d
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
        // What counts is said at the table: declarations_days in Declarations/Schema/0002_life.sql.
        new("days", "The totals of the days are those of the declarations.",
            """
            WITH days AS (
                SELECT total(accepted) accepted, total(rejected) rejected, total(received) received, total(lines) lines,
                    total(released + selected + undecided) decided, total(value_cents) value, total(duty_cents) duty,
                    total(vat_cents) vat
                FROM declarations_days),
            rows AS (
                SELECT total(accepted_on IS NOT NULL) accepted, total(state = 2) rejected,
                    total(state <> 2 AND additional_type IN (68, 69, 70)) received,
                    total(CASE WHEN accepted_on IS NOT NULL THEN line_count END) lines,
                    total(CASE WHEN counts THEN value_cents END) value,
                    total(CASE WHEN counts THEN duty_cents END) duty,
                    total(CASE WHEN counts THEN vat_cents END) vat
                FROM (SELECT *, accepted_on IS NOT NULL AND state NOT IN (6, 7)
                    AND additional_type NOT IN (66, 67, 69, 70) AND data_set NOT IN (8, 9) counts
                    FROM declarations_declarations))
            SELECT 1 FROM days, rows WHERE days.accepted <> rows.accepted OR days.rejected <> rows.rejected
                OR days.received <> rows.received
                OR days.lines <> rows.lines OR days.decided <> rows.lines OR days.value <> rows.value
                OR days.duty <> rows.duty OR days.vat <> rows.vat
            """),
        new("orphans", "History, problems and reasons belong to a declaration or a request.",
            """
            SELECT declaration_id FROM declarations_history WHERE declaration_id NOT IN (
                SELECT id FROM declarations_declarations)
            UNION ALL SELECT declaration_id FROM declarations_problems
                WHERE declaration_id NOT IN (SELECT id FROM declarations_declarations)
                    AND declaration_id NOT IN (SELECT id FROM declarations_requests)
            UNION ALL SELECT s.declaration_id FROM risk_selections s LEFT JOIN declarations_lines l ON l.id = s.line_id
                WHERE l.declaration_id IS NOT s.declaration_id
            """),
    ];
}
