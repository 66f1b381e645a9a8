-- Most events queue nothing for the ledger: each trigger looks at the kind of the event before it runs at all.
drop trigger event_is_attested on consignment_event;
drop trigger reconsidered_event_is_attested on consignment_event;
drop trigger event_is_redeemed on consignment_event;
drop trigger reconsidered_event_is_redeemed on consignment_event;
drop trigger case_takes_up_news on consignment_event;

create or replace function queue_attestations() returns trigger language plpgsql as $$
begin
    insert into ledger_attestation (consignment, sequence) select new.consignment, new.sequence from consignment c
    where c.id = new.consignment and c.environment = 'LIVE'
    on conflict do nothing;
    return null;
end
$$;
create trigger event_is_attested after insert or update on consignment_event for each row
    when (new.stands = 'APPLIED'
          and new.kind in ('ContainerDischarged', 'ContainerGatedIn', 'ContainerGatedOut', 'CustomsDecided', 'ShipArrived'))
    execute function queue_attestations();

create or replace function queue_redemptions() returns trigger language plpgsql as $$
begin
    insert into ledger_redemption (consignment, sequence, terminal, container)
    select new.consignment, new.sequence, new.sender, new.event ->> 'container' from consignment c
    where c.id = new.consignment and c.environment = 'LIVE'
    on conflict do nothing;
    return null;
end
$$;
create trigger event_is_redeemed after insert or update on consignment_event for each row
    when (new.stands = 'APPLIED' and new.kind = 'ContainerGatedOut') execute function queue_redemptions();

create or replace function take_up_ledger_news() returns trigger language plpgsql as $$
begin
    update ledger_news n set state = 'PENDING' from ledger_right r, consignment c
    where c.id = new.consignment and r.number = c.bill and n.right_id = r.id
      and (n.state = 'PENDING' or n.state = 'KEPT' and n.reason = 'NO_CASE')
      and not exists (select 1 from consignment_event before where before.consignment = new.consignment and before.kind = 'ManifestLodged'
                      and before.stands = 'APPLIED' and before.sequence < new.sequence);
    return null;
end
$$;
create trigger case_takes_up_news after insert on consignment_event for each row
    when (new.stands = 'APPLIED' and new.kind = 'ManifestLodged') execute function take_up_ledger_news();
