-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Version of the message model that a message was read as (the major version of the EUCDM). What was agreed with a
-- declarant changes; what a message was written in does not. Until now only 6 was kept, so that is what old rows say. Of a
-- declaration it is that of the version that stands, as file_id and entry of declarations_versions are.
ALTER TABLE declarations_declarations ADD COLUMN message_version INTEGER NOT NULL DEFAULT 6;
ALTER TABLE declarations_versions ADD COLUMN message_version INTEGER NOT NULL DEFAULT 6;
ALTER TABLE declarations_requests ADD COLUMN message_version INTEGER NOT NULL DEFAULT 6;

CREATE TRIGGER declarations_requests_keeps_message_version BEFORE UPDATE OF message_version ON declarations_requests
BEGIN
    SELECT raise(ABORT, 'declarations_requests is append-only');
END;
