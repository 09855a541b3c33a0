// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>What a query can check of declarations and their lines.</summary>
internal static class DecisionPromises
{
    private const string StandingLines =
        """
        FROM declarations_lines l JOIN declarations_declarations d ON d.id = l.declaration_id
        WHERE l.id >= d.first_line AND l.id < d.first_line + d.line_count GROUP BY l.declaration_id
        """;

    public static readonly IReadOnlyList<StorePromise> All =
    [
        new("sequence", "No number lies beyond the decider's own.",
            """
            SELECT id FROM declarations_declarations WHERE id >= (SELECT next_sequence FROM intake_decider)
            UNION ALL SELECT id FROM declarations_requests WHERE id >= (SELECT next_sequence FROM intake_decider)
            UNION ALL SELECT id FROM declarations_lines WHERE id >= (SELECT next_line FROM intake_decider)
            UNION ALL SELECT seq FROM declarations_history WHERE seq >= (SELECT next_history FROM intake_decider)
            """),
        new("dense",
            "Numbers of declarations with requests, of lines and of history rows ascend from 1 without a gap.",
            """
            SELECT before + 1 FROM (
                SELECT id, lag(id, 1, 0) OVER (ORDER BY id) before FROM (
                    SELECT id FROM declarations_declarations UNION ALL SELECT id FROM declarations_requests ORDER BY id)
                UNION ALL SELECT next_sequence, max(
                    (SELECT coalesce(max(id), 0) FROM declarations_declarations),
                    (SELECT coalesce(max(id), 0) FROM declarations_requests)) FROM intake_decider)
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
        new("lines", "Every version of a declaration has exactly its lines, next to each other.",
            """
            SELECT d.id FROM declarations_declarations d
            LEFT JOIN (SELECT declaration_id, count(*) n, min(id) lo,
                max(id) hi FROM declarations_lines GROUP BY declaration_id) l
                ON l.declaration_id = d.id
            LEFT JOIN (SELECT declaration_id, sum(line_count) n FROM declarations_versions GROUP BY declaration_id) v
                ON v.declaration_id = d.id
            WHERE coalesce(l.n, 0) <> coalesce(v.n, d.line_count)
                OR (v.n IS NULL AND d.line_count > 0
                    AND (l.lo <> d.first_line OR l.hi <> d.first_line + d.line_count - 1))
            UNION ALL SELECT v.declaration_id FROM declarations_versions v WHERE v.line_count <> (
                SELECT count(*) FROM declarations_lines l WHERE l.id >= v.first_line
                    AND l.id < v.first_line + v.line_count AND l.declaration_id = v.declaration_id)
            """),
        new("orphan-lines", "Every line has its declaration.",
            """
            SELECT l.id FROM declarations_lines l LEFT JOIN declarations_declarations d ON d.id = l.declaration_id
            WHERE d.id IS NULL
            """),
        new("held",
            "One selected line holds its declaration: released lines and others never stand in one declaration, and "
            + "nothing is decided on the lines of one that is not presented. What was held is released by a later act.",
            $"""
            SELECT d.id FROM declarations_declarations d
            JOIN (SELECT l.declaration_id, sum(outcome = 1) released, sum(outcome = 2) selected,
                      sum(outcome = 5) awaits {StandingLines}) l ON l.declaration_id = d.id
            WHERE (d.state = 5 AND l.released <> d.line_count AND NOT EXISTS (SELECT 1 FROM declarations_history h
                    WHERE h.declaration_id = d.id AND h.is_later = 1 AND h.kind = 8))
                OR (d.state IN (3, 4) AND l.released > 0)
                OR (d.state = 4 AND l.selected = 0) OR (d.state = 3 AND l.selected > 0 AND NOT EXISTS (
                    SELECT 1 FROM controls_orders o WHERE o.declaration_id = d.id AND o.finished_at IS NOT NULL))
                OR d.state = 2
                OR (d.state IN (1, 8) AND l.awaits <> d.line_count) OR (d.state IN (3, 4) AND l.awaits > 0)
            """),
        new("sums", "The amounts of a declaration are the sums of its lines.",
            $"""
            SELECT d.id FROM declarations_declarations d
            JOIN (SELECT l.declaration_id, sum(l.value_cents) value, sum(l.duty_cents) duty, sum(l.vat_cents) vat
                {StandingLines}) l ON l.declaration_id = d.id
            WHERE d.value_cents <> l.value OR d.duty_cents <> l.duty OR d.vat_cents <> l.vat
            """),
        new("reasons",
            "Every selected line has a reason, and a control order while it stands; no other line has.",
            """
            SELECT l.id FROM declarations_lines l JOIN declarations_declarations d ON d.id = l.declaration_id
                WHERE l.outcome = 2 AND (l.id NOT IN (SELECT line_id FROM risk_selections)
                    OR (l.id >= d.first_line AND l.id < d.first_line + d.line_count
                        AND l.id NOT IN (SELECT line_id FROM controls_orders)))
            UNION ALL SELECT o.line_id FROM controls_orders o LEFT JOIN declarations_lines l ON l.id = o.line_id
                WHERE l.id IS NULL OR (l.outcome <> 2 AND o.state = 1)
            UNION ALL SELECT s.line_id FROM risk_selections s LEFT JOIN declarations_lines l ON l.id = s.line_id
                WHERE l.id IS NULL OR l.outcome <> 2
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
            "The history of a declaration has its receipt, acceptance or rejection once, and what told its submitter "
            + "its state.",
            """
            SELECT d.id FROM declarations_declarations d
            LEFT JOIN (SELECT declaration_id, sum(kind = 1) accepted, sum(kind = 2 AND is_later = 0) received,
                           sum(kind = 3 AND is_later = 0) rejected,
                           sum(kind = 8) released, sum(kind = 5) control, sum(kind = 50) determine,
                           sum(kind = 10) invalidated, sum(kind = 41) lapsed,
                           sum(kind = 47) refused
                       FROM declarations_history GROUP BY declaration_id) h ON h.declaration_id = d.id
            WHERE coalesce(h.rejected, 0) <> (d.state = 2)
                OR coalesce(h.accepted, 0) <> (d.accepted_on IS NOT NULL)
                OR coalesce(h.received, 0) <> (d.state <> 2 AND d.additional_type IN (68, 69, 70))
                OR coalesce(h.refused, 0) <> (d.state = 7)
                OR coalesce(h.invalidated, 0) <> (d.state = 6) OR coalesce(h.lapsed, 0) <> (d.state = 8)
                OR (d.state = 5 AND coalesce(h.released, 0) = 0) OR (d.state = 4 AND coalesce(h.control, 0) = 0)
                OR (d.state = 3 AND coalesce(h.determine, 0) = 0)
            UNION ALL SELECT d.id FROM declarations_history h
                JOIN declarations_declarations d ON d.id = h.declaration_id
                WHERE h.kind <> 11 AND NOT (h.kind IN (2, 3) AND h.is_later = 1) AND h.submitter_id <> d.submitter_id
            UNION ALL SELECT d.id FROM declarations_declarations d
                JOIN declarations_history h ON h.seq = d.first_history WHERE h.declaration_id <> d.id OR h.is_later <> 0
            """),
        new("problems", "A rejected declaration or request has a problem.",
            """
            SELECT d.id FROM declarations_declarations d WHERE d.state = 2
                AND NOT EXISTS (SELECT 1 FROM declarations_problems p WHERE p.declaration_id = d.id)
            UNION ALL SELECT r.id FROM declarations_requests r WHERE r.state = 5
                AND NOT EXISTS (SELECT 1 FROM declarations_problems p WHERE p.declaration_id = r.id)
            """),
        // Declarants without a number, carried in by the house, are told apart by what only their messages hold. A
        // supplement may go under the number of what it supplements.
        new("once", "An accepted local reference number stands once per owner within 53 weeks.",
            """
            SELECT id FROM (
                SELECT d.id, d.received_at, lag(d.received_at) OVER (
                    PARTITION BY CASE WHEN s.is_house = 1 THEN -d.declarant_id ELSE d.submitter_id END, d.lrn,
                        coalesce(d.supplements_id, 0)
                    ORDER BY d.received_at) before
                FROM declarations_declarations d LEFT JOIN access_submitters s ON s.id = d.submitter_id
                WHERE d.state <> 2 AND NOT (s.is_house = 1 AND d.declarant_id = 0))
            WHERE received_at - before < 53 * 7 * 86400000000
            """),
    ];
}
