-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- A declarant asks in the portal for what was rejected and for what he is asked. Both are few; the millions that are
-- released stay out of these indexes.
CREATE INDEX declarations_rejected ON declarations_declarations (declarant_id) WHERE state = 2;
CREATE INDEX declarations_corrections_asked_open ON declarations_corrections_asked (due_on) WHERE answered_by IS NULL;

-- Nearly all are H7 or H1; the few of another data set are found without looking through those.
CREATE INDEX declarations_rare_sets ON declarations_declarations (data_set, id) WHERE data_set NOT IN (1, 7);
