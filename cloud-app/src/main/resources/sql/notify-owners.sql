insert into notification (event_id, channel, recipient)
select :#${variable.eventId}, 'email', address
from owner_email
where account_id = :#${variable.accountId} and state = 'confirmed'
order by created_at, address
on conflict (event_id, channel, recipient) do nothing
