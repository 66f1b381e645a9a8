-- What each gate agent was told about passes, in order and without gaps.
create table gate_pass (
    agent     text not null,
    sequence  bigint not null check (sequence > 0),
    pass      uuid not null,
    container text not null,
    kind      text not null check (kind in ('ISSUED', 'REVOKED')),
    imprint   text not null,
    signed    text not null,
    at        timestamptz not null,
    primary key (agent, sequence)
);
create index gate_pass_container on gate_pass (agent, container, sequence desc);
create trigger gate_pass_is_append_only before update or delete or truncate on gate_pass
    for each statement execute function refuse_journal_change();
alter table gate_pass enable row level security;
alter table gate_pass force row level security;
create policy hub on gate_pass to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert on gate_pass to ${worker};
