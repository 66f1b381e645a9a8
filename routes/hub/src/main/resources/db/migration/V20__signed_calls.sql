-- Signed calls that were let through, so that none is let through twice: across restarts, and across hubs on one database.

-- "digest" is over what was signed (the canonical SignedInfo), not over the signature: an ECDSA signature has a twin that is as valid.
-- A row is kept for days after the call's own end, longer than a clock may be wrong; from then on the call is refused as too old.
create table signed_call (
    digest  bytea primary key check (length(digest) = 32),
    party   text not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null
);
create index signed_call_ended on signed_call (ends_at);

alter table signed_call enable row level security, force row level security;
create policy hub on signed_call to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert, delete on signed_call to ${worker};
