-- Accounts and their owners. Which thing belongs to which account is not here: the registry's attribute account-id says it.

create table account (
    id         uuid        primary key default gen_random_uuid(),
    name       text        not null unique check (length(name) between 1 and 200),
    created_at timestamptz not null default now()
);
comment on table account is 'Who is told about the things whose registry attribute account-id is this id.';

create table owner_email (
    account_id uuid        not null references account (id) on delete cascade,
    address    text        not null check (address ~ '^[!-~]+@[!-~]+$'),
    state      text        not null default 'pending' check (state in ('pending', 'confirmed', 'suppressed')),
    created_at timestamptz not null default now()
);
comment on table owner_email is 'The addresses of an account.';
comment on column owner_email.state is 'Only confirmed addresses are mailed; suppressed ones bounced or complained.';
create unique index owner_email_once on owner_email (account_id, lower(address));

create table site (
    thing      text        primary key check (thing ~ '^[a-zA-Z0-9:_-]{1,128}$'),
    name       text        not null check (length(name) between 1 and 200),
    zone       text        not null,
    updated_at timestamptz not null default now()
);
comment on table site is 'How a thing is called in mails, and the zone in which its times are printed.';
comment on column site.zone is 'An IANA zone such as Europe/Berlin.';

create table shadow_state (
    thing       text        primary key,
    version     bigint      not null,
    document_at timestamptz not null,
    reported    jsonb,
    metadata    jsonb,
    received_at timestamptz not null
);
comment on table shadow_state is 'The newest shadow document of each thing.';
comment on column shadow_state.version is 'The version of the shadow. It starts anew when a shadow was deleted; document_at does not.';
comment on column shadow_state.document_at is 'When AWS took the update, to the second.';

-- What came in. A row is open until it is done or parked.

create table inbox (
    id          bigint      primary key generated always as identity,
    key         text        not null unique,
    thing       text        not null,
    payload     bytea       not null,
    received_at timestamptz not null default now(),
    attempts    integer     not null default 0,
    due_at      timestamptz not null default now(),
    done_at     timestamptz,
    parked_at   timestamptz,
    error       text,
    check (done_at is null or parked_at is null)
);
comment on table inbox is 'Every message of the broker, stored before it is acknowledged. The rows of a thing are worked in the order of id.';
comment on column inbox.key is 'thing/shadow/version/timestamp (the classic shadow has no name), or thing//sha-256/... of what cannot be read: redelivery finds its row.';
comment on column inbox.payload is 'As received, even if it is not JSON or not UTF-8.';
comment on column inbox.due_at is 'Not before this time; later after each failed attempt.';
comment on column inbox.parked_at is 'When it was put aside because no attempt can succeed; error says why. It holds up nothing.';
comment on column inbox.error is 'Why the last attempt failed.';
create index inbox_open on inbox (thing, id) where done_at is null and parked_at is null;
create index inbox_order on inbox (id) where done_at is null and parked_at is null;
create index inbox_parked on inbox (parked_at) where parked_at is not null;
create index inbox_retention on inbox (done_at) where done_at is not null;

-- What it meant.

create table event (
    id             bigint      primary key generated always as identity,
    thing          text        not null,
    boot           text        not null,
    seq            bigint      not null check (seq > 0),
    input          text        not null,
    kind           text        not null,
    level          text        not null check (level in ('on', 'off')),
    account_id     uuid        not null references account (id),
    occurred_at    timestamptz,
    uncertainty_ms bigint,
    earliest       timestamptz,
    latest         timestamptz,
    received_at    timestamptz not null,
    missing        bigint      not null default 0 check (missing >= 0),
    dips           integer     not null default 0 check (dips >= 0),
    outage_ms      bigint      check (outage_ms >= 0),
    created_at     timestamptz not null default now(),
    unique (thing, boot, seq),
    check ((occurred_at is null) = (uncertainty_ms is null)),
    check ((occurred_at is null) = (latest is not null))
);
comment on table event is 'One row for each event of a device, whatever is delivered twice.';
comment on column event.boot is 'The first 8 hex digits of the boot id of the device.';
comment on column event.seq is 'The number of the event on its device, across all inputs: 1, 2, 3 ...';
comment on column event.kind is 'FIRST_REPORT, POWER_LOST, POWER_RESTORED or INPUT_CHANGED.';
comment on column event.occurred_at is 'When it happened; null when no clock could be trusted.';
comment on column event.uncertainty_ms is 'It happened at occurred_at, give or take this.';
comment on column event.earliest is 'If occurred_at is null: not before this; null if nothing is known.';
comment on column event.latest is 'If occurred_at is null: not after this.';
comment on column event.received_at is 'When the document reached the inbox.';
comment on column event.missing is 'How many events of the device just before this one never arrived.';
comment on column event.dips is 'Changes shorter than the hold time since the event before.';
comment on column event.outage_ms is 'POWER_RESTORED: how long the power was off, if both ends are known.';
create index event_of_input on event (thing, input, seq);
create index event_retention on event (received_at);

create table notification (
    id         bigint      primary key generated always as identity,
    event_id   bigint      not null references event (id) on delete cascade,
    channel    text        not null,
    recipient  text        not null,
    status     text        not null default 'pending' check (status in ('pending', 'sent', 'parked', 'expired')),
    created_at timestamptz not null default now(),
    attempts   integer     not null default 0,
    due_at     timestamptz not null default now(),
    sent_at    timestamptz,
    message_id text,
    error      text,
    unique (event_id, channel, recipient)
);
comment on table notification is 'The outbox: one row for each owner and event. The rows of a recipient are mailed in the order of id.';
comment on column notification.status is 'parked: no attempt can succeed; expired: not sent in time; error says why.';
comment on column notification.message_id is 'The id that SES gave.';
create index notification_due on notification (due_at, id) where status = 'pending';
create index notification_waiting on notification (recipient, id) where status = 'pending';
create index notification_put_aside on notification (status) where status in ('parked', 'expired');
