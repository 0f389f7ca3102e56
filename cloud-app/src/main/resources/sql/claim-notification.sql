-- The notification that has been due longest, with all that its mail says. Other workers pass over it.
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
order by notification.due_at, notification.id
limit 1
for update of notification skip locked
