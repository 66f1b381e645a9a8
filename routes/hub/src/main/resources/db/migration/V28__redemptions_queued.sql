-- A gate-out that comes to stand queues the redemption of its release in its own transaction: nobody looks through all gate-outs for new ones.
create function queue_redemptions() returns trigger language plpgsql as $$
begin
    insert into ledger_redemption (consignment, sequence, terminal, container)
    select e.consignment, e.sequence, e.sender, e.event ->> 'container' from fresh e join consignment c on c.id = e.consignment
    where e.kind = 'ContainerGatedOut' and e.stands = 'APPLIED' and c.environment = 'LIVE'
    on conflict do nothing;
    return null;
end
$$;
create trigger event_is_redeemed after insert on consignment_event
    referencing new table as fresh for each statement execute function queue_redemptions();
create trigger reconsidered_event_is_redeemed after update on consignment_event
    referencing new table as fresh for each statement execute function queue_redemptions();

drop index consignment_event_gated_out;

-- Redemptions whose release changed before the ledger took them are found from the few acts that were refused for it.
create index ledger_act_outrun on ledger_act (id) where state = 'REFUSED' and code = 'FW-VERSION';
create index ledger_redemption_sent on ledger_redemption (act) where state = 'SENT';
create index ledger_right_active_release on ledger_right (changed_at) where kind = 'RELEASE' and record like '%"state":"active"%';

-- A bill is issued on the ledger before its manifest is lodged, or after: what the ledger told before waits again once there is a case.
create function take_up_ledger_news() returns trigger language plpgsql as $$
begin
    update ledger_news n set state = 'PENDING' from ledger_right r, fresh e join consignment c on c.id = e.consignment
    where e.kind = 'ManifestLodged' and e.stands = 'APPLIED' and r.number = c.bill and n.right_id = r.id and n.state = 'KEPT' and n.reason = 'NO_CASE';
    return null;
end
$$;
create trigger case_takes_up_news after insert on consignment_event
    referencing new table as fresh for each statement execute function take_up_ledger_news();
create index ledger_news_without_case on ledger_news (right_id) where state = 'KEPT' and reason = 'NO_CASE';
