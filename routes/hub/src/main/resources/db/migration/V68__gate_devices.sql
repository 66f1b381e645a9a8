-- How the devices of the gate stand. Those that never gave a heartbeat and were never in trouble have no row.
create table gate_device (
    lane           text not null,
    device         text not null,
    beat_at        timestamptz,
    beat_every     integer not null,
    drift          bigint not null,
    nonsense       integer not null,
    nonsense_since timestamptz not null,
    nonsense_last  timestamptz not null,
    told           text not null check (told in ('SOUND', 'UNWATCHED', 'SILENT', 'CLOCK_DRIFTS', 'NONSENSE')),
    told_at        timestamptz not null,
    primary key (lane, device)
);
create table gate_device_alarm (
    lane   text not null,
    device text not null,
    kind   text not null,
    at     timestamptz not null,
    primary key (lane, device, at)
);

do $$
declare
    name text;
begin
    foreach name in array array['gate_device', 'gate_device_alarm'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;
grant update (beat_at, beat_every, drift, nonsense, nonsense_since, nonsense_last, told, told_at) on gate_device to ${worker};
create trigger gate_device_alarm_is_append_only before update or delete or truncate on gate_device_alarm
    for each statement execute function refuse_journal_change();
