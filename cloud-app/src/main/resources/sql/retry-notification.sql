-- 1 s, 2 s, 4 s ... up to 5 min, each half as much less or more, so that many rows do not come back together.
update notification
set attempts = attempts + 1,
    due_at = now() + least(power(2, least(attempts, 20)), 300) * (0.5 + random()) * interval '1 second',
    error = :#${variable.cause}
where id = :#${variable.row[id]}
