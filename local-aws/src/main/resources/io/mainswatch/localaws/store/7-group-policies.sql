create table group_policy (
  thing_group text not null references thing_group (name) on delete cascade,
  policy text not null references policy (name),
  primary key (thing_group, policy)
) without rowid;

create index group_policy_by_policy on group_policy (policy);
