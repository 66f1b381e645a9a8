-- The first manifest of a case and the news that waits for it meet on the news' row, which is locked while it is applied: whichever comes second
-- sees the other. Without that, news that found no case while the case was being committed waited for ever. Only the first manifest asks for the
-- row, so nobody holds a case that the news may be waiting for.
create or replace function take_up_ledger_news() returns trigger language plpgsql as $$
begin
    update ledger_news n set state = 'PENDING' from ledger_right r, fresh e join consignment c on c.id = e.consignment
    where e.kind = 'ManifestLodged' and e.stands = 'APPLIED' and r.number = c.bill and n.right_id = r.id
      and (n.state = 'PENDING' or n.state = 'KEPT' and n.reason = 'NO_CASE')
      and not exists (select 1 from consignment_event before where before.consignment = e.consignment and before.kind = 'ManifestLodged'
                      and before.stands = 'APPLIED' and before.sequence < e.sequence);
    return null;
end
$$;
create index ledger_news_pending_of_right on ledger_news (right_id) where state = 'PENDING';
