-- SPDX-FileCopyrightText: Tolhuis contributors
-- SPDX-License-Identifier: EUPL-1.2

-- How a person likes the screen, so that it follows him from computer to computer.
create table access_preferences (
    person_id integer primary key references access_people (id),
    language text not null,
    theme text not null,
    shortcuts text not null,
    density text not null
) strict;

-- Views of lists that a person keeps for himself: the path of the list and what stands behind it in the address.
create table access_views (
    id integer primary key,
    person_id integer not null references access_people (id),
    list text not null,
    name text not null,
    query text not null,
    is_first integer not null default 0
) strict;

create index access_views_by_person on access_views (person_id, list);
