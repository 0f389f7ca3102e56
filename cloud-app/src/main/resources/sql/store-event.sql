insert into event (thing, boot, seq, input, kind, level, account_id, occurred_at, uncertainty_ms, earliest, latest,
                   received_at, missing, dips, outage_ms)
values (:#${variable.event.thing}, :#${variable.event.boot}, :#${variable.event.seq}, :#${variable.event.input},
        :#${variable.event.kind.name}, :#${variable.event.level.word}, :#${variable.accountId},
        :#${variable.event.occurredAt}, :#${variable.event.uncertaintyMs}, :#${variable.event.earliest},
        :#${variable.event.latest}, :#${variable.row[received_at]}, :#${variable.event.missing},
        :#${variable.event.dips}, :#${variable.event.outageMs})
on conflict (thing, boot, seq) do nothing
returning id
