-- What gates, sheets and verifications hold about persons is erased by the same means as the rest (V58, ADR 0017): plates and drivers in readings,
-- records and passes, sheets that were handed out, answers to banks. Digests, times, containers and permissions stay.

-- The journal names a gate's passage, and this what a lane heard without a passage in one day (UTC), by the UUID of its name (RFC 9562, version 3).
create function named_subject(name text) returns uuid
    language sql immutable parallel safe
    return (select overlay(overlay(m placing '3' from 13) placing substr('89ab', (('x' || substr(m, 17, 1))::bit(4)::integer & 3) + 1, 1) from 17)::uuid
            from (select md5(name) as m) hashed);

create function passage_subject(passage text) returns uuid
    language sql immutable parallel safe return named_subject('gate:' || passage);

create function unclaimed_subject(lane text, received_at timestamptz) returns uuid
    language sql stable as $$ select named_subject('readings:' || lane || ':' || to_char(received_at at time zone 'UTC', 'YYYY-MM-DD')) $$;

-- The appointment for which a pass was issued, read from what was signed (RFC 7515: the second part is base64url).
create function appointment_of_pass(signed text) returns text
    language sql immutable parallel safe as $$
    select convert_from(decode(rpad(translate(payload, '-_', '+/'), (ceil(length(payload) / 4.0) * 4)::integer, '='), 'base64'), 'UTF8')::jsonb
        #>> '{papers,appointment}' from split_part(signed, '.', 2) as payload where payload <> '' $$;

alter table erasure drop constraint erasure_kind_check;
alter table erasure add constraint erasure_kind_check check (kind in ('INTERCHANGE', 'TRANSMISSION', 'CONSIGNMENT', 'ATTACHMENT', 'APPOINTMENT',
    'PASSAGE', 'READINGS'));
alter table legal_hold drop constraint legal_hold_kind_check;
alter table legal_hold add constraint legal_hold_kind_check check (kind in ('INTERCHANGE', 'TRANSMISSION', 'CONSIGNMENT', 'ATTACHMENT',
    'APPOINTMENT', 'PASSAGE', 'READINGS'));

alter table gate_reading add column erased_at timestamptz;
alter table gate_decision add column erased_at timestamptz;
alter table gate_pass add column erased_at timestamptz;
alter table issued_sheet add column erased_at timestamptz;
alter table verification add column erased_at timestamptz;

-- Sheets of a case (what was tallied) and of a passage (its slip, and a receipt for each container), beside those of bills and releases.
alter table issued_sheet alter column right_id drop not null;
alter table issued_sheet add column consignment uuid references consignment;
alter table issued_sheet add column passage text;
alter table issued_sheet add column container text not null default '';
alter table issued_sheet add constraint of_one_thing check (num_nonnulls(right_id, consignment, passage) = 1);
alter table issued_sheet drop constraint issued_sheet_kind_check;
alter table issued_sheet add constraint issued_sheet_kind_check check (kind in ('BILL', 'RELEASE', 'TALLY', 'GATE_SLIP', 'EQUIPMENT_RECEIPT'));
alter table issued_sheet drop constraint issued_sheet_party_right_id_version_key;
create unique index issued_sheet_of_its_version on issued_sheet (party, kind, coalesce(right_id::text, consignment::text, passage), container, version);
drop policy keep on issued_sheet;
create policy keep on issued_sheet for insert to ${app} with check (party = (select party())
    and (exists (select 1 from ledger_right r where r.id = issued_sheet.right_id)
         or exists (select 1 from consignment c where c.id = issued_sheet.consignment)
         or exists (select 1 from gate_decision d where d.passage = issued_sheet.passage)));

create index gate_decision_since on gate_decision (decided_at) where erased_at is null and revision = 1;
create index gate_decision_subject on gate_decision (passage_subject(passage));
create index gate_reading_passage on gate_reading (passage) where passage is not null;
create index gate_reading_unclaimed on gate_reading (received_at) where passage is null and erased_at is null;
create index gate_pass_of_container on gate_pass (container);
create index verification_of_case on verification (consignment);

-- Who may read a passage learns that it is gone.
drop policy own_or_seen on erasure;
create policy own_or_seen on erasure for select to ${app} using (party = (select party())
    or kind = 'INTERCHANGE' and exists (select 1 from outbound o where o.answers = erasure.subject and o.recipient = (select party()))
    or kind = 'CONSIGNMENT' and exists (select 1 from consignment c where c.id = erasure.subject)
    or kind = 'ATTACHMENT' and exists (select 1 from attachment a where a.id = erasure.subject)
    or kind = 'PASSAGE' and exists (select 1 from gate_decision d where passage_subject(d.passage) = erasure.subject));

do $$
declare
    name text;
begin
    foreach name in array array['gate_reading', 'gate_decision', 'gate_passage', 'gate_pass', 'issued_sheet', 'verification'] loop
        execute format('create policy erasing on %I to current_user using ((select hub())) with check ((select hub()))', name);
    end loop;
end
$$;

-- Decisions and passes are never changed, but for what an erasure takes: the columns named, once.
create function refuse_all_but_erasure() returns trigger language plpgsql as $$
begin
    if old.erased_at is not null or new.erased_at is null
            or to_jsonb(new) - tg_argv::text[] - 'erased_at' is distinct from to_jsonb(old) - tg_argv::text[] - 'erased_at' then
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
drop trigger gate_decision_is_append_only on gate_decision;
create trigger gate_decision_is_append_only before delete or truncate on gate_decision
    for each statement execute function refuse_journal_change();
create trigger gate_decision_changes_by_erasure before update on gate_decision
    for each row execute function refuse_all_but_erasure('record', 'seal', 'plate');
drop trigger gate_pass_is_append_only on gate_pass;
create trigger gate_pass_is_append_only before delete or truncate on gate_pass
    for each statement execute function refuse_journal_change();
create trigger gate_pass_changes_by_erasure before update on gate_pass
    for each row execute function refuse_all_but_erasure('signed');

-- A case that must be kept keeps what gates decided over its containers.
create function held_by_case(boxes text[], world text, began timestamptz) returns boolean
    language sql stable as $$
    select exists (select 1 from legal_hold h join consignment c on c.id = h.subject join container x on x.consignment = c.id
                   where h.kind = 'CONSIGNMENT' and h.lifted_at is null and x.number = any(boxes) and x.environment = world and c.opened_at <= began) $$;

-- What devices said of one passage and what was decided on it. Whose container went where, when, and by which permission stays.
create function erase_passage(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    noted timestamptz;
    last gate_decision;
begin
    noted := require_erasure('PASSAGE', asked);
    select * into last from gate_decision d where passage_subject(d.passage) = asked order by d.revision desc limit 1;
    if last.permission = 'OPEN' and exists (select 1 from gate_passage p where p.passage = last.passage and p.reported_at is null) then
        raise exception 'this is at work' using errcode = 'object_in_use';
    end if;
    if held_by_case(last.containers, last.environment, last.started_at) then
        raise exception 'a legal hold keeps the case of this passage' using errcode = 'insufficient_privilege';
    end if;
    update gate_decision set record = '', seal = '', plate = '', erased_at = noted where passage = last.passage and erased_at is null;
    update gate_reading set bytes = '', erased_at = noted where passage = last.passage and erased_at is null;
    update issued_sheet set pdf = '', erased_at = noted where passage = last.passage and erased_at is null;
end
$$;

-- What a lane heard in one day that belongs to no passage.
create function erase_readings(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    noted timestamptz;
begin
    noted := require_erasure('READINGS', asked);
    update gate_reading set bytes = '', erased_at = noted
    where passage is null and erased_at is null and unclaimed_subject(lane, received_at) = asked;
end
$$;

-- Driver and truck of an appointment, and the passes that were issued for it.
create or replace function erase_appointment(asked uuid) returns void
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
declare
    noted timestamptz;
begin
    noted := require_erasure('APPOINTMENT', asked);
    update gate_pass p set signed = '', erased_at = noted from appointment a
    where a.id = asked and p.container = a.container and p.kind = 'ISSUED' and p.erased_at is null and appointment_of_pass(p.signed) = asked::text;
    update appointment set plate = '', driver = '', erased_at = noted where id = asked;
end
$$;

-- As in V58, and with it the sheets of its bill and releases and what banks were answered about it.
create or replace function erase_consignment(asked uuid) returns void
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
    update issued_sheet s set pdf = '', erased_at = noted from ledger_right r join consignment c on c.bill = r.number
    where c.id = asked and s.right_id = r.id and s.erased_at is null;
    update issued_sheet set pdf = '', erased_at = noted where consignment = asked and erased_at is null;
    update verification set answer = jsonb_set(answer, '{checks}', '[]'), erased_at = noted where consignment = asked and erased_at is null;
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

do $$
declare
    name text;
begin
    foreach name in array array['passage', 'readings'] loop
        execute format('revoke execute on function erase_%s(uuid) from public', name);
        execute format('grant execute on function erase_%s(uuid) to ${worker}', name);
    end loop;
end
$$;

-- What hung on what was erased before. The owner is under row-level security, but for this.
alter table appointment no force row level security;
alter table gate_pass no force row level security;
alter table consignment no force row level security;
alter table ledger_right no force row level security;
alter table issued_sheet no force row level security;
alter table verification no force row level security;
update gate_pass p set signed = '', erased_at = a.erased_at from appointment a
where a.erased_at is not null and p.container = a.container and p.kind = 'ISSUED' and p.erased_at is null and appointment_of_pass(p.signed) = a.id::text;
update issued_sheet s set pdf = '', erased_at = c.erased_at from ledger_right r join consignment c on c.bill = r.number
where c.erased_at is not null and s.right_id = r.id and s.erased_at is null;
update verification v set answer = jsonb_set(answer, '{checks}', '[]'), erased_at = c.erased_at from consignment c
where c.id = v.consignment and c.erased_at is not null and v.erased_at is null;
alter table appointment force row level security;
alter table gate_pass force row level security;
alter table consignment force row level security;
alter table ledger_right force row level security;
alter table issued_sheet force row level security;
alter table verification force row level security;
