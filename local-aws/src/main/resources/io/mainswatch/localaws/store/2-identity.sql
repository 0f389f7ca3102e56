create table certificate (
  seq integer primary key autoincrement, -- order of registration
  id text not null unique, -- SHA-256 of the DER, in hex
  status text not null, -- ACTIVE, INACTIVE or REVOKED
  mode text not null, -- DEFAULT: signed by our own authority; SNI_ONLY: registered without its CA
  pem text not null,
  created_at integer not null, -- Unix milliseconds
  modified_at integer not null
);

create table policy (
  seq integer primary key autoincrement, -- order of creation
  name text not null unique,
  default_version integer not null,
  last_version integer not null, -- numbers are not used twice
  created_at integer not null,
  modified_at integer not null
);

create table policy_version (
  policy text not null references policy (name) on delete cascade,
  version integer not null,
  document text not null, -- JSON as it came
  created_at integer not null,
  primary key (policy, version)
) without rowid;

create table policy_target (
  certificate text not null references certificate (id),
  policy text not null references policy (name),
  primary key (certificate, policy)
) without rowid;

create index policy_target_by_policy on policy_target (policy);

create table thing_principal (
  certificate text not null references certificate (id),
  thing text not null references thing (name),
  primary key (certificate, thing)
) without rowid;

create index thing_principal_by_thing on thing_principal (thing);

alter table presence add column principal text not null default 'anonymous';
