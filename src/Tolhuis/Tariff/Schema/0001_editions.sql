-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Editions of the law: only added to, never changed, so that a replay years later reads the same rows.
create table tariff_editions (
    number      integer not null primary key,
    recorded_at bigint  not null,
    source      text    not null check (source in ('program', 'import')),
    sha256      text    not null,
    bundle      blob    not null
);
