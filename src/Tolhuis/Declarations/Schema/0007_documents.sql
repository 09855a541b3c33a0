-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- A document at a declaration; its content lies in the folder of the store under its hash. kind: 1 evidence of an
-- officer, 2 sent in by the declarant.
CREATE TABLE declarations_documents (
    id INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    at INTEGER NOT NULL,
    by_kind INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    by_name TEXT NOT NULL
) STRICT;

-- The same content of the same actor at the same declaration is one document; also the way to those of a declaration.
CREATE UNIQUE INDEX declarations_documents_once ON declarations_documents (declaration_id, sha256, by_kind, by_id);

-- Whether any row still refers to a content.
CREATE INDEX declarations_documents_by_content ON declarations_documents (sha256);

-- Names of files and people may go when their term is over, and the content on disk with them; what was kept, when and
-- in whose capacity stays.
CREATE TRIGGER declarations_documents_keeps_rows BEFORE DELETE ON declarations_documents
BEGIN
    SELECT raise(ABORT, 'declarations_documents is append-only');
END;

CREATE TRIGGER declarations_documents_keeps_values
BEFORE UPDATE OF id, declaration_id, kind, media_type, bytes, sha256, at, by_kind, by_id ON declarations_documents
BEGIN
    SELECT raise(ABORT, 'declarations_documents is append-only');
END;

-- What customs determined of a version of kind determination, per item. kind: number of the particular (Controls).
CREATE TABLE declarations_determined (
    declaration_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    item INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (declaration_id, version, item, kind)
) STRICT, WITHOUT ROWID;

-- is_reminded: the declarant was told that his correction is due soon.
ALTER TABLE declarations_corrections_asked ADD COLUMN is_reminded INTEGER NOT NULL DEFAULT 0;

-- Key by which a consignee finds his parcel: hash of transport document and postcode; null where either is missing
-- and in older rows. Found through sorted segments, so that a random key never meets a tree on the way in.
ALTER TABLE declarations_declarations ADD COLUMN parcel_key INTEGER;

-- keys: pairs of key and own number, 16 bytes each, big-endian, ascending by key. Made from the rows, at any time anew.
CREATE TABLE declarations_parcel_segments (
    first_id INTEGER PRIMARY KEY,
    last_id INTEGER NOT NULL,
    keys BLOB NOT NULL
) STRICT;

-- Keys that a later version changed: few, and their rows may stand in a segment with the key of before.
CREATE TABLE declarations_parcel_moved (
    parcel_key INTEGER NOT NULL,
    declaration_id INTEGER NOT NULL,
    PRIMARY KEY (parcel_key, declaration_id)
) STRICT, WITHOUT ROWID;
