-- The gate: what devices said, what was decided on it, and who booked which truck for which container.

create table gate_reading (
    lane        text not null,
    device      text not null,
    sequence    bigint not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    bytes       bytea not null check (length(bytes) <= 65536),
    passage     text,
    primary key (lane, device, sequence)
);
create index gate_reading_recent on gate_reading (lane, received_at);
create index gate_reading_waiting on gate_reading (lane) where passage is null;

-- A decision is never changed: a later one of the same passage has the next revision.
create table gate_decision (
    passage     text not null,
    revision    integer not null check (revision > 0),
    lane        text not null,
    terminal    text not null,
    readers     text[] not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    cause       text not null check (cause in ('DECIDED', 'TIGHTENED', 'SET_ASIDE', 'DELIVERED_LATE')),
    permission  text not null check (permission in ('OPEN', 'DIVERT', 'HOLD', 'REFUSE')),
    containers  text[] not null,
    plate       text not null,
    started_at  timestamptz not null,
    decided_at  timestamptz not null,
    record      bytea not null,
    digest      bytea not null check (length(digest) = 32),
    seal        bytea not null,
    primary key (passage, revision)
);
create index gate_decision_lane on gate_decision (lane, decided_at);

create table gate_passage (
    passage     text primary key,
    lane        text not null,
    started_at  timestamptz not null,
    ends_at     timestamptz not null,
    left_at     timestamptz,
    reported_at timestamptz
);
create index gate_passage_recent on gate_passage (lane, ends_at);
create index gate_passage_unreported on gate_passage (ends_at) where reported_at is null;

create table gate_alarm (
    passage text not null,
    kind    text not null,
    lane    text not null,
    at      timestamptz not null,
    primary key (passage, kind)
);

create table appointment (
    id          uuid primary key,
    haulier     text not null,
    terminal    text not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    container   text not null,
    purpose     text not null check (purpose in ('PICK_UP', 'DELIVERY')),
    plate       text not null,
    driver      text not null,
    tare        integer not null check (tare between 1000 and 60000),
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at),
    booked_at   timestamptz not null,
    withdrawn_at timestamptz
);
create index appointment_container on appointment (container, environment) where withdrawn_at is null;
create index appointment_plate on appointment (plate, environment) where withdrawn_at is null;

do $$
declare
    name text;
begin
    foreach name in array array['gate_reading', 'gate_decision', 'gate_passage', 'gate_alarm', 'appointment'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;
create policy read_by on gate_decision for select to ${app} using ((select party()) = any (readers));
create policy own on appointment for select to ${app} using ((select party()) in (haulier, terminal));
grant select on gate_decision, appointment to ${app};
grant update (passage) on gate_reading to ${worker};
grant update (left_at, ends_at, reported_at) on gate_passage to ${worker};
grant update (withdrawn_at) on appointment to ${worker};
create trigger gate_decision_is_append_only before update or delete or truncate on gate_decision
    for each statement execute function refuse_journal_change();
