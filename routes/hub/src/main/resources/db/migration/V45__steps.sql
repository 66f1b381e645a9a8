-- What each piece of work on cases took from outside: its time, and identifiers in their order. With the bytes that came in, which are
-- kept anyway, everything that follows from them can be worked out again (replay).
create table step (
    position    bigint generated always as identity primary key,
    kind        text not null check (kind in ('READ', 'APPLY', 'RECHECK', 'RESOLVE', 'DECIDE')),
    subject     uuid not null,
    at          timestamptz not null,
    identifiers uuid[] not null
);
create index step_in_time on step (at);
create trigger step_is_append_only before update or delete or truncate on step
    for each statement execute function refuse_journal_change();
alter table step enable row level security;
alter table step force row level security;
create policy hub on step to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert on step to ${worker};
