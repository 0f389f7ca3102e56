-- The notification that has been due longest, with all that its mail says; its recipient has no older one waiting, so that
-- nobody reads of the end before the beginning. Other workers pass over what this one has locked.
select notification.id, notification.recipient, notification.attempts,
       event.kind, event.thing, event.input, event.level, event.occurred_at, event.uncertainty_ms, event.earliest,
       event.latest, event.received_at, event.missing, event.dips, event.outage_ms,
       coalesce(site.name, event.thing) as site, coalesce(site.zone, 'UTC') as zone,
       (select count(*) from notification other
        where other.event_id = notification.event_id and other.id <= notification.id) as number,
       (select count(*) from notification other where other.event_id = notification.event_id) as owners
from notification
join event on event.id = notification.event_id
left join site on site.thing = event.thing
where notification.status = 'pending' and notification.due_at <= now()
  and not exists (
    select from notification older
    where older.recipient = notification.recipient and older.id < notification.id and older.status = 'pending')
order by notification.due_at, notification.id
limit 1
for update of notification skip locked
