-- In what a declaration does not agree with what others say of the same goods. Derived from the case; a row is settled, not removed,
-- once they agree. "eyes" says who sees it: whoever sees the declaration, or the carrier, whose row leaves out what is declared.
create table discrepancy (
    position    bigint generated always as identity unique,
    consignment uuid not null references consignment,
    key         text not null,
    eyes        text not null check (eyes in ('DECLARATION', 'CARRIER')),
    against     text not null,
    declarant   text not null,
    body        jsonb not null,
    found_at    timestamptz not null,
    settled_at  timestamptz,
    primary key (consignment, eyes, key)
);

-- Cases with a declaration that names a voyage, while no manifest lists their bill.
create table awaited_manifest (
    consignment uuid primary key references consignment,
    ship        text not null,
    voyage      text not null,
    environment text not null
);
create index awaited_manifest_of_voyage on awaited_manifest (ship, voyage, environment);

do $$
declare
    name text;
begin
    foreach name in array array['discrepancy', 'awaited_manifest'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;
grant update (body, found_at, settled_at) on discrepancy to ${worker};
grant update (ship, voyage), delete on awaited_manifest to ${worker};
grant select on discrepancy to ${app};

create policy shown on discrepancy for select to ${app} using (
    exists (select 1 from consignment_access a where a.consignment = discrepancy.consignment and a.party = (select party())
            and (eyes = 'DECLARATION' and (declarant = (select party()) or a.sight = 'DECLARATIONS')
                 or eyes = 'CARRIER' and exists (select 1 from consignment c where c.id = discrepancy.consignment
                                                 and c.carrier = (select party())))));
create policy granted on discrepancy for select to ${app} using (eyes = 'DECLARATION'
    and exists (select 1 from access_grant g where g.consignment = discrepancy.consignment and g.party = (select party()) and g.declarations
                and g.owner = discrepancy.declarant and g.withdrawn_at is null and g.valid_until > now()));
