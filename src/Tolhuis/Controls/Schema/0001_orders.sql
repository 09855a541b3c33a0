-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- A control order: one line to be controlled. Findings come with the issue that closes the loop.
CREATE TABLE controls_orders (
    id INTEGER PRIMARY KEY,
    declaration_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    state INTEGER NOT NULL,
    ordered_at INTEGER NOT NULL
) STRICT;

CREATE INDEX controls_orders_by_state ON controls_orders (state) WHERE state = 1;
