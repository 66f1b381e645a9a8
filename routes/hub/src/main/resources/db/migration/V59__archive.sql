-- Search by any business number, in cases that are closed and in what is left of erased ones too. What stands in columns with an index is found
-- there; this is for numbers within what a declaration or a container came to, and for those of erased cases.
create table archive_number (
    number      text not null check (number <> ''),
    kind        text not null check (kind in ('SEAL', 'CUSTOMS_RECEIPT', 'DOCUMENT', 'CONTAINER', 'LRN', 'ENTRY_NUMBER')),
    consignment uuid not null references consignment,
    declarant   text not null default '',
    primary key (number, kind, consignment, declarant)
);
alter table archive_number enable row level security, force row level security;
create policy hub on archive_number to ${worker} using ((select hub())) with check ((select hub()));
create policy erasing on archive_number to current_user using ((select hub())) with check ((select hub()));
grant select, insert on archive_number to ${worker};
grant select on archive_number to ${app};

-- As the row it was taken from: a container's by whoever sees the case, a declaration's by whoever sees the declaration.
create policy shown on archive_number for select to ${app} using (declarant = '' and exists (
    select 1 from consignment_access a where a.consignment = archive_number.consignment and a.party = (select party())));
create policy granted on archive_number for select to ${app} using (exists (
    select 1 from access_grant g where g.consignment = archive_number.consignment and g.party = (select party())
        and (declarant = '' or g.declarations and g.owner = declarant) and g.withdrawn_at is null and g.valid_until > now()));
create policy own_declaration on archive_number for select to ${app} using (declarant <> '' and (declarant = (select party())
    or exists (select 1 from consignment_access a where a.consignment = archive_number.consignment and a.party = (select party())
               and a.sight = 'DECLARATIONS')));

create function seals_of(state jsonb) returns setof text
    language sql immutable as $$ select jsonb_array_elements_text(case when jsonb_typeof(state #> '{container,seals}') = 'array'
        then state #> '{container,seals}' else '[]' end) $$;

create function documents_of(state jsonb) returns setof text
    language sql immutable as $$ select document #>> '{}' from jsonb_path_query(state, 'strict $.declaration.**?(exists(@.typeCode) && exists(@.number)).number',
        silent => true) document $$;

create function archive_container() returns trigger language plpgsql as $$
begin
    insert into archive_number (number, kind, consignment) select distinct s, 'SEAL', new.consignment from seals_of(new.state) s where s <> ''
    on conflict do nothing;
    return null;
end
$$;
create trigger container_is_archived after insert on container for each row execute function archive_container();
create trigger changed_container_is_archived after update of state on container for each row
    when (old.state #> '{container,seals}' is distinct from new.state #> '{container,seals}') execute function archive_container();

create function archive_declaration() returns trigger language plpgsql as $$
begin
    insert into archive_number (number, kind, consignment, declarant)
    select distinct n, 'DOCUMENT', new.consignment, new.declarant from documents_of(new.state) n where n <> ''
    union all
    select r, 'CUSTOMS_RECEIPT', new.consignment, new.declarant from (select new.state #>> '{declaration,releaseNumber}' as r) receipt where r <> ''
    on conflict do nothing;
    return null;
end
$$;
create trigger declaration_is_archived after insert or update of state on declaration for each row execute function archive_declaration();

-- Numbers of a case stay when it is erased, so that it is found and said to be gone.
create function archive_erased() returns trigger language plpgsql as $$
begin
    insert into archive_number (number, kind, consignment) values (old.number, 'CONTAINER', old.consignment) on conflict do nothing;
    return null;
end
$$;
create trigger erased_container_is_archived after delete on container for each row execute function archive_erased();

create function archive_erased_declaration() returns trigger language plpgsql as $$
begin
    insert into archive_number (number, kind, consignment, declarant) values (old.lrn, 'LRN', old.consignment, old.declarant) on conflict do nothing;
    insert into archive_number (number, kind, consignment, declarant)
    select old.entry_number, 'ENTRY_NUMBER', old.consignment, old.declarant where old.entry_number <> '' on conflict do nothing;
    return null;
end
$$;
create trigger erased_declaration_is_archived after delete on declaration for each row execute function archive_erased_declaration();

-- What is there already. The owner is under row-level security, but for this.
alter table container no force row level security;
alter table declaration no force row level security;
alter table archive_number no force row level security;
insert into archive_number (number, kind, consignment)
select distinct s, 'SEAL', c.consignment from container c, seals_of(c.state) s where s <> '' on conflict do nothing;
insert into archive_number (number, kind, consignment, declarant)
select distinct n, 'DOCUMENT', d.consignment, d.declarant from declaration d, documents_of(d.state) n where n <> '' on conflict do nothing;
insert into archive_number (number, kind, consignment, declarant)
select distinct d.state #>> '{declaration,releaseNumber}', 'CUSTOMS_RECEIPT', d.consignment, d.declarant from declaration d
where d.state #>> '{declaration,releaseNumber}' <> '' on conflict do nothing;
alter table container force row level security;
alter table declaration force row level security;
alter table archive_number force row level security;

-- Who sent a licence finds it by its number.
grant select on trade_document to ${app};
create policy own on trade_document for select to ${app} using (sender = (select party()));

-- Steps (V45) are forgotten when no period asks for their replay any more: the oldest first, none younger than a year.
drop trigger step_is_append_only on step;
create trigger step_is_append_only before update or truncate on step for each statement execute function refuse_journal_change();
create policy erasing on step to current_user using ((select hub())) with check ((select hub()));
create function forget_steps(before timestamptz, most integer) returns bigint
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    forgotten bigint;
begin
    if before > clock_timestamp() - interval '365 days' then
        raise exception 'steps are kept for a year' using errcode = 'insufficient_privilege';
    end if;
    with oldest as (select position from step where at < before order by at limit most),
         gone as (delete from step s using oldest o where s.position = o.position returning s.position)
    select count(*) into forgotten from gone;
    return forgotten;
end
$$;
revoke execute on function forget_steps(timestamptz, integer) from public;
grant execute on function forget_steps(timestamptz, integer) to ${worker};
