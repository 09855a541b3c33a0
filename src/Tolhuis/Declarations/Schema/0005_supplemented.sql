-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- What a supplementary declaration cleared, and the last day of the term that was met with it: if the supplement is
-- invalidated the term runs again. supplements_id of the supplement is the first of them.
CREATE TABLE declarations_supplemented (
    supplement_id INTEGER NOT NULL,
    declaration_id INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    PRIMARY KEY (supplement_id, declaration_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX declarations_supplemented_by_declaration ON declarations_supplemented (declaration_id);

-- Until now only the first one was kept; its term was ten days from acceptance.
INSERT INTO declarations_supplemented
    SELECT d.id, s.id, coalesce(s.accepted_on, d.accepted_on) + 10
    FROM declarations_declarations d JOIN declarations_declarations s ON s.id = d.supplements_id
    WHERE d.supplements_id IS NOT NULL AND d.state <> 2;

-- A supplement is due from release on; a term that ran before release starts then.
DELETE FROM declarations_terms WHERE kind = 2 AND declaration_id IN (
    SELECT id FROM declarations_declarations WHERE state <> 5);

CREATE TRIGGER declarations_supplemented_keeps_rows BEFORE DELETE ON declarations_supplemented
BEGIN
    SELECT raise(ABORT, 'declarations_supplemented is append-only');
END;

CREATE TRIGGER declarations_supplemented_keeps_values BEFORE UPDATE ON declarations_supplemented
BEGIN
    SELECT raise(ABORT, 'declarations_supplemented is append-only');
END;
