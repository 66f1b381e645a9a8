-- What carriers announced to come in by the gate (COPARN), and what packed containers weigh (VERMAS), by container.
create table gate_booking (
    fact        uuid not null references fact on delete cascade,
    ordinal     integer not null,
    container   text not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    booking     text not null,
    carrier     text not null,
    open        boolean not null,
    cut_off     timestamptz not null,
    size_type   text not null,
    seals       text[] not null,
    received_at timestamptz not null,
    primary key (fact, ordinal)
);
create index gate_booking_container on gate_booking (container, environment, received_at desc);
create table gate_mass (
    fact        uuid not null references fact on delete cascade,
    ordinal     integer not null,
    container   text not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    kilograms   integer not null check (kilograms > 0),
    seals       text[] not null,
    received_at timestamptz not null,
    primary key (fact, ordinal)
);
create index gate_mass_container on gate_mass (container, environment, received_at desc);

do $$
declare
    name text;
begin
    foreach name in array array['gate_booking', 'gate_mass'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert, delete on %I to ${worker}', name);
    end loop;
end
$$;
