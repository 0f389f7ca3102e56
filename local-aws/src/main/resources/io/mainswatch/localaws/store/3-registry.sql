alter table thing_type add column deprecated_at integer; -- Unix milliseconds; null: not deprecated

create table thing_group (
  name text primary key,
  id text not null,
  parent text references thing_group (name),
  description text,
  attributes text not null, -- JSON, an object of strings
  version integer not null,
  created_at integer not null -- Unix milliseconds
) without rowid;

create index thing_group_by_parent on thing_group (parent);

create table thing_group_member (
  thing text not null references thing (name) on delete cascade,
  thing_group text not null references thing_group (name) on delete cascade,
  primary key (thing, thing_group)
) without rowid;

create index thing_group_member_by_group on thing_group_member (thing_group, thing);

create table event_configuration (
  event_type text primary key, -- as AWS names it: THING
  enabled integer not null,
  created_at integer not null, -- Unix milliseconds
  changed_at integer not null -- Unix milliseconds
) without rowid;

alter table presence add column reason text; -- of the last disconnect; null: none since the column is there
