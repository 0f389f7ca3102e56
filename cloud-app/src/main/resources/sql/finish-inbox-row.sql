update inbox set done_at = now(), error = null where id = :#${variable.row[id]}
