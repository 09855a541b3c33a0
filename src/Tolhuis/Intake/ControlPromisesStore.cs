// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>What a query can check of controls: orders, findings and what they brought.</summary>
internal static class ControlPromises
{
    public static readonly IReadOnlyList<StorePromise> All =
    [
        new("control-orders", "A control order is open only while its declaration is under control, and one that is "
            + "open is not finished.",
            """
            SELECT o.id FROM controls_orders o JOIN declarations_declarations d ON d.id = o.declaration_id
                WHERE o.state <> 3 AND d.state <> 4
            UNION ALL SELECT id FROM controls_orders
                WHERE (state <> 3 AND finished_at IS NOT NULL) OR (state = 2 AND taken_at IS NULL)
            """),
        new("findings", "A finding is about an order and a line of one declaration and stands in its history, and what "
            + "was established or kept as evidence belongs to a finding.",
            """
            SELECT f.id FROM controls_findings f LEFT JOIN controls_orders o ON o.id = f.order_id
                LEFT JOIN declarations_lines l ON l.id = f.line_id
                WHERE o.id IS NULL OR o.declaration_id <> f.declaration_id OR l.id IS NULL
                    OR l.declaration_id <> f.declaration_id OR l.item <> f.item OR NOT EXISTS (
                        SELECT 1 FROM declarations_history h WHERE h.declaration_id = f.declaration_id
                            AND h.is_later = 1 AND h.kind = 51 AND h.detail = CAST(f.id AS TEXT))
            UNION ALL SELECT finding_id FROM controls_established
                WHERE finding_id NOT IN (SELECT id FROM controls_findings)
            UNION ALL SELECT e.finding_id FROM controls_evidence e LEFT JOIN controls_findings f ON f.id = e.finding_id
                LEFT JOIN declarations_documents m ON m.id = e.document_id
                WHERE f.id IS NULL OR m.id IS NULL OR m.declaration_id <> f.declaration_id
            """),
        new("examined", "What stands on the worklist as examined is under control and has no open order, and all that "
            + "is so stands there.",
            """
            SELECT e.declaration_id FROM controls_examined e
                LEFT JOIN declarations_declarations d ON d.id = e.declaration_id
                WHERE d.id IS NULL OR d.state <> 4 OR EXISTS (SELECT 1 FROM controls_orders o
                    WHERE o.declaration_id = e.declaration_id AND o.state <> 3)
            UNION ALL SELECT d.id FROM declarations_declarations d WHERE d.state = 4
                AND d.id NOT IN (SELECT declaration_id FROM controls_examined)
                AND NOT EXISTS (SELECT 1 FROM controls_orders o WHERE o.declaration_id = d.id AND o.state <> 3)
            """),
        // Orders that ended before there were outcomes have no instant at which they did.
        new("outcomes", "Every control whose declaration is decided has what it brought, equal to its lines and to the "
            + "finding that counts, and none of one that is held has. What was never released has "
            + "the declared amounts.",
            """
            SELECT o.id FROM controls_orders o JOIN declarations_declarations d ON d.id = o.declaration_id
                WHERE d.state NOT IN (3, 4) AND o.finished_at IS NOT NULL
                    AND o.id NOT IN (SELECT order_id FROM controls_outcomes)
            UNION ALL SELECT x.order_id FROM controls_outcomes x LEFT JOIN controls_orders o ON o.id = x.order_id
                LEFT JOIN declarations_declarations d ON d.id = x.declaration_id
                LEFT JOIN declarations_lines s ON s.id = x.selected_line
                LEFT JOIN declarations_lines e ON e.id = x.final_line
                LEFT JOIN controls_findings f ON f.id = (SELECT max(id) FROM controls_findings
                    WHERE declaration_id = x.declaration_id AND order_id = x.order_id)
                WHERE o.id IS NULL OR d.id IS NULL OR d.state IN (3, 4) OR o.declaration_id <> x.declaration_id
                    OR s.id IS NULL OR s.declaration_id <> x.declaration_id
                    OR s.id <> coalesce(o.first_line, o.line_id)
                    OR (x.declared_value_cents, x.declared_duty_cents, x.declared_vat_cents)
                        <> (s.value_cents, s.duty_cents, s.vat_cents)
                    OR (x.final_line = 0) <> (e.id IS NULL) OR coalesce(e.declaration_id, d.id) <> d.id
                    OR CASE WHEN d.state = 5 OR EXISTS (SELECT 1 FROM declarations_history h
                            WHERE h.declaration_id = d.id AND h.kind = 8 AND h.is_later = 1)
                        THEN (x.final_value_cents, x.final_duty_cents, x.final_vat_cents)
                            <> (coalesce(e.value_cents, 0), coalesce(e.duty_cents, 0), coalesce(e.vat_cents, 0))
                        ELSE (x.final_value_cents, x.final_duty_cents, x.final_vat_cents)
                            <> (s.value_cents, s.duty_cents, s.vat_cents) END
                    OR x.result <> coalesce(f.result, '') OR x.error_kind <> coalesce(f.error_kind, '')
                    OR x.kind <> o.kind OR x.ended_at < x.selected_at
            """),
    ];
}
