-- Documents that speak of no consignment are filed, with the port call they speak of when there is one: a ship's report, a list of
-- persons, a booking. Nothing is decided about them; they are kept, found by their sender, and passed on.
alter table fact drop constraint fact_state_check;
alter table fact drop constraint fact_check;
alter table fact add constraint fact_state_check
    check (state in ('UNRESOLVED', 'PENDING', 'APPLIED', 'KEPT', 'FILED', 'REFUSED', 'PARKED'));
alter table fact add constraint fact_check
    check (consignment is not null or state in ('UNRESOLVED', 'FILED', 'REFUSED', 'PARKED'));
alter table fact add column port_call uuid references port_call;
create index fact_of_port_call on fact (port_call, position) where port_call is not null;

-- Who filed a document with a call sees the call.
create policy filed on port_call for select to ${app} using (
    exists (select 1 from fact f where f.port_call = port_call.id and f.sender = (select party())));
