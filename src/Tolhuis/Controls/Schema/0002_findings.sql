-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- first_line: the line as it was selected; null while line_id still is that one. A correction moves line_id.
ALTER TABLE controls_orders ADD COLUMN first_line INTEGER;
ALTER TABLE controls_orders ADD COLUMN taken_at INTEGER;
ALTER TABLE controls_orders ADD COLUMN finished_at INTEGER;

CREATE INDEX controls_orders_by_declaration ON controls_orders (declaration_id);

-- What an officer found; only added to. line_id and version: as looked at. The last finding of an order counts.
CREATE TABLE controls_findings (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL,
    declaration_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    version INTEGER NOT NULL,
    result TEXT NOT NULL,
    error_kind TEXT NOT NULL,
    method TEXT NOT NULL,
    note TEXT NOT NULL,
    told TEXT NOT NULL,
    follow_up INTEGER NOT NULL,
    at INTEGER NOT NULL,
    work INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    was_blind INTEGER NOT NULL,
    is_simulated INTEGER NOT NULL
) STRICT;

CREATE INDEX controls_findings_by_declaration ON controls_findings (declaration_id);

CREATE TABLE controls_established (
    finding_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (finding_id, item, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE controls_evidence (
    finding_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    PRIMARY KEY (finding_id, document_id)
) STRICT, WITHOUT ROWID;

-- Intended decisions on held declarations, their hearing and their end. kind: 1 determination, 2 no release.
CREATE TABLE controls_hearings (
    id INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    grounds TEXT NOT NULL,
    announced_at INTEGER NOT NULL,
    announced_by TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    is_told INTEGER NOT NULL DEFAULT 0,
    view TEXT,
    view_at INTEGER,
    view_by TEXT,
    view_by_kind INTEGER,
    view_by_id INTEGER,
    decided_at INTEGER,
    decided_by TEXT,
    reason TEXT,
    is_withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX controls_hearings_by_declaration ON controls_hearings (declaration_id);
CREATE INDEX controls_hearings_open ON controls_hearings (ends_at) WHERE decided_at IS NULL AND is_told = 0;

CREATE INDEX controls_hearings_running ON controls_hearings (ends_at) WHERE decided_at IS NULL AND view IS NULL;

CREATE TABLE controls_intended (
    hearing_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (hearing_id, item, kind)
) STRICT, WITHOUT ROWID;

-- One row per order when its declaration leaves control: what the control brought, at the line that was selected.
CREATE TABLE controls_outcomes (
    order_id INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    declarant_id INTEGER NOT NULL,
    selected_line INTEGER NOT NULL,
    final_line INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    result TEXT NOT NULL,
    error_kind TEXT NOT NULL,
    was_blind INTEGER NOT NULL,
    is_simulated INTEGER NOT NULL,
    declared_value_cents INTEGER NOT NULL,
    declared_duty_cents INTEGER NOT NULL,
    declared_vat_cents INTEGER NOT NULL,
    final_value_cents INTEGER NOT NULL,
    final_duty_cents INTEGER NOT NULL,
    final_vat_cents INTEGER NOT NULL,
    selected_at INTEGER NOT NULL,
    taken_at INTEGER,
    found_at INTEGER,
    asked_at INTEGER,
    answered_at INTEGER,
    ended_at INTEGER NOT NULL,
    work INTEGER NOT NULL
) STRICT;

-- Has all that a median and the filters of the list ask, so that neither goes to the rows themselves.
CREATE INDEX controls_outcomes_by_end ON controls_outcomes (ended_at, order_id, result, is_simulated, kind,
    declarant_id, error_kind, selected_at);
CREATE INDEX controls_outcomes_by_declaration ON controls_outcomes (declaration_id);

-- Totals per Dutch day on which controls ended, of those with a result, kept in the transaction of their outcomes:
-- figures over a month or a year never go through the outcomes. work: microseconds.
CREATE TABLE controls_days (
    day INTEGER NOT NULL,
    is_simulated INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    in_order INTEGER NOT NULL,
    not_in_order INTEGER NOT NULL,
    difference_cents INTEGER NOT NULL,
    work INTEGER NOT NULL,
    PRIMARY KEY (day, is_simulated)
) STRICT, WITHOUT ROWID;

-- The same per declarant and kind, only of those that were examined: in order or not.
CREATE TABLE controls_declarant_days (
    declarant_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    not_in_order INTEGER NOT NULL,
    simulated INTEGER NOT NULL,
    difference_cents INTEGER NOT NULL,
    PRIMARY KEY (declarant_id, day, kind)
) STRICT, WITHOUT ROWID;

-- Open is what is not finished; the older index knew only what no one had taken up.
DROP INDEX controls_orders_by_state;
CREATE INDEX controls_orders_open ON controls_orders (id) WHERE state <> 3;
CREATE INDEX controls_hearings_undecided ON controls_hearings (declaration_id) WHERE decided_at IS NULL;

-- Declarations under control of which every order is finished: those wait for a correction, a view or a decision, and
-- are found without going through all that still are to be examined.
CREATE TABLE controls_examined (
    declaration_id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER controls_findings_keeps_rows BEFORE DELETE ON controls_findings
BEGIN
    SELECT RAISE(ABORT, 'controls_findings is append-only');
END;

CREATE TRIGGER controls_findings_keeps_values BEFORE UPDATE ON controls_findings
BEGIN
    SELECT RAISE(ABORT, 'controls_findings is append-only');
END;

CREATE TRIGGER controls_established_keeps_rows BEFORE DELETE ON controls_established
BEGIN
    SELECT RAISE(ABORT, 'controls_established is append-only');
END;

CREATE TRIGGER controls_established_keeps_values BEFORE UPDATE ON controls_established
BEGIN
    SELECT RAISE(ABORT, 'controls_established is append-only');
END;

CREATE TRIGGER controls_outcomes_keeps_rows BEFORE DELETE ON controls_outcomes
BEGIN
    SELECT RAISE(ABORT, 'controls_outcomes is append-only');
END;

CREATE TRIGGER controls_outcomes_keeps_values BEFORE UPDATE ON controls_outcomes
BEGIN
    SELECT RAISE(ABORT, 'controls_outcomes is append-only');
END;
