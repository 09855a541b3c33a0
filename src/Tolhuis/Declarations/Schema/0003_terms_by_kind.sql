-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Terms are asked for by kind: what lapses within days, which supplements are overdue.
CREATE INDEX declarations_terms_by_kind ON declarations_terms (kind, last_day);

-- Those that ended otherwise than by release are few; the millions that are released stay out of this index.
CREATE INDEX declarations_ended ON declarations_declarations (state, id) WHERE state IN (6, 7, 8);
