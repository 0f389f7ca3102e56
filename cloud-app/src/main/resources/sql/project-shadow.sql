-- A late older document never overwrites a newer one.
insert into shadow_state (thing, version, document_at, reported, metadata, received_at)
values (:#${variable.change.thing}, :#${variable.change.version}, :#${variable.change.documentAt},
        cast(:#${variable.change.reported} as jsonb), cast(:#${variable.change.metadata} as jsonb),
        :#${variable.row[received_at]})
on conflict (thing) do update
set version = excluded.version, document_at = excluded.document_at, reported = excluded.reported,
    metadata = excluded.metadata, received_at = excluded.received_at
where (shadow_state.document_at, shadow_state.version) < (excluded.document_at, excluded.version)
