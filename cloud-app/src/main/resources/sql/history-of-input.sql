-- What is known of the time before this event: the number of the thing's event before it, and the input's own.
select before.seq as last_seq,
       coalesce(before.occurred_at, before.earliest) as last_known,
       own.level, own.occurred_at
from (select) one
left join lateral (
    select seq, occurred_at, earliest from event
    where thing = :#${variable.change.thing} and seq < :#${variable.change.report.event.seq}
    order by seq desc limit 1) before on true
left join lateral (
    select level, occurred_at from event
    where thing = :#${variable.change.thing} and input = :#${variable.change.report.event.input}
      and seq < :#${variable.change.report.event.seq}
    order by seq desc limit 1) own on true
