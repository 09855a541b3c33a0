-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- closed_at: customs asks the correction no more, because it announced a decision after the term of the correction, or
-- because the declaration is no longer held.
ALTER TABLE declarations_corrections_asked ADD COLUMN closed_at INTEGER;

CREATE TRIGGER declarations_determined_keeps_rows BEFORE DELETE ON declarations_determined
BEGIN
    SELECT raise(ABORT, 'declarations_determined is append-only');
END;

CREATE TRIGGER declarations_determined_keeps_values BEFORE UPDATE ON declarations_determined
BEGIN
    SELECT raise(ABORT, 'declarations_determined is append-only');
END;
