create table ca_certificate (
  seq integer primary key autoincrement, -- order of registration
  id text not null unique, -- SHA-256 of the DER, in hex
  subject text not null, -- in its canonical form, by which its certificates name it
  status text not null, -- ACTIVE or INACTIVE
  mode text not null, -- DEFAULT: its owner has shown that he has its key; SNI_ONLY: he has not
  auto_registration integer not null, -- whether its certificates are registered when they first connect
  pem text not null,
  created_at integer not null, -- Unix milliseconds
  modified_at integer not null
);

create index ca_certificate_by_subject on ca_certificate (subject);

create table registration_code (
  only integer primary key check (only = 1), -- there is one at the most
  code text not null
);

-- With which it was registered, if with any. It stays when that is deleted.
alter table certificate add column ca text;

create index certificate_by_ca on certificate (ca, seq);
