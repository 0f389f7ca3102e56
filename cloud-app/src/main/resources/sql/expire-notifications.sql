update notification
set status = 'expired', error = concat_ws(' ', 'Not sent in time.', error)
where id in (
  select id from notification
  where status = 'pending' and created_at < now() - cast(:#${properties:mainswatch.notify.expire} as bigint) * interval '1 millisecond'
  for update skip locked)
