-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Why a line was selected: one row per reason. Released lines have none; their draw can be recomputed from key and law.
CREATE TABLE risk_selections (
    line_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    declaration_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    source TEXT NOT NULL,
    version TEXT NOT NULL,
    seen TEXT NOT NULL,
    boundary TEXT NOT NULL,
    ground TEXT NOT NULL,
    PRIMARY KEY (line_id, number)
) STRICT, WITHOUT ROWID;
