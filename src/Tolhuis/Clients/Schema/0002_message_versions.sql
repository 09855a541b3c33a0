-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Which version of the message model a declarant sends from a day on. Only added to: of two rows for one day the later
-- one holds.
CREATE TABLE clients_message_versions (
    id INTEGER PRIMARY KEY,
    eori TEXT NOT NULL,
    version INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
