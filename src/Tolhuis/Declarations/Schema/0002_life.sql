-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- The life of a declaration after it was lodged. declarations_declarations is the declaration as it stands: of an amended
-- one the present version, while file_id, entry and content_hash stay those of the message that lodged it. State, edition,
-- draw day, lines, amounts, accepted_on, version, consignment and goods change; versions and history say how.

-- additional_type: the character of 11 02, 0 where the data set has none. accepted_on: day number of the date whose law
-- counts, NULL while not accepted; 0 in rows from before this script, which were accepted on the Dutch day of receipt.
ALTER TABLE declarations_declarations ADD COLUMN additional_type INTEGER NOT NULL DEFAULT 65;
ALTER TABLE declarations_declarations ADD COLUMN accepted_on INTEGER DEFAULT 0;
ALTER TABLE declarations_declarations ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE declarations_declarations ADD COLUMN supplements_id INTEGER;
UPDATE declarations_declarations SET accepted_on = NULL WHERE state = 2;

CREATE INDEX declarations_supplements ON declarations_declarations (supplements_id) WHERE supplements_id IS NOT NULL;

-- Totals count: rejected and received (pre-lodged) ones on their day of receipt; accepted ones, their lines and their
-- amounts on their day of acceptance. Lines and amounts are those of the version that stands; the amounts of an
-- invalidated one are taken off, and those of a simplified one count with its supplement. first_id and last_id bound the
-- declarations received that day, whenever they were accepted.
ALTER TABLE declarations_days ADD COLUMN received INTEGER NOT NULL DEFAULT 0;

-- Every version of a declaration that has more than one, the one that stands included. decided_as: type it was decided as.
CREATE TABLE declarations_versions (
    declaration_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    request_id INTEGER,
    recorded_at INTEGER NOT NULL,
    edition INTEGER NOT NULL,
    law_day INTEGER NOT NULL,
    draw_day INTEGER NOT NULL,
    decided_as INTEGER NOT NULL,
    file_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    first_line INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    value_cents INTEGER NOT NULL,
    duty_cents INTEGER NOT NULL,
    vat_cents INTEGER NOT NULL,
    PRIMARY KEY (declaration_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER declarations_versions_keeps_rows BEFORE DELETE ON declarations_versions
BEGIN
    SELECT raise(ABORT, 'declarations_versions is append-only');
END;

CREATE TRIGGER declarations_versions_keeps_values BEFORE UPDATE ON declarations_versions
BEGIN
    SELECT raise(ABORT, 'declarations_versions is append-only');
END;

-- Messages about an earlier declaration. The id is of the same ascending sequence as those of declarations.
CREATE TABLE declarations_requests (
    id INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    submitter_id INTEGER NOT NULL,
    lrn TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    reason_code TEXT NOT NULL,
    reason_text TEXT NOT NULL,
    claim_kind INTEGER,
    claim_basis INTEGER,
    claim_cents INTEGER,
    claim_currency INTEGER,
    claim_taxes TEXT,
    claim_holder TEXT,
    claim_grounds TEXT,
    version_made INTEGER NOT NULL,
    file_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    edition INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by TEXT,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX declarations_requests_by_declaration ON declarations_requests (declaration_id);
CREATE INDEX declarations_requests_waiting ON declarations_requests (state) WHERE state IN (3, 4);

CREATE TRIGGER declarations_requests_keeps_rows BEFORE DELETE ON declarations_requests
BEGIN
    SELECT raise(ABORT, 'declarations_requests is append-only');
END;

-- What was asked never changes; what became of it is told once.
CREATE TRIGGER declarations_requests_keeps_values BEFORE UPDATE OF id, declaration_id, kind, submitter_id, lrn, attempt,
    received_at, reason_code, reason_text, claim_kind, claim_basis, claim_cents, claim_currency, claim_taxes, claim_holder,
    claim_grounds, file_id, entry, content_hash, edition ON declarations_requests
BEGIN
    SELECT raise(ABORT, 'declarations_requests is append-only');
END;

-- What customs asks of a declarant: to correct his declaration. answered_by is the request that did.
CREATE TABLE declarations_corrections_asked (
    id INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    asked_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    due_on INTEGER NOT NULL,
    answered_by INTEGER
) STRICT;

CREATE INDEX declarations_corrections_asked_by_declaration ON declarations_corrections_asked (declaration_id);

-- Terms that run: 1 presentation of the goods, 2 supplementary declaration. A row goes when its term is met or passed; of a
-- supplement that is overdue it stays, told once, until the supplement comes.
CREATE TABLE declarations_terms (
    declaration_id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    is_told INTEGER NOT NULL
) STRICT;

CREATE INDEX declarations_terms_by_day ON declarations_terms (last_day) WHERE is_told = 0;
