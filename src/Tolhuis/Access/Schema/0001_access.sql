-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Instants are microseconds since 1970 UTC, dates ISO text (Europe/Amsterdam).

create table access_people (
    id            integer primary key,
    sign_in_name  text    not null unique,
    name          text    not null,
    password_hash text,
    roles         text    not null,
    is_demo       integer not null default 0,
    created_at    integer not null,
    disabled_at   integer,
    failures      integer not null default 0,
    locked_until  integer
) strict;

create table access_sessions (
    id         integer primary key,
    person_id  integer not null references access_people (id),
    started_at integer not null,
    ended_at   integer
) strict;

create index access_sessions_person on access_sessions (person_id);

-- Kept even when used or lapsed: it tells how the first administrator came in.
create table access_first_tokens (
    id         integer primary key,
    token_hash blob    not null unique,
    created_at integer not null,
    expires_at integer not null,
    used_at    integer
) strict;

-- One row if and only if the store is a demo: demo accounts exist nowhere else.
create table access_demo (
    id        integer primary key check (id = 1),
    marked_at integer not null
) strict;

create table access_submitters (
    id         integer primary key,
    name       text    not null,
    eori       text,
    is_house   integer not null default 0,
    created_at integer not null
) strict;

create unique index access_submitters_eori on access_submitters (eori) where eori is not null;
create unique index access_submitters_name on access_submitters (name) where eori is null;

-- Mandates are given to a token, so that revoking the token ends them. An empty declarant covers everyone.
create table access_tokens (
    id           integer primary key,
    submitter_id integer not null references access_submitters (id),
    token_hash   blob    not null unique,
    prefix       text    not null,
    label        text    not null,
    scopes       integer not null,
    created_at   integer not null,
    valid_until  text,
    last_used_at integer,
    revoked_at   integer
) strict;

create table access_mandates (
    token_id    integer not null references access_tokens (id),
    declarant   text,
    valid_from  text    not null,
    valid_until text
) strict;

create index access_mandates_token on access_mandates (token_id);

create table access_tasks (
    id          integer primary key,
    module      text    not null,
    kind        text    not null,
    role        text    not null,
    purpose     text    not null,
    object_kind text    not null,
    object_id   text    not null,
    subject     text    not null,
    opened_at   integer not null,
    due_at      integer,
    taken_by    integer references access_people (id),
    taken_at    integer,
    closed_at   integer
) strict;

create index access_tasks_open on access_tasks (role, due_at, id) where closed_at is null;
create index access_tasks_object on access_tasks (module, object_kind, object_id) where closed_at is null;

-- Public hash of the day's sample key, written before the first draw of the day.
create table access_commitments (
    day         text    primary key,
    commitment  text    not null,
    recorded_at integer not null
) strict;

-- Keys that the store has seen, so that a key made outside the server still leaves a record in the trail.
create table access_keys_seen (
    kind    text    not null,
    key_id  text    not null,
    seen_at integer not null,
    primary key (kind, key_id)
) strict;

-- Retention empties the content columns and the salt of a record; id, time, action and hash stay.
create table access_trail (
    id          integer primary key autoincrement,
    at          integer not null,
    actor_kind  integer not null,
    actor_id    integer not null,
    actor_name  text,
    action      text    not null,
    object_kind text,
    object_id   text,
    outcome     text,
    origin      text,
    task_id     integer,
    details     text,
    salt        blob,
    hash        blob    not null
) strict;

create table access_trail_seals (
    number    integer primary key,
    first_id  integer not null,
    last_id   integer not null,
    root      blob    not null,
    seal      blob    not null,
    sealed_at integer not null
) strict;

create trigger access_trail_keeps_rows before delete on access_trail
begin
    select raise(abort, 'access_trail is append-only');
end;

create trigger access_trail_keeps_hashes before update on access_trail
when new.id <> old.id or new.at <> old.at or new.action <> old.action or new.hash <> old.hash
    or new.salt is not null or new.actor_name is not null or new.details is not null
begin
    select raise(abort, 'access_trail is append-only');
end;

create trigger access_trail_seals_keep_rows before delete on access_trail_seals
begin
    select raise(abort, 'access_trail_seals is append-only');
end;

create trigger access_trail_seals_keep_values before update on access_trail_seals
begin
    select raise(abort, 'access_trail_seals is append-only');
end;
