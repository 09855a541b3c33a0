-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- One row per attempt to lodge: accepted and rejected ones. The id is the decider's ascending sequence; the MRN is made
-- from it, so neither needs an index. Raw message = (file, entry) of the archive; file 0 = spool, entry = place in it.
-- Instants: microseconds UTC. Amounts: euro cents. State is the only column that changes; history says how.
CREATE TABLE declarations_declarations (
    id INTEGER PRIMARY KEY,
    submitter_id INTEGER NOT NULL,
    declarant_id INTEGER NOT NULL,
    data_set INTEGER NOT NULL,
    lrn TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    file_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    edition INTEGER NOT NULL,
    consignment INTEGER NOT NULL,
    goods INTEGER NOT NULL,
    relodgings INTEGER NOT NULL,
    draw_day INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    first_history INTEGER NOT NULL,
    value_cents INTEGER NOT NULL,
    duty_cents INTEGER NOT NULL,
    vat_cents INTEGER NOT NULL
) STRICT;

CREATE INDEX declarations_by_declarant ON declarations_declarations (declarant_id);
CREATE INDEX declarations_by_submitter ON declarations_declarations (submitter_id);
-- Those that wait for a person are few and are asked for all day; the millions that are released stay out of this index.
CREATE INDEX declarations_waiting ON declarations_declarations (state) WHERE state IN (3, 4);

-- Ids ascend and the lines of one declaration are contiguous: first_line up to first_line + line_count.
CREATE TABLE declarations_lines (
    id INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    code INTEGER NOT NULL,
    country INTEGER NOT NULL,
    description TEXT NOT NULL,
    value INTEGER NOT NULL,
    currency INTEGER NOT NULL,
    value_cents INTEGER NOT NULL,
    gross_mass INTEGER NOT NULL,
    net_mass INTEGER NOT NULL,
    additional TEXT NOT NULL,
    duty_cents INTEGER NOT NULL,
    vat_cents INTEGER NOT NULL,
    outcome INTEGER NOT NULL
) STRICT;

-- Append-only. A notification is the history row; seq is the cursor of the pull box. The rows of the first decision stand
-- next to each other from first_history on; only later ones need an index to find them.
CREATE TABLE declarations_history (
    seq INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    submitter_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL,
    is_later INTEGER NOT NULL,
    detail TEXT
) STRICT;

CREATE INDEX declarations_history_later ON declarations_history (declaration_id) WHERE is_later = 1;
CREATE INDEX declarations_history_by_submitter ON declarations_history (submitter_id);

CREATE TRIGGER declarations_history_keeps_rows BEFORE DELETE ON declarations_history
BEGIN
    SELECT raise(ABORT, 'declarations_history is append-only');
END;

CREATE TRIGGER declarations_history_keeps_values BEFORE UPDATE ON declarations_history
BEGIN
    SELECT raise(ABORT, 'declarations_history is append-only');
END;

CREATE TABLE declarations_problems (
    declaration_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    severity INTEGER NOT NULL,
    data_element TEXT NOT NULL,
    pointer TEXT NOT NULL,
    arguments TEXT NOT NULL,
    PRIMARY KEY (declaration_id, number)
) STRICT, WITHOUT ROWID;

-- Totals per Dutch day of receipt, kept in the transaction of the decision: lists and figures never count millions of
-- rows. first_id and last_id bound the declarations of the row, so that a list of a day reads only its part of the table.
CREATE TABLE declarations_days (
    day INTEGER NOT NULL,
    declarant_id INTEGER NOT NULL,
    data_set INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    released INTEGER NOT NULL,
    selected INTEGER NOT NULL,
    undecided INTEGER NOT NULL,
    relodged INTEGER NOT NULL,
    value_cents INTEGER NOT NULL,
    duty_cents INTEGER NOT NULL,
    vat_cents INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (day, declarant_id, data_set)
) STRICT, WITHOUT ROWID;

-- Weeks of local reference numbers: one table per ISO week of receipt (declarations_lrn_YYYYWW). Closed weeks are behind a filter.
CREATE TABLE declarations_lrn_weeks (
    week INTEGER PRIMARY KEY,
    rows INTEGER NOT NULL,
    filter BLOB
) STRICT;
