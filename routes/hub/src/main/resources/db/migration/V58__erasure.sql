-- What is erased, by retention or on request, and what a legal hold keeps. An erased thing leaves its row with digest, times and numbers; what
-- it said goes. The working roles can do this only through the functions below, one for each kind of thing, and only for a thing of which the
-- running transaction wrote down that it is erased (ADR 0017). The journal has no part in it: it never held what is erased.

create table erasure (
    id        uuid primary key,
    kind      text not null check (kind in ('INTERCHANGE', 'TRANSMISSION', 'CONSIGNMENT', 'ATTACHMENT', 'APPOINTMENT')),
    subject   uuid not null,
    party     text not null,
    sort      text not null,
    cause     text not null check (cause in ('REQUEST', 'RETENTION')),
    erased_by text not null,
    reason    text not null check (length(reason) <= 500),
    erased_at timestamptz not null,
    unique (kind, subject)
);

create table legal_hold (
    id        uuid primary key,
    kind      text not null check (kind in ('INTERCHANGE', 'TRANSMISSION', 'CONSIGNMENT', 'ATTACHMENT', 'APPOINTMENT')),
    subject   uuid not null,
    reason    text not null check (length(reason) between 1 and 500),
    placed_at timestamptz not null,
    placed_by text not null,
    lifted_at timestamptz,
    lifted_by text
);
create index legal_hold_standing on legal_hold (kind, subject) where lifted_at is null;

-- How far the sweeper has looked through what no index finds.
create table retention_place (
    single boolean primary key default true check (single),
    place  uuid not null
);

do $$
declare
    name text;
begin
    foreach name in array array['erasure', 'legal_hold', 'retention_place'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;
grant update (lifted_at, lifted_by) on legal_hold to ${worker};
grant update (place) on retention_place to ${worker};
grant select (id, kind, subject, party, sort, cause, erased_at) on erasure to ${app};
create trigger erasure_is_append_only before update or delete or truncate on erasure
    for each statement execute function refuse_journal_change();

alter table transmission add column erased_at timestamptz;
alter table interchange add column erased_at timestamptz;
alter table fact add column erased_at timestamptz;
alter table outbound add column erased_at timestamptz;
alter table attachment add column erased_at timestamptz;
alter table appointment add column erased_at timestamptz;
alter table consignment add column erased_at timestamptz;

-- Whose it was, who was told it, and who sees the case, learn that it is gone.
create policy own_or_seen on erasure for select to ${app} using (party = (select party())
    or kind = 'INTERCHANGE' and exists (select 1 from outbound o where o.answers = erasure.subject and o.recipient = (select party()))
    or kind = 'CONSIGNMENT' and exists (select 1 from consignment c where c.id = erasure.subject)
    or kind = 'ATTACHMENT' and exists (select 1 from attachment a where a.id = erasure.subject));

-- Only what can be due has a place in an index; what is read all day has none.
create index fact_filed_since on fact (kind, received_at) where consignment is null and erased_at is null;
create index transmission_unreadable_since on transmission (received_at) where state = 'UNREADABLE' and erased_at is null;
create index attachment_since on attachment (received_at) where erased_at is null;
create index appointment_since on appointment (ends_at) where erased_at is null;
create index consignment_whole on consignment (id) where erased_at is null;

-- The functions below run as the owner of the tables, who is under row-level security too, and may touch this and no more.
do $$
declare
    name text;
begin
    foreach name in array array['erasure', 'legal_hold', 'transmission', 'interchange', 'finding', 'acknowledgment', 'fact', 'fact_lineage',
            'trade_document', 'outbound', 'attachment', 'appointment', 'consignment', 'consignment_event', 'feed', 'notice', 'ledger_attestation',
            'declaration', 'container', 'discrepancy', 'named_document', 'awaited_manifest', 'ledger_right', 'ledger_right_quantity',
            'ledger_act'] loop
        execute format('create policy erasing on %I to current_user using ((select hub())) with check ((select hub()))', name);
    end loop;
end
$$;

-- Refuses what nobody wrote down in this transaction, and what a legal hold keeps; gives when it is erased.
create function require_erasure(asked_kind text, asked uuid) returns timestamptz
    language plpgsql as $$
declare
    noted timestamptz;
begin
    select e.erased_at into noted from erasure e where e.kind = asked_kind and e.subject = asked and e.xmin = pg_current_xact_id()::xid;
    if noted is null then
        raise exception 'nobody wrote down that this is erased' using errcode = 'insufficient_privilege';
    end if;
    if exists (select 1 from legal_hold h where h.kind = asked_kind and h.subject = asked and h.lifted_at is null) then
        raise exception 'a legal hold keeps this' using errcode = 'insufficient_privilege';
    end if;
    return noted;
end
$$;

-- The bytes of one interchange within its transmission. Other interchanges beside it keep theirs, at their places; a signature over all goes.
create function erase_bytes(asked uuid, noted timestamptz) returns void
    language plpgsql as $$
declare
    own interchange;
    next_offset bigint;
begin
    select * into own from interchange where id = asked;
    if exists (select 1 from interchange i where i.transmission = own.transmission and i.id <> own.id and i.erased_at is null) then
        select min(i.envelope_offset) into next_offset from interchange i
        where i.transmission = own.transmission and i.envelope_offset > own.envelope_offset;
        update transmission set signature = null, erased_at = noted, bytes = overlay(bytes placing decode(repeat('20',
                   (coalesce(next_offset, octet_length(bytes)) - own.envelope_offset)::int), 'hex') from (own.envelope_offset + 1)::int)
        where id = own.transmission;
    else
        update transmission set bytes = '', content = null, signature = null, erased_at = noted where id = own.transmission;
    end if;
    update interchange set erased_at = noted where id = own.id;
    update acknowledgment set bytes = '' where interchange = own.id;
    update finding set body = body - 'fix' || '{"found": "", "expected": "", "text": {"en": "Erased.", "zh": "已删除。"}}'
    where interchange = own.id;
end
$$;

-- An interchange that speaks of no case, with what followed from it, and what was sent again under its reference.
create function erase_interchange(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    each uuid;
    noted timestamptz;
begin
    noted := require_erasure('INTERCHANGE', asked);
    if exists (select 1 from fact f where f.interchange = asked and (f.consignment is not null or f.state in ('PENDING', 'UNRESOLVED', 'PARKED')))
            or exists (select 1 from outbound o where o.answers = asked and o.state in ('PENDING', 'LEASED')) then
        raise exception 'this is at work, or belongs to a case' using errcode = 'object_in_use';
    end if;
    for each in select i.id from interchange i where (i.id = asked or i.repeats = asked) and i.erased_at is null loop
        perform erase_bytes(each, noted);
    end loop;
    delete from trade_document d using fact f where f.id = d.fact and f.interchange = asked;
    delete from fact_lineage l using fact f where f.id = l.fact and f.interchange = asked;
    update fact set document = '{}', reason = '', erased_at = noted where interchange = asked;
    update outbound set document = '{}', image = null, image_signature = null, receipt = null, erased_at = noted where answers = asked;
end
$$;

-- A transmission that could not be read.
create function erase_transmission(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    noted timestamptz;
begin
    noted := require_erasure('TRANSMISSION', asked);
    if not exists (select 1 from transmission t where t.id = asked and t.state = 'UNREADABLE') then
        raise exception 'only a transmission that could not be read is erased as one' using errcode = 'object_in_use';
    end if;
    update transmission set bytes = '', content = null, signature = null, erased_at = noted where id = asked;
    update finding set body = body - 'fix' || '{"found": "", "expected": "", "text": {"en": "Erased.", "zh": "已删除。"}}' where transmission = asked;
end
$$;

-- A case with all that was said of it and told because of it. The salts of what was attested on the ledger go too: what stands there can be
-- opened no more. Documents that speak of other cases as well keep their bytes until the last of these is erased.
create function erase_consignment(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    each uuid;
    noted timestamptz;
begin
    noted := require_erasure('CONSIGNMENT', asked);
    if exists (select 1 from fact f where f.consignment = asked and f.state in ('PENDING', 'PARKED'))
            or exists (select 1 from outbound o where o.consignment = asked and o.state in ('PENDING', 'LEASED')) then
        raise exception 'the case is at work' using errcode = 'object_in_use';
    end if;
    if exists (select 1 from fact f join legal_hold h on h.kind = 'INTERCHANGE' and h.subject = f.interchange and h.lifted_at is null
               where f.consignment = asked) then
        raise exception 'a legal hold keeps a document of this case' using errcode = 'insufficient_privilege';
    end if;
    delete from fact_lineage l using fact f where f.id = l.fact and f.consignment = asked;
    update fact set document = '{}', reason = '', erased_at = noted where consignment = asked and erased_at is null;
    update outbound set document = '{}', image = null, image_signature = null, receipt = null, erased_at = noted
    where consignment = asked;
    update notice set body = '' where consignment = asked;
    update ledger_act set quantity = null
    where quantity is not null and lane in (select r.subject from ledger_right r join consignment c on c.bill = r.number where c.id = asked);
    delete from ledger_right_quantity q using ledger_right r, consignment c where r.id = q.right_id and c.bill = r.number and c.id = asked;
    delete from ledger_attestation where consignment = asked;
    delete from feed where consignment = asked;
    delete from consignment_event where consignment = asked;
    delete from declaration where consignment = asked;
    delete from container where consignment = asked;
    delete from discrepancy where consignment = asked;
    delete from named_document where consignment = asked;
    delete from awaited_manifest where consignment = asked;
    update consignment set state = null, status = '', erased_at = noted where id = asked;
    for each in select distinct f.interchange from fact f where f.consignment = asked and not exists (
            select 1 from fact o where o.interchange = f.interchange and o.erased_at is null) loop
        perform erase_bytes(i.id, noted) from interchange i where (i.id = each or i.repeats = each) and i.erased_at is null;
    end loop;
end
$$;

-- A supporting document.
create function erase_attachment(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    noted timestamptz;
begin
    noted := require_erasure('ATTACHMENT', asked);
    update attachment set bytes = '', name = '', erased_at = noted where id = asked;
end
$$;

-- Driver and truck of an appointment.
create function erase_appointment(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    noted timestamptz;
begin
    noted := require_erasure('APPOINTMENT', asked);
    update appointment set plate = '', driver = '', erased_at = noted where id = asked;
end
$$;

do $$
declare
    name text;
begin
    execute 'revoke execute on function require_erasure(text, uuid), erase_bytes(uuid, timestamptz) from public';
    foreach name in array array['interchange', 'transmission', 'consignment', 'attachment', 'appointment'] loop
        execute format('revoke execute on function erase_%s(uuid) from public', name);
        execute format('grant execute on function erase_%s(uuid) to ${worker}', name);
    end loop;
end
$$;
