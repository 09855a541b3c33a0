// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>What a query can check of the life of declarations: versions, requests, terms.</summary>
internal static class LifePromises
{
    public static readonly IReadOnlyList<StorePromise> All =
    [
        new("versions", "A declaration has all its versions, and stands as the last one says.",
            """
            SELECT d.id FROM declarations_declarations d
            LEFT JOIN (SELECT declaration_id, count(*) n, max(version) hi FROM declarations_versions
                GROUP BY declaration_id) v ON v.declaration_id = d.id
            WHERE (d.version = 1 AND v.n IS NOT NULL)
                OR (d.version > 1 AND (coalesce(v.n, 0) <> d.version OR v.hi <> d.version))
            UNION ALL SELECT d.id FROM declarations_declarations d
                JOIN declarations_versions v ON v.declaration_id = d.id AND v.version = d.version
                WHERE (d.edition, d.draw_day, d.first_line, d.line_count, d.value_cents, d.duty_cents, d.vat_cents)
                    <> (v.edition, v.draw_day, v.first_line, v.line_count, v.value_cents, v.duty_cents, v.vat_cents)
            UNION ALL SELECT declaration_id FROM declarations_versions
                WHERE declaration_id NOT IN (SELECT id FROM declarations_declarations)
            UNION ALL SELECT v.declaration_id FROM declarations_versions v
                LEFT JOIN declarations_requests r ON r.id = v.request_id
                    AND r.declaration_id = v.declaration_id AND r.version_made = v.version
                WHERE (v.version = 1 OR v.kind = 11) <> (v.request_id IS NULL)
                    OR (v.version > 1 AND v.kind <> 11 AND r.id IS NULL)
            """),
        new("requests", "A request is about a declaration and says when it was decided, once it is.",
            """
            SELECT r.id FROM declarations_requests r LEFT JOIN declarations_declarations d ON d.id = r.declaration_id
            WHERE (r.declaration_id <> 0 AND d.id IS NULL) OR (r.declaration_id = 0 AND r.state <> 5)
                OR (r.state IN (3, 4)) <> (r.decided_at IS NULL) OR (r.decided_by IS NOT NULL AND r.state NOT IN (1, 2))
                OR (r.version_made > 0 AND NOT EXISTS (SELECT 1 FROM declarations_versions v
                    WHERE v.declaration_id = r.declaration_id AND v.version = r.version_made AND v.request_id = r.id))
            UNION ALL SELECT c.id FROM declarations_corrections_asked c
                LEFT JOIN declarations_declarations d ON d.id = c.declaration_id
                LEFT JOIN declarations_requests r ON r.id = c.answered_by AND r.declaration_id = c.declaration_id
                WHERE d.id IS NULL OR (c.answered_by IS NOT NULL AND (r.id IS NULL OR c.closed_at IS NOT NULL))
            UNION ALL SELECT h.seq FROM declarations_history h WHERE h.kind = 11 AND NOT EXISTS (
                SELECT 1 FROM declarations_requests r
                WHERE r.declaration_id = h.declaration_id AND r.submitter_id = h.submitter_id)
            UNION ALL SELECT h.seq FROM declarations_history h WHERE h.kind = 3 AND h.is_later = 1 AND NOT EXISTS (
                SELECT 1 FROM declarations_requests r WHERE r.id = CAST(h.detail AS INTEGER) AND r.state = 5
                    AND r.declaration_id = h.declaration_id AND r.submitter_id = h.submitter_id)
            UNION ALL SELECT h.seq FROM declarations_history h WHERE h.kind = 2 AND h.is_later = 1 AND NOT EXISTS (
                SELECT 1 FROM declarations_requests r WHERE r.id = CAST(h.detail AS INTEGER) AND r.state <> 5
                    AND r.declaration_id = h.declaration_id AND r.submitter_id = h.submitter_id)
            UNION ALL SELECT r.id FROM declarations_requests r WHERE r.state IN (3, 4) AND NOT EXISTS (
                SELECT 1 FROM declarations_history h WHERE h.declaration_id = r.declaration_id AND h.is_later = 1
                    AND h.kind = 2 AND h.detail = CAST(r.id AS TEXT))
            """),
        new("hearings", "A denied request has a hearing or a ground, and what was announced was told.",
            """
            SELECT r.id FROM declarations_requests r WHERE r.state = 2 AND NOT EXISTS (
                SELECT 1 FROM declarations_request_acts a WHERE a.request_id = r.id AND a.at <= r.decided_at
                    AND ((a.kind = 3 AND a.ground <> '') OR a.kind = 5 OR (a.kind = 1 AND (a.ends_at <= r.decided_at
                    OR EXISTS (SELECT 1 FROM declarations_request_acts v WHERE v.request_id = r.id AND v.kind = 2
                        AND v.at <= r.decided_at)))))
            UNION ALL SELECT a.id FROM declarations_request_acts a
                LEFT JOIN declarations_requests r ON r.id = a.request_id
                WHERE r.id IS NULL OR (a.kind = 1 AND NOT EXISTS (SELECT 1 FROM declarations_history h
                    WHERE h.declaration_id = r.declaration_id AND h.submitter_id = r.submitter_id AND h.kind = 42
                        AND h.is_later = 1 AND h.at = a.at))
            """),
        new("determined", "What customs determined stands with a version of that kind, which is never without.",
            """
            SELECT v.declaration_id FROM declarations_versions v WHERE v.kind = 11 AND NOT EXISTS (
                SELECT 1 FROM declarations_determined e
                WHERE e.declaration_id = v.declaration_id AND e.version = v.version)
            UNION ALL SELECT e.declaration_id FROM declarations_determined e WHERE NOT EXISTS (
                SELECT 1 FROM declarations_versions v
                WHERE v.declaration_id = e.declaration_id AND v.version = e.version AND v.kind = 11)
            """),
        new("intents",
            "What was intended on held goods was told; it was decided after a view or the term, and as announced.",
            """
            SELECT i.id FROM controls_hearings i LEFT JOIN declarations_declarations d ON d.id = i.declaration_id
                WHERE d.id IS NULL OR i.ends_at <= i.announced_at OR (i.view IS NULL) <> (i.view_at IS NULL)
                    OR (i.is_withdrawn = 0 AND i.decided_at < i.ends_at AND coalesce(i.view_at > i.decided_at, 1))
                    OR (i.decided_at IS NULL AND d.state <> 4)
                    OR (i.kind = 1) <> EXISTS (SELECT 1 FROM controls_intended e WHERE e.hearing_id = i.id)
                    OR NOT EXISTS (SELECT 1 FROM declarations_history h WHERE h.declaration_id = i.declaration_id
                        AND h.is_later = 1 AND h.kind = 45 AND h.at = i.announced_at)
                    OR (i.kind = 1 AND i.decided_at IS NOT NULL AND i.is_withdrawn = 0 AND NOT EXISTS (
                        SELECT 1 FROM declarations_versions v WHERE v.declaration_id = i.declaration_id
                            AND v.kind = 11 AND v.recorded_at = i.decided_at))
            UNION ALL SELECT e.hearing_id FROM controls_intended e
                WHERE e.hearing_id NOT IN (SELECT id FROM controls_hearings)
            UNION ALL SELECT e.hearing_id FROM controls_intended e
                JOIN controls_hearings i ON i.id = e.hearing_id AND i.kind = 1 AND i.is_withdrawn = 0
                JOIN declarations_versions v ON v.declaration_id = i.declaration_id AND v.kind = 11
                    AND v.recorded_at = i.decided_at
                LEFT JOIN declarations_determined o ON o.declaration_id = v.declaration_id AND o.version = v.version
                    AND o.item = e.item AND o.kind = e.kind
                WHERE o.value IS NOT e.value
            UNION ALL SELECT d.id FROM declarations_declarations d WHERE d.state = 7 AND NOT EXISTS (
                SELECT 1 FROM controls_hearings i WHERE i.declaration_id = d.id AND i.kind = 2
                    AND i.is_withdrawn = 0 AND i.decided_at IS NOT NULL)
            """),
        new("request-tasks", "Every request that waits has an open task for a person, and no other request has.",
            """
            SELECT r.id FROM declarations_requests r WHERE r.state IN (3, 4) AND NOT EXISTS (
                SELECT 1 FROM access_tasks t WHERE t.module = 'declarations' AND t.object_kind = 'request'
                    AND t.object_id = CAST(r.id AS TEXT) AND t.closed_at IS NULL)
            UNION ALL SELECT r.id FROM access_tasks t JOIN declarations_requests r ON r.id = CAST(
                t.object_id AS INTEGER)
                WHERE t.closed_at IS NULL AND t.object_kind = 'request' AND r.state NOT IN (3, 4)
            """),
        new("terms", "What awaits presentation has its term, and no term runs for what does not wait.",
            """
            SELECT d.id FROM declarations_declarations d WHERE d.state = 1 AND NOT EXISTS (
                SELECT 1 FROM declarations_terms t WHERE t.declaration_id = d.id AND t.kind = 1)
            UNION ALL SELECT t.declaration_id FROM declarations_terms t
                LEFT JOIN declarations_declarations d ON d.id = t.declaration_id
                WHERE d.id IS NULL OR (t.kind = 1 AND d.state <> 1) OR (t.kind = 2 AND (d.accepted_on IS NULL
                    OR d.state <> 5 OR NOT (d.additional_type IN (66, 67, 69, 70) OR d.data_set IN (8, 9))))
            UNION ALL SELECT d.id FROM declarations_declarations d
                LEFT JOIN declarations_declarations s ON s.id = d.supplements_id
                WHERE d.supplements_id IS NOT NULL AND s.id IS NULL
            """),
        new("supplements", "What a supplement cleared is known, and its term does not run while the supplement stands.",
            """
            SELECT l.supplement_id FROM declarations_supplemented l
                LEFT JOIN declarations_declarations d ON d.id = l.supplement_id
                LEFT JOIN declarations_declarations s ON s.id = l.declaration_id
                LEFT JOIN declarations_terms t ON t.declaration_id = l.declaration_id AND t.kind = 2
                WHERE d.id IS NULL OR s.id IS NULL OR (t.kind = 2 AND d.state <> 6)
            UNION ALL SELECT d.id FROM declarations_declarations d WHERE d.supplements_id IS NOT NULL
                AND d.state <> 2 AND NOT EXISTS (SELECT 1 FROM declarations_supplemented l
                    WHERE l.supplement_id = d.id AND l.declaration_id = d.supplements_id)
            """),
    ];
}
