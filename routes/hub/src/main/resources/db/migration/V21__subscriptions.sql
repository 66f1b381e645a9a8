-- What parties hear of as it happens. One writer at a time carries committed events into the feeds of those who see them, so that a place,
-- once seen, has nothing new before it, and the events of a consignment stand in their order.

create table feed (
    place       bigint generated always as identity primary key,
    party       text not null,
    consignment uuid not null,
    sequence    bigint not null,
    foreign key (consignment, sequence) references consignment_event,
    unique (party, consignment, sequence)
);
create index feed_of_party on feed (party, place);

-- "fed" says whether the row was carried over. Who is let into a case gets what happened before as well.
alter table consignment_event add column fed boolean not null default false;
alter table consignment_event add column position bigint generated always as identity;
create index consignment_event_unfed on consignment_event (position) where not fed;
alter table consignment_access add column fed boolean not null default false;
create index consignment_access_unfed on consignment_access (consignment) where not fed;

-- Where a party wants to be told. "place" is how far notices were made. The secret signs what is sent; only the hub reads it.
create table subscription (
    id            uuid primary key,
    party         text not null,
    url           text not null check (length(url) between 1 and 2000),
    kinds         text[] not null,
    place         bigint not null,
    secret        bytea not null,
    former_secret bytea,
    former_until  timestamptz,
    created_at    timestamptz not null,
    created_by    text not null,
    failures      integer not null default 0,
    rests_until   timestamptz not null
);
create index subscription_of_party on subscription (party, id);

-- One event for one subscription, with the bytes that are sent until they are taken. The oldest of a consignment goes first; one that was
-- parked holds back the later ones of its consignment.
create table notice (
    id            uuid primary key,
    subscription  uuid not null references subscription on delete cascade,
    party         text not null,
    place         bigint not null,
    consignment   uuid not null,
    event         text not null,
    body          bytea not null,
    created_at    timestamptz not null,
    state         text not null default 'PENDING' check (state in ('PENDING', 'LEASED', 'DELIVERED', 'PARKED')),
    attempts      integer not null default 0,
    first_attempt timestamptz,
    next_attempt  timestamptz not null,
    lease_until   timestamptz,
    last_failure  text not null default '',
    concluded_at  timestamptz,
    unique (subscription, place)
);
create index notice_undelivered on notice (subscription, consignment, place) where state in ('PENDING', 'LEASED', 'PARKED');
create index notice_waiting on notice (created_at) where state in ('PENDING', 'LEASED', 'PARKED');
create index notice_of_subscription on notice (subscription, id);

do $$
declare
    name text;
begin
    foreach name in array array['feed', 'subscription', 'notice'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('create policy own on %I for select to ${app} using (party = (select party()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;

grant update (fed) on consignment_event, consignment_access to ${worker};
grant select on feed, notice to ${app};
grant select (id, party, url, kinds, place, created_at, created_by, failures, rests_until, former_until) on subscription to ${app};
grant update (place, secret, former_secret, former_until, failures, rests_until) on subscription to ${worker};
grant delete on subscription, notice to ${worker};
grant update (state, attempts, first_attempt, next_attempt, lease_until, last_failure, concluded_at) on notice to ${worker};
