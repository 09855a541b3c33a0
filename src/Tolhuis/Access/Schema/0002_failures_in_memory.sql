-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Failed attempts are counted in memory, for names that exist and names that do not alike.

alter table access_people drop column failures;
alter table access_people drop column locked_until;
