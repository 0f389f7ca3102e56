update inbox
set parked_at = now(), attempts = attempts + 1, error = :#${variable.cause}
where id = :#${variable.row[id]}
