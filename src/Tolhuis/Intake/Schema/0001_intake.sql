-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- A received file is its own archive. next_entry moves in the transaction that decides the entries before it, so that after
-- a crash the file goes on where it stopped.
CREATE TABLE intake_files (
    id INTEGER PRIMARY KEY,
    submitter_id INTEGER NOT NULL,
    token_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    content_hash BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    next_entry INTEGER NOT NULL,
    accepted INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    unreadable INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    quarantined INTEGER NOT NULL DEFAULT 0,
    lines INTEGER NOT NULL DEFAULT 0,
    released INTEGER NOT NULL DEFAULT 0,
    selected INTEGER NOT NULL DEFAULT 0,
    undecided INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    problem TEXT
) STRICT;

CREATE UNIQUE INDEX intake_files_by_content ON intake_files (submitter_id, content_hash);
CREATE INDEX intake_files_open ON intake_files (state) WHERE state = 1;

-- Which declarations came from which entries: a batch is a range of both. The receipt of a file is read from here.
CREATE TABLE intake_batches (
    file_id INTEGER NOT NULL,
    entry_from INTEGER NOT NULL,
    entry_until INTEGER NOT NULL,
    sequence_from INTEGER NOT NULL,
    sequence_until INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (file_id, entry_from)
) STRICT, WITHOUT ROWID;

-- Messages that became no declaration: unreadable, duplicate, quarantined.
CREATE TABLE intake_exceptions (
    file_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    lrn TEXT NOT NULL,
    declaration_id INTEGER,
    problems TEXT NOT NULL,
    PRIMARY KEY (file_id, entry)
) STRICT, WITHOUT ROWID;

-- The decider's own numbers, one row: the next sequences and the end of the spool that is acknowledged.
CREATE TABLE intake_decider (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    next_sequence INTEGER NOT NULL,
    next_line INTEGER NOT NULL,
    next_history INTEGER NOT NULL,
    spool_number INTEGER NOT NULL,
    spool_length INTEGER NOT NULL
) STRICT;

INSERT INTO intake_decider VALUES (1, 1, 1, 1, 1, 0);
