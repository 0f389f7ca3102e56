update notification
set status = 'parked', attempts = attempts + 1, error = :#${variable.cause}
where id = :#${variable.row[id]}
