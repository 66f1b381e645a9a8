-- A bank to which a bill is pledged sees the case of that bill while the pledge stands: movements, holds, alarms and releases, no declarations.
-- Its holder gave it that by pledging; no grant is needed, and none remains when the pledge is released or the bill has ended.
create table pledge (
    subject     text not null,
    party       text not null,
    consignment uuid not null references consignment,
    since       timestamptz not null,
    ended_at    timestamptz,
    primary key (subject, party, since)
);
create index pledge_standing on pledge (party, consignment) where ended_at is null;
create index pledge_standing_of_consignment on pledge (consignment) where ended_at is null;

alter table pledge enable row level security, force row level security;
create policy hub on pledge to ${worker} using ((select hub())) with check ((select hub()));
create policy own on pledge for select to ${app} using (party = (select party()));
grant select, insert on pledge to ${worker};
grant update (ended_at) on pledge to ${worker};
grant select on pledge to ${app};

create policy pledged on consignment for select to ${app} using (
    exists (select 1 from pledge p where p.consignment = consignment.id and p.party = (select party()) and p.ended_at is null));
create policy pledged on container for select to ${app} using (
    exists (select 1 from pledge p where p.consignment = container.consignment and p.party = (select party()) and p.ended_at is null));
create policy pledged on port_call for select to ${app} using (
    exists (select 1 from consignment c join pledge p on p.consignment = c.id
            where c.port_call = port_call.id and p.party = (select party()) and p.ended_at is null));
create policy pledged on consignment_event for select to ${app} using (
    declarant is null
    and exists (select 1 from pledge p where p.consignment = consignment_event.consignment and p.party = (select party()) and p.ended_at is null));
