alter table identity add column token text; -- of a domain; addresses have none

-- Names are kept in small letters from here on.
update or ignore identity set address = lower(address);

delete from identity where address <> lower(address);

create table configuration_set (
  name text primary key
) without rowid;

-- What became of each mail. Events outlive their mail until they are handed over.
create table mail_event (
  id integer primary key autoincrement,
  message_id text not null,
  type text not null, -- Send, Delivery, Bounce, Complaint, Reject, DeliveryDelay
  recipients text not null, -- one a line
  detail text not null, -- for the reader; empty where there is no more to say
  at integer not null, -- Unix milliseconds when it happens
  event text -- JSON as SES publishes it; null once it was handed over
);

create index mail_event_by_mail on mail_event (message_id);

create index mail_event_to_come on mail_event (at, id) where event is not null;

-- For the quota and the statistics, which clearing the inbox does not change.
create table sending (
  at integer not null, -- Unix milliseconds
  quota integer not null, -- recipients that count against the 24 hours
  attempts integer not null,
  bounces integer not null,
  complaints integer not null,
  rejects integer not null
);

create index sending_by_time on sending (at);

create table sending_switch (
  enabled integer not null -- one row, once it was ever set
);
