-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Drafts of the next edition: the tables they replace, and what was loaded into them by whom. Kept for ever; once
-- closed a draft does not change.
create table tariff_drafts (
    number      integer not null primary key,
    state       integer not null check (state in (1, 2, 3)),
    based_on    integer not null references tariff_editions (number),
    made_at     bigint  not null,
    version     integer not null,
    bundle      blob    not null,
    closed_at   bigint,
    closed_kind integer,
    closed_by   bigint,
    closed_name text,
    reason      text    not null default '',
    edition     integer references tariff_editions (number),
    check ((state = 1) = (closed_at is null)),
    check ((state = 2) = (edition is not null))
);

create unique index tariff_drafts_edition on tariff_drafts (edition) where edition is not null;

create table tariff_draft_loads (
    draft       integer not null references tariff_drafts (number),
    sequence    integer not null,
    loaded_at   bigint  not null,
    actor_kind  integer not null,
    actor_id    bigint  not null,
    actor_name  text    not null,
    kind        text    not null,
    file_name   text    not null,
    sha256      text    not null,
    bytes       bigint  not null,
    first_day   text    not null,
    ground      text    not null,
    changes     text    not null,
    primary key (draft, sequence)
);
