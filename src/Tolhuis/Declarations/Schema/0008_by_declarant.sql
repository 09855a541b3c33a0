-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- A declarant asks in the portal for what was rejected and for what he is asked. Both are few; the millions that are
-- released stay out of these indexes.
CREATE INDEX declarations_rejected ON declarations_declarations (declarant_id) WHERE state = 2;
CREATE INDEX declarations_corrections_asked_open ON declarations_corrections_asked (due_on) WHERE answered_by IS NULL;
