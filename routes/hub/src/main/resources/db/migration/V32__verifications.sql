-- What banks asked of trades, and what they were answered. Never changed; of what was presented the digest stays.
create table verification (
    id          uuid primary key,
    party       text not null,
    consignment uuid not null references consignment,
    via         uuid references access_grant,
    asked_at    timestamptz not null,
    answer      jsonb not null
);
create index verification_of_party on verification (party, id);

alter table verification enable row level security, force row level security;
create policy hub on verification to ${worker} using ((select hub())) with check ((select hub()));
grant select on verification to ${worker};
grant select, insert on verification to ${app};
create policy own on verification for select to ${app} using (party = (select party()));
-- Who asks must see the case; the policies of the case stand in this question.
create policy keep on verification for insert to ${app} with check (party = (select party())
    and exists (select 1 from consignment c where c.id = verification.consignment));
