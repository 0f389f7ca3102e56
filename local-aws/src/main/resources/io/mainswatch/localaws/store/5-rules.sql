create table topic_rule (
  name text primary key,
  payload text not null, -- the TopicRulePayload as JSON
  disabled integer not null,
  created_at integer not null -- Unix milliseconds
) without rowid;
