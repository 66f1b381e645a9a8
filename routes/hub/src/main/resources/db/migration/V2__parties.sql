-- Who may be here, for whom, and who looked: registered parties with their keys, mandates, grants, acts that wait for a second person,
-- and two append-only journals beside the first. Every table is under forced row-level security (see V1).

-- 1. Parties ----------------------------------------------------------------------------------------------------------------------

-- An enterprise is its own organisation; a vessel, vehicle, driver or device belongs to one. How the hub talks with a party (endpoint,
-- dialects) stays in configuration; whether it may be here is decided here.
create table party (
    id            text primary key check (id ~ '^[A-Z0-9][A-Z0-9_-]{1,34}$'),
    kind          text not null check (kind in ('ENTERPRISE', 'VESSEL', 'VEHICLE', 'DRIVER', 'DEVICE')),
    organisation  text not null references party,
    name          text not null check (length(name) between 1 and 200),
    identifier    text not null default '',
    roles         text[] not null,
    codes         text[] not null,
    environment   text not null check (environment in ('LIVE', 'TEST')),
    status        text not null check (status in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    valid_until   timestamptz,
    registered_at timestamptz not null,
    registered_by text not null,
    decided_at    timestamptz,
    decided_by    text,
    reason        text not null default '',
    check (kind <> 'ENTERPRISE' or organisation = id),
    check (kind = 'ENTERPRISE' or organisation <> id)
);
create index party_of_organisation on party (organisation, id);

-- What a party signs and authenticates with. The public part only.
create table party_key (
    id          uuid primary key,
    party       text not null references party,
    key_id      text not null unique,
    jwk         text not null,
    purpose     text not null check (purpose in ('AUTHENTICATION', 'SIGNING')),
    valid_from  timestamptz not null,
    valid_until timestamptz not null check (valid_until > valid_from),
    enrolled_at timestamptz not null,
    enrolled_by text not null,
    confirmed_by text not null,
    revoked_at  timestamptz
);
create index party_key_of_party on party_key (party, id);
create index party_key_ending on party_key (valid_until) where revoked_at is null;

-- An alarm is told once per key and threshold.
create table key_alarm (
    key_id  uuid not null references party_key,
    days    integer not null,
    told_at timestamptz not null,
    primary key (key_id, days)
);

-- The principal lets the agent act for it.
create table mandate (
    id            uuid primary key,
    principal     text not null,
    agent         text not null check (agent <> principal),
    valid_from    timestamptz not null,
    valid_until   timestamptz not null check (valid_until > valid_from),
    registered_at timestamptz not null,
    registered_by text not null,
    withdrawn_at  timestamptz
);
create index mandate_of_agent on mandate (agent, principal);
create index mandate_of_principal on mandate (principal, id);

-- 2. Grants -----------------------------------------------------------------------------------------------------------------------

-- An owner (the carrier of the bill, or a declarant in the case) lets a party see the case until a time; with "declarations", the
-- owner's own declarations too.
create table access_grant (
    id           uuid primary key,
    owner        text not null,
    party        text not null check (party <> owner),
    consignment  uuid not null references consignment,
    declarations boolean not null,
    valid_until  timestamptz not null,
    granted_at   timestamptz not null,
    granted_by   text not null,
    withdrawn_at timestamptz
);
create index access_grant_to_party on access_grant (party, consignment);
create index access_grant_of_owner on access_grant (owner, id);

-- 3. Acts that wait for a second person -------------------------------------------------------------------------------------------

-- The database itself refuses that the first person confirms.
create table pending_act (
    id           uuid primary key,
    organisation text not null,
    kind         text not null,
    subject      text not null,
    detail       json not null,
    asked_by     text not null,
    asked_at     timestamptz not null,
    valid_until  timestamptz not null,
    state        text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'REFUSED')),
    answered_by  text,
    answered_at  timestamptz,
    check (answered_by is null or state = 'REFUSED' or answered_by <> asked_by),
    check ((state = 'PENDING') = (answered_by is null))
);
create index pending_act_of_organisation on pending_act (organisation, id);

-- 4. Journals ---------------------------------------------------------------------------------------------------------------------

-- What was tried against the rules: "party" is empty while nobody was authenticated.
create table security_event (
    position bigint generated always as identity primary key,
    at       timestamptz not null,
    kind     text not null,
    party    text not null,
    person   text not null,
    method   text not null,
    path     text not null,
    status   integer not null,
    detail   text not null,
    trace    text not null,
    repeated integer not null default 1
);
create index security_event_of_party on security_event (party, position);

-- Who looked at whose case. "via" is the grant that let it.
create table access_event (
    position    bigint generated always as identity primary key,
    at          timestamptz not null,
    party       text not null,
    person      text not null,
    operation   text not null,
    consignment uuid not null references consignment,
    via         uuid references access_grant
);
create index access_event_of_consignment on access_event (consignment, position);
create index access_event_via on access_event (via, position);

create trigger security_journal_is_append_only before update or delete or truncate on security_event
    for each statement execute function refuse_journal_change();
create trigger access_journal_is_append_only before update or delete or truncate on access_event
    for each statement execute function refuse_journal_change();

-- 5. Who sees what ----------------------------------------------------------------------------------------------------------------

do $$
declare
    name text;
begin
    foreach name in array array['party', 'party_key', 'key_alarm', 'mandate', 'access_grant', 'pending_act', 'security_event',
            'access_event'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
    end loop;
end
$$;

grant select on party, party_key, mandate, access_grant, pending_act, access_event to ${app};
create policy own_organisation on party for select to ${app} using (id = (select party()) or organisation = (select party()));
create policy own_organisation on party_key for select to ${app} using (party = (select party())
    or exists (select 1 from party p where p.id = party_key.party and p.organisation = (select party())));
create policy either_side on mandate for select to ${app} using (principal = (select party()) or agent = (select party()));
create policy either_side on access_grant for select to ${app} using (owner = (select party()) or party = (select party()));
create policy own_organisation on pending_act for select to ${app} using (organisation = (select party()));
create policy own_or_by_own_grant on access_event for select to ${app} using (party = (select party())
    or exists (select 1 from access_grant g where g.id = access_event.via and g.owner = (select party())));

create policy apply_for_own on party for insert to ${app}
    with check (organisation = (select party()) and kind <> 'ENTERPRISE' and status = 'PENDING' and decided_by is null);
create policy of_own on mandate for insert to ${app} with check (principal = (select party()) and withdrawn_at is null);

-- Whether the party owns a case that it sees: as its carrier, or as a declarant in it. A function, because the policies of the cases
-- ask for grants themselves.
create function owns_case(asked uuid) returns boolean
    language plpgsql stable as $$
begin
    return exists (select 1 from consignment c where c.id = asked and c.carrier = party())
        or exists (select 1 from consignment_access a join declaration d on d.consignment = a.consignment
                   where a.consignment = asked and a.party = party() and d.declarant = party());
end
$$;
grant execute on function owns_case(uuid) to ${app};

create policy of_own on access_grant for insert to ${app}
    with check (owner = (select party()) and withdrawn_at is null and owns_case(consignment));
create policy of_own on pending_act for insert to ${app} with check (organisation = (select party()) and state = 'PENDING');
create policy own_looks on access_event for insert to ${app} with check (party = (select party()));
grant insert on party, mandate, access_grant, pending_act, access_event to ${app};

create policy withdraw_own on mandate for update to ${app} using (principal = (select party())) with check (principal = (select party()));
create policy withdraw_own on access_grant for update to ${app} using (owner = (select party())) with check (owner = (select party()));
create policy answer_own on pending_act for update to ${app} using (organisation = (select party()) and state = 'PENDING')
    with check (organisation = (select party()));
grant update (withdrawn_at) on mandate, access_grant to ${app};
grant update (state, answered_by, answered_at) on pending_act to ${app}, ${worker};

grant update (name, roles, codes, environment, status, valid_until, decided_at, decided_by, reason) on party to ${worker};
grant update (revoked_at) on party_key to ${worker};

-- A grant opens the case beside what V1 opens.
create policy granted on consignment for select to ${app} using (
    exists (select 1 from access_grant g where g.consignment = consignment.id and g.party = (select party())
            and g.withdrawn_at is null and g.valid_until > now()));
create policy granted on container for select to ${app} using (
    exists (select 1 from access_grant g where g.consignment = container.consignment and g.party = (select party())
            and g.withdrawn_at is null and g.valid_until > now()));
create policy granted on port_call for select to ${app} using (
    exists (select 1 from consignment c join access_grant g on g.consignment = c.id
            where c.port_call = port_call.id and g.party = (select party()) and g.withdrawn_at is null and g.valid_until > now()));
create policy granted on declaration for select to ${app} using (
    exists (select 1 from access_grant g where g.consignment = declaration.consignment and g.party = (select party()) and g.declarations
            and g.owner = declaration.declarant and g.withdrawn_at is null and g.valid_until > now()));
create policy granted on consignment_event for select to ${app} using (
    exists (select 1 from access_grant g where g.consignment = consignment_event.consignment and g.party = (select party())
            and (declarant is null or g.declarations and g.owner = declarant) and g.withdrawn_at is null and g.valid_until > now()));
