-- The ledger in the hub: what is on its way there, what was read back, and who sees it. Row-level security as in V1: the application
-- role sees what its party may see, the worker role works as the hub only.

-- One signed intent on its way. Intent and signatures never change; the signed envelope is stored before it is submitted (P7). Rows of one
-- lane go in row order.
create table ledger_act (
    position    bigint generated always as identity primary key,
    id          uuid not null unique,
    party       text not null,
    actor       text not null,
    event       text not null,
    lane        text not null,
    action      text not null,
    intent      text not null check (length(intent) <= 16384),
    signatures  text[] not null,
    created_at  timestamptz not null,
    endorsement integer not null default 1,
    signed_id   text,
    signed      bytea,
    conflicts   integer not null default 0,
    state       text not null default 'PENDING' check (state in ('PENDING', 'RECORDED', 'REFUSED')),
    code        text not null default '',
    reason      text not null default '',
    transaction text,
    block       bigint,
    receipt     bytea,
    settled_at  timestamptz,
    unique (actor, event)
);
create index ledger_act_open on ledger_act (position) where state = 'PENDING';
create index ledger_act_of_party on ledger_act (party, id);

-- A bill or a release as the ledger last told it; follows from the blocks.
create table ledger_right (
    id         uuid primary key,
    subject    text not null unique,
    kind       text not null check (kind in ('BILL', 'RELEASE')),
    version    bigint not null,
    record     text not null,
    number     text,
    changed_at timestamptz not null
);

create table ledger_right_access (
    party    text not null,
    right_id uuid not null references ledger_right,
    primary key (party, right_id)
);
create index ledger_right_access_of_right on ledger_right_access (right_id);

-- What happened to it, in the ledger's order.
create table ledger_right_event (
    right_id    uuid not null references ledger_right,
    version     bigint not null,
    action      text not null,
    by_party    text not null,
    custody     text not null,
    transaction text not null,
    block       bigint not null,
    record      text not null,
    primary key (right_id, version)
);

-- What a commitment on the ledger stands for, where this hub knows it. Nobody but the hub reads it.
create table ledger_commitment (
    digest text primary key,
    kind   text not null check (kind in ('BILL', 'UNIT')),
    value  text not null
);

create table ledger_checkpoint (
    single        boolean primary key default true check (single),
    next_block    bigint not null,
    previous_hash text
);

-- What the ledger told that concerns a case, to be applied in order, each in a transaction of its own.
create table ledger_news (
    position   bigint generated always as identity primary key,
    right_id   uuid not null references ledger_right,
    action     text not null,
    by_party   text not null,
    record     text not null,
    told_at    timestamptz not null,
    state      text not null default 'PENDING' check (state in ('PENDING', 'APPLIED', 'KEPT', 'PARKED')),
    reason     text not null default '',
    attempts   integer not null default 0
);
create index ledger_news_pending on ledger_news (position) where state = 'PENDING';

-- A container that left by the gate, whose release is to be redeemed on the ledger: one row for each gate-out.
create table ledger_redemption (
    consignment uuid not null,
    sequence    bigint not null,
    terminal    text not null,
    container   text not null,
    state       text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'AWAITS_TERMINAL', 'NO_RELEASE')),
    act         uuid,
    primary key (consignment, sequence)
);
create index consignment_event_gated_out on consignment_event (consignment, sequence) where kind = 'ContainerGatedOut';
create index ledger_redemption_pending on ledger_redemption (consignment) where state = 'PENDING';

do $$
declare
    name text;
begin
    foreach name in array array['ledger_act', 'ledger_right', 'ledger_right_access', 'ledger_right_event', 'ledger_commitment',
            'ledger_checkpoint', 'ledger_news', 'ledger_redemption'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;

grant select on ledger_act, ledger_right, ledger_right_access, ledger_right_event to ${app};
create policy own on ledger_act for select to ${app} using (party = (select party()));
create policy own on ledger_right_access for select to ${app} using (party = (select party()));
create policy shown on ledger_right for select to ${app} using (
    exists (select 1 from ledger_right_access a where a.right_id = ledger_right.id and a.party = (select party())));
create policy shown on ledger_right_event for select to ${app} using (
    exists (select 1 from ledger_right_access a where a.right_id = ledger_right_event.right_id and a.party = (select party())));
create policy keep on ledger_act for insert to ${app} with check (party = (select party()) and state = 'PENDING' and signed is null);
grant insert on ledger_act to ${app};
grant update (endorsement, signed_id, signed, conflicts, state, code, reason, transaction, block, receipt, settled_at) on ledger_act to ${worker};
grant update (version, record, number, changed_at) on ledger_right to ${worker};
grant delete on ledger_right_access to ${worker};
grant update (next_block, previous_hash) on ledger_checkpoint to ${worker};
grant update (state, reason, attempts) on ledger_news to ${worker};
grant update (state, act) on ledger_redemption to ${worker};
