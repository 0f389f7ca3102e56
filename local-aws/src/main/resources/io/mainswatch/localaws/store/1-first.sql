create table shadow (
  thing text not null,
  name text not null, -- empty: the classic shadow
  live integer not null, -- 0: a tombstone
  state blob not null, -- JSON, see ShadowStateCodec
  primary key (thing, name)
) without rowid;

create table thing_type (
  name text primary key,
  id text not null,
  properties text not null, -- JSON as it came
  created_at integer not null -- Unix milliseconds
) without rowid;

create table thing (
  name text primary key,
  id text not null,
  type text references thing_type (name),
  billing_group text,
  version integer not null
) without rowid;

create table thing_attribute (
  thing text not null references thing (name) on delete cascade,
  name text not null,
  value text not null,
  primary key (thing, name)
) without rowid;

create index thing_by_attribute on thing_attribute (name, value);

create table presence (
  client_id text primary key,
  session text not null,
  version integer not null,
  connected integer not null,
  at integer not null -- Unix milliseconds of the last connect or disconnect
) without rowid;

create table mail (
  id integer primary key autoincrement,
  message_id text not null unique,
  sender text not null,
  recipients text not null, -- the envelope's addresses, one a line
  subject text not null,
  received_at integer not null, -- Unix milliseconds
  raw blob not null -- RFC 5322
);

create index mail_by_time on mail (received_at);

create table identity (
  address text primary key
) without rowid;
