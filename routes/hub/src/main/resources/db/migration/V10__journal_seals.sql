-- The journal is sealed: committed rows are hash-chained in the order of their transactions, so that a row that was changed, removed,
-- inserted or swapped is found and named.

-- Rows of a transaction become visible together; transactions below the oldest running one are over. Ordered by transaction, then by
-- position, no row ever appears before one that was sealed already. A restore must be physical, so that transaction numbers go on.
alter table journal add column written_by xid8 not null default pg_current_xact_id();
create index journal_in_order on journal (written_by, position);

create table journal_link (
    place    bigint primary key check (place > 0),
    position bigint not null unique,
    hash     bytea not null check (length(hash) = 32)
);

create table journal_seal (
    number        bigint primary key check (number > 0),
    last_place    bigint not null unique,
    last_writer   xid8 not null,
    last_position bigint not null,
    sealed_at     timestamptz not null,
    hash          bytea not null check (length(hash) = 32)
);

do $$
declare
    name text;
begin
    foreach name in array array['journal_link', 'journal_seal'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_journal_change()',
                name || '_is_append_only', name);
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;
