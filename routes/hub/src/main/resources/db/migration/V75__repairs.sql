-- A repaired copy of what could not be read, or was refused: which transmission it repairs, what it is, and who made it. The copy itself is a
-- transmission of the same sender under the key "key:repairs:<original>:<digest>", so that it names what it repairs from the moment it is kept;
-- a key without a row here repairs nothing.
create table repair (
    original uuid not null references transmission,
    digest   text not null check (digest ~ '^[0-9a-f]{64}$'),
    sender   text not null,
    made_by  text not null,
    made_at  timestamptz not null,
    primary key (original, digest)
);
create index repair_by_digest on repair (sender, digest);

alter table repair enable row level security, force row level security;
create policy hub on repair to ${worker} using ((select hub())) with check ((select hub()));
create policy own on repair for select to ${app} using (sender = (select party()));
grant select, insert on repair to ${worker};
grant select on repair to ${app};
create trigger repair_is_append_only before update or delete or truncate on repair
    for each statement execute function refuse_journal_change();

-- The newest of what nobody could read.
create index transmission_unreadable on transmission (id) where state = 'UNREADABLE';
