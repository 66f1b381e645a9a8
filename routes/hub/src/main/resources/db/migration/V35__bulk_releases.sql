-- Releases of bulk cargo by quantity. The ledger shows commitments only; what they stand for goes beside the signed intent and is kept with it.
alter table ledger_act add column quantity text check (length(quantity) <= 200);

-- The quantity that a version of a release brought: what was released by the first, what was fetched by a redemption.
create table ledger_right_quantity (
    right_id uuid not null references ledger_right,
    version  bigint not null,
    goods    text not null default '',
    amount   bigint not null check (amount > 0),
    unit     text not null,
    primary key (right_id, version)
);
alter table ledger_right_quantity enable row level security, force row level security;
create policy hub on ledger_right_quantity to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert on ledger_right_quantity to ${worker};
grant select on ledger_right_quantity to ${app};
create policy shown on ledger_right_quantity for select to ${app} using (
    exists (select 1 from ledger_right_access a where a.right_id = ledger_right_quantity.right_id and a.party = (select party())));

alter table ledger_commitment drop constraint ledger_commitment_kind_check;
alter table ledger_commitment add constraint ledger_commitment_kind_check check (kind in ('BILL', 'UNIT', 'FINANCING', 'GOODS'));
alter table ledger_difference drop constraint ledger_difference_kind_check;
alter table ledger_difference add constraint ledger_difference_kind_check
    check (kind in ('ONLY_IN_HUB', 'ONLY_ON_LEDGER', 'OTHER_TRANSACTION', 'TWICE', 'OTHER_QUANTITY'));
