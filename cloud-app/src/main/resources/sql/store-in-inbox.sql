insert into inbox (key, thing, payload)
values (:#${body.key}, :#${body.thing}, :#${body.payload})
on conflict (key) do nothing
