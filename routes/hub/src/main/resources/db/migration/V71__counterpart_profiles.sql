-- How the hub talks with counterparts, as two persons of the operator entered it while the hub ran. Of a party the latest row counts, over what
-- the party file says; earlier ones stay on record.
create table counterpart_profile (
    position     bigint generated always as identity primary key,
    party        text not null references party,
    profile      text not null,
    entered_at   timestamptz not null,
    asked_by     text not null,
    confirmed_by text not null check (confirmed_by <> asked_by)
);
create index counterpart_profile_of_party on counterpart_profile (party, position);

alter table counterpart_profile enable row level security, force row level security;
create policy hub on counterpart_profile to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert on counterpart_profile to ${worker};
