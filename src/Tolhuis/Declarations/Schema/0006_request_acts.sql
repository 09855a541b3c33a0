-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- What people did with a request before and with its decision. kind: 1 denial announced (ends_at: the first instant after
-- the term to be heard, day: its last day), 2 view of the declarant recorded, 3 hearing not needed (ground: code of the list
-- hearing-not-needed), 4 examination took place (day: when), 5 denied before this table was there.
CREATE TABLE declarations_request_acts (
    id INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    ground TEXT NOT NULL,
    text TEXT NOT NULL,
    day INTEGER,
    ends_at INTEGER
) STRICT;

CREATE INDEX declarations_request_acts_by_request ON declarations_request_acts (request_id);

INSERT INTO declarations_request_acts (request_id, kind, at, by, ground, text)
    SELECT id, 5, decided_at, decided_by, '', '' FROM declarations_requests
    WHERE state = 2 AND decided_by IS NOT NULL AND decided_at IS NOT NULL;

CREATE TRIGGER declarations_request_acts_keeps_rows BEFORE DELETE ON declarations_request_acts
BEGIN
    SELECT raise(ABORT, 'declarations_request_acts is append-only');
END;

CREATE TRIGGER declarations_request_acts_keeps_values BEFORE UPDATE ON declarations_request_acts
BEGIN
    SELECT raise(ABORT, 'declarations_request_acts is append-only');
END;

-- is_told: the declarant was reminded, once, that the term of the correction is over.
ALTER TABLE declarations_corrections_asked ADD COLUMN is_told INTEGER NOT NULL DEFAULT 0;

CREATE INDEX declarations_corrections_asked_by_day ON declarations_corrections_asked (due_on)
    WHERE answered_by IS NULL AND is_told = 0;
