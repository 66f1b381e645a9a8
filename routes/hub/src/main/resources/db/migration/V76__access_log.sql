-- Who owns a case, as its carrier or as a declarant in it, reads who looked at it. Looks by a grant are its giver's alone, and that a bank looks
-- because a bill was pledged to it is nobody's but the holder's and the bank's.
alter table access_event add column by_pledge boolean not null default false;
create policy of_own_case on access_event for select to ${app} using (via is null and not by_pledge and owns_case(consignment));
