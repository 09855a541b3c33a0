-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- The register of parties. An EORI first met in a declaration is kept as unverified until the register knows it.
CREATE TABLE clients_parties (
    id INTEGER PRIMARY KEY,
    eori TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    is_verified INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
