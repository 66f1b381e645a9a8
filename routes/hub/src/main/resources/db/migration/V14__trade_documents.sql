-- Licences, certificates of origin and packing lists, by the number under which declarations name them, and who names them. The document
-- itself stands with its fact.
create table trade_document (
    fact        uuid primary key references fact on delete cascade,
    kind        text not null,
    number      text not null,
    sender      text not null,
    environment text not null check (environment in ('LIVE', 'TEST'))
);
create index trade_document_by_number on trade_document (number, environment);

-- "recheck": the document has come or changed since the declaration was compared with it.
create table named_document (
    consignment uuid not null references consignment,
    declarant   text not null,
    lrn         text not null,
    type_code   text not null,
    number      text not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    recheck     boolean not null default false,
    primary key (consignment, declarant, lrn, type_code, number)
);
create index named_document_by_number on named_document (number, environment);
create index named_document_to_recheck on named_document (consignment) where recheck;

do $$
declare
    name text;
begin
    foreach name in array array['trade_document', 'named_document'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert, delete on %I to ${worker}', name);
    end loop;
end
$$;
grant update (recheck) on named_document to ${worker};

-- Whether the declarant was told of it.
alter table discrepancy add column told boolean not null default false;
grant update (told) on discrepancy to ${worker};

-- Code lists that documents are judged by, every version that was loaded; the one loaded last judges.
create table code_list (
    position  bigint generated always as identity unique,
    name      text not null,
    version   text not null,
    codes     bytea not null,
    size      integer not null,
    digest    text not null,
    loaded_at timestamptz not null,
    loaded_by text not null,
    primary key (name, version)
);
alter table code_list alter column codes set storage external;
alter table code_list enable row level security, force row level security;
create policy hub on code_list to ${worker} using ((select hub())) with check ((select hub()));
grant select, insert on code_list to ${worker};
grant update (loaded_at, loaded_by) on code_list to ${worker};
