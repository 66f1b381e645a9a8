-- What hub and ledger say differently, found by reading the ledger anew beside what the hub follows.
alter table ledger_checkpoint add column reconciled_block bigint not null default 0, add column reconciled_at timestamptz;
grant update (reconciled_block, reconciled_at) on ledger_checkpoint to ${worker};

create table ledger_difference (
    kind       text not null check (kind in ('ONLY_IN_HUB', 'ONLY_ON_LEDGER', 'OTHER_TRANSACTION', 'TWICE')),
    actor      text not null,
    event      text not null,
    in_hub     text not null,
    on_ledger  text not null,
    found_at   timestamptz not null,
    cleared_at timestamptz,
    primary key (kind, actor, event)
);
create index ledger_difference_open on ledger_difference (found_at) where cleared_at is null;
create index ledger_act_by_block on ledger_act (block) where state = 'RECORDED';

alter table ledger_difference enable row level security, force row level security;
create policy hub on ledger_difference to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert on ledger_difference to ${worker};
grant update (cleared_at, found_at, in_hub, on_ledger) on ledger_difference to ${worker};

-- Financings stand beside bills and releases. A claim names its bank by a handle that only this hub can follow.
alter table ledger_right drop constraint ledger_right_kind_check;
alter table ledger_right add constraint ledger_right_kind_check check (kind in ('BILL', 'RELEASE', 'FINANCING', 'ATTESTATION'));
alter table ledger_commitment drop constraint ledger_commitment_kind_check;
alter table ledger_commitment add constraint ledger_commitment_kind_check check (kind in ('BILL', 'UNIT', 'FINANCING'));

create table financing_contact (
    contact text primary key,
    party   text not null
);

-- Two claims of one financing; "party" and "other_party" are known where the handle is ours. Either sees its own handle and the other's.
create table financing_clash (
    id            uuid primary key,
    transaction   text not null unique,
    contact       text not null,
    party         text,
    other_contact text not null,
    other_party   text,
    told_at       timestamptz not null
);
create index financing_clash_of_party on financing_clash (party, id);
create index financing_clash_of_other on financing_clash (other_party, id);

create table financing_message (
    position bigint generated always as identity primary key,
    clash    uuid not null references financing_clash,
    party    text not null,
    words    text not null check (length(words) between 1 and 2000),
    at       timestamptz not null
);
create index financing_message_of_clash on financing_message (clash, position);

do $$
declare
    name text;
begin
    foreach name in array array['financing_contact', 'financing_clash', 'financing_message'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;
create policy side on financing_clash for select to ${app} using ((select party()) in (party, other_party));
create policy side on financing_message for select to ${app} using (exists (select 1 from financing_clash c where c.id = clash));
create policy keep on financing_message for insert to ${app} with check (party = (select party())
    and exists (select 1 from financing_clash c where c.id = clash));
grant select on financing_clash, financing_message to ${app};
grant insert on financing_message to ${app};

-- Facts of cases, each to be attested by who said it. Queued in the transaction in which it comes to stand.
create table ledger_attestation (
    position    bigint generated always as identity,
    consignment uuid not null,
    sequence    bigint not null,
    state       text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'AWAITS_PARTY', 'PASSED')),
    act         uuid,
    subject     text not null default '',
    disclosable text not null default '',
    primary key (consignment, sequence),
    foreign key (consignment, sequence) references consignment_event
);
create index ledger_attestation_pending on ledger_attestation (position) where state = 'PENDING';
create index ledger_attestation_by_subject on ledger_attestation (subject) where subject <> '';
alter table ledger_attestation enable row level security, force row level security;
create policy hub on ledger_attestation to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert on ledger_attestation to ${worker};
grant update (state, act, subject, disclosable) on ledger_attestation to ${worker};

create function queue_attestations() returns trigger language plpgsql as $$
begin
    insert into ledger_attestation (consignment, sequence) select e.consignment, e.sequence from fresh e join consignment c on c.id = e.consignment
    where e.stands = 'APPLIED' and c.environment = 'LIVE'
          and e.kind in ('ContainerDischarged', 'ContainerGatedIn', 'ContainerGatedOut', 'CustomsDecided', 'ShipArrived')
    on conflict do nothing;
    return null;
end
$$;
create trigger event_is_attested after insert on consignment_event
    referencing new table as fresh for each statement execute function queue_attestations();
create trigger reconsidered_event_is_attested after update on consignment_event
    referencing new table as fresh for each statement execute function queue_attestations();
