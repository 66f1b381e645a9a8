-- What newcomers in test were given to try their systems on, and what they made of it. No document of any case is in here.
create table conformance_run (
    id         uuid primary key,
    party      text not null references party,
    started_at timestamptz not null,
    left_out   text[] not null
);
create index conformance_run_of_party on conformance_run (party, id);

-- "refused" is what the newcomer's answer comes to; null until it answers. "cause" is why its sending was not receipted.
create table conformance_case (
    id          uuid primary key,
    run         uuid not null references conformance_run,
    party       text not null,
    number      integer not null,
    document    text not null,
    dialect     text not null,
    mutation    text not null,
    expected    text not null check (expected in ('ACCEPTED', 'REJECTED')),
    reference   text not null check (length(reference) <= 14),
    message     bytea not null,
    media_type  text not null,
    sent_at     timestamptz,
    cause       text not null default '',
    answer      text not null default '',
    refused     boolean,
    answered_at timestamptz,
    unique (run, number)
);
create index conformance_case_by_reference on conformance_case (party, reference);

do $$
declare
    name text;
begin
    foreach name in array array['conformance_run', 'conformance_case'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('create policy own on %I for select to ${app} using (party = (select party()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
        execute format('grant select on %I to ${app}', name);
    end loop;
end
$$;
grant update (sent_at, cause, answer, refused, answered_at) on conformance_case to ${worker};
