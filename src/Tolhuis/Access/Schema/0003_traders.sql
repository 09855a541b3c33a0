-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- is_simulated: an actor of the demo's own simulation, no one signs in as him.
alter table access_people add column is_simulated integer not null default 0;

-- A trader who uses the portal: the token whose submitter and mandates are his. No program can use it, as its secret is
-- thrown away.
alter table access_people add column token_id integer references access_tokens (id);

-- The one-time code with which a trader chooses his password: its SHA-256, and until when it works.
alter table access_people add column first_code_hash blob;
alter table access_people add column first_code_until integer;
