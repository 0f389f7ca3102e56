update notification
set status = 'sent', sent_at = now(), attempts = attempts + 1, error = null, message_id = :#${header.CamelAwsSesMessageId}
where id = :#${variable.row[id]}
