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

CREATE INDEX declarations_documents_by_declaration ON declarations_documents (declaration_id);

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

CREATE TABLE declarations_parcel_segments (
    first_id INTEGER PRIMARY KEY,
    last_id INTEGER NOT NULL,
    keys BLOB NOT NULL
) STRICT;
