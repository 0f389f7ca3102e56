-- The oldest due row whose thing has no older row open. Other workers pass over what this one has locked.
select id, thing, payload, received_at, attempts
from inbox candidate
where done_at is null and parked_at is null and due_at <= now()
  and not exists (
    select from inbox older
    where older.thing = candidate.thing and older.id < candidate.id and older.done_at is null and older.parked_at is null)
order by id
limit 1
for update skip locked
