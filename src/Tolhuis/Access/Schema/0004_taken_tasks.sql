-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- What one person has, found without going through all that is open.
create index access_tasks_taken on access_tasks (taken_by, due_at, id) where closed_at is null and taken_by is not null;
create index access_tasks_of_module on access_tasks (module, object_kind, due_at, id) where closed_at is null;
