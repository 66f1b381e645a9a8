-- Digests of what the hub keeps, brought to the ledger in Merkle batches: in order, without gaps, each row in exactly one batch.

-- Written in the transaction of what is digested. As with the journal (V10) the order is that of the transactions, so that no row ever
-- appears before one that is in a batch already.
create table anchor_digest (
    stream     text not null check (stream in ('documents', 'journal')),
    written_by xid8 not null default pg_current_xact_id(),
    position   bigint generated always as identity,
    digest     bytea not null check (length(digest) = 32),
    primary key (stream, written_by, position)
);
create index anchor_digest_by_digest on anchor_digest (digest);

-- One batch: all digests behind the batch before, up to and with the last. "number", "previous" and "first" are those of the ledger.
create table anchor_batch (
    stream        text not null,
    last_writer   xid8 not null,
    last_position bigint not null,
    size          integer not null check (size > 0),
    root          text not null,
    tree          bytea not null,
    subject       text not null,
    number        bigint not null,
    previous      text not null,
    first         bigint not null,
    act           uuid not null,
    made_at       timestamptz not null,
    primary key (stream, last_writer, last_position),
    unique (subject, number)
);
alter table anchor_batch alter column tree set storage external;

-- What the ledger told of batches, whoever appended them.
create table ledger_anchor (
    subject     text not null,
    number      bigint not null,
    root        text not null,
    previous    text not null,
    first       bigint not null,
    size        bigint not null,
    transaction text not null,
    block       bigint not null,
    primary key (subject, number)
);

create function anchor_transmissions() returns trigger language plpgsql as $$
begin
    insert into anchor_digest (stream, digest) select 'documents', decode(digest, 'hex') from fresh;
    return null;
end
$$;
create trigger transmission_is_anchored after insert on transmission
    referencing new table as fresh for each statement execute function anchor_transmissions();
create trigger attachment_is_anchored after insert on attachment
    referencing new table as fresh for each statement execute function anchor_transmissions();

create function anchor_answers() returns trigger language plpgsql as $$
begin
    insert into anchor_digest (stream, digest) select 'documents', sha256(bytes) from fresh;
    return null;
end
$$;
create trigger acknowledgment_is_anchored after insert on acknowledgment
    referencing new table as fresh for each statement execute function anchor_answers();

create function anchor_image() returns trigger language plpgsql as $$
begin
    insert into anchor_digest (stream, digest) values ('documents', decode(new.image_digest, 'hex'));
    return null;
end
$$;
create trigger outbound_is_anchored after update of image_digest on outbound
    for each row when (old.image_digest is null and new.image_digest is not null) execute function anchor_image();

create function anchor_seals() returns trigger language plpgsql as $$
begin
    insert into anchor_digest (stream, digest) select 'journal', hash from fresh;
    return null;
end
$$;
create trigger journal_seal_is_anchored after insert on journal_seal
    referencing new table as fresh for each statement execute function anchor_seals();

do $$
declare
    name text;
begin
    foreach name in array array['anchor_digest', 'anchor_batch', 'ledger_anchor'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;
-- Whoever keeps a document says its digest; nobody but the hub reads them.
create policy keep on anchor_digest for insert to ${app} with check (stream = 'documents');
grant insert on anchor_digest to ${app};
grant update (subject, number, previous, first, act) on anchor_batch to ${worker};
create index ledger_act_by_transaction on ledger_act (transaction) where transaction is not null;
create index ledger_right_by_number on ledger_right (number) where number is not null;
