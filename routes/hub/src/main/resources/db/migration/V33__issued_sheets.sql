-- Documents for people as they were handed out; never changed. Digest and id tell whoever holds one that it is from here.
create table issued_sheet (
    id        uuid primary key,
    party     text not null,
    right_id  uuid not null references ledger_right,
    kind      text not null check (kind in ('BILL', 'RELEASE')),
    version   bigint not null,
    issued_at timestamptz not null,
    digest    text not null unique,
    pdf       bytea not null,
    unique (party, right_id, version)
);

alter table issued_sheet enable row level security, force row level security;
create policy hub on issued_sheet to ${worker} using ((select hub())) with check ((select hub()));
grant select on issued_sheet to ${worker};
grant select, insert on issued_sheet to ${app};
create policy own on issued_sheet for select to ${app} using (party = (select party()));
-- Who asks must see the right; the policies of the right stand in this question.
create policy keep on issued_sheet for insert to ${app} with check (party = (select party())
    and exists (select 1 from ledger_right r where r.id = issued_sheet.right_id));
