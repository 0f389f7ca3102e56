create table sqs_queue (
  name text primary key,
  data blob not null -- as ElasticMQ writes it
) without rowid;

create table sqs_message (
  place integer primary key, -- in the order in which they came
  queue text not null references sqs_queue (name) on delete cascade,
  id text not null,
  content text not null,
  attributes blob not null, -- as ElasticMQ writes them, like the receipts
  delivery_receipts blob not null,
  next_delivery integer not null, -- Unix milliseconds
  created integer not null, -- Unix milliseconds
  received integer, -- Unix milliseconds of the first time
  receive_count integer not null,
  group_id text,
  deduplication_id text,
  tracing_id text,
  sequence_number text,
  dead_letter_source text,
  unique (queue, id)
);
