-- The tables of the first voyage. Every table is under forced row-level security. The party of a transaction is the setting
-- fairway.party; unset, nothing is seen. The worker role sees rows only while the party is the hub itself, so that forgetting
-- to say for whom one works fails closed. Time-ordered ids (UUID version 7) come from the hub; "position" is row order.

grant usage on schema ${schema} to ${app}, ${worker};

create function party() returns text
    stable parallel safe
    return nullif(current_setting('fairway.party', true), '');

create function hub() returns boolean
    stable parallel safe
    return current_setting('fairway.party', true) = 'FAIRWAY';

grant execute on function party(), hub() to ${app}, ${worker};

-- 1. What came in -----------------------------------------------------------------------------------------------------------------

-- The received bytes, whole. Bytes, digest and key never change: no role may update them.
create table transmission (
    id           uuid primary key,
    sender       text not null check (sender <> ''),
    key          text not null check (length(key) between 1 and 200),
    digest       text not null check (digest ~ '^[0-9a-f]{64}$'),
    length       bigint not null,
    bytes        bytea not null,
    channel      text not null,
    content_type text not null,
    received_at  timestamptz not null,
    trace        text not null,
    state        text not null default 'RECEIVED' check (state in ('RECEIVED', 'READ', 'UNREADABLE', 'PARKED')),
    attempts     integer not null default 0,
    last_failure text not null default '',
    unique (sender, key)
);
alter table transmission alter column bytes set storage external;
create index transmission_unread on transmission (received_at, id) where state = 'RECEIVED';
create index transmission_unread_of_sender on transmission (sender, received_at, id) where state = 'RECEIVED';
create index transmission_of_sender on transmission (sender, id);

-- One UNB..UNZ, or one XML or JSON document with its envelope. A repeat points to the first and does not hold the key; nor does one
-- without reference, which is refused.
create table interchange (
    id                 uuid primary key,
    transmission       uuid not null references transmission,
    sender             text not null,
    environment        text not null check (environment in ('LIVE', 'TEST')),
    reference          text not null,
    syntax             text not null,
    envelope_sender    text not null,
    envelope_recipient text not null,
    envelope_offset    bigint not null,
    received_at        timestamptz not null,
    trace              text not null,
    repeats            uuid references interchange,
    digest             text,
    length             bigint,
    verdict            text check (verdict in ('ACCEPTED', 'ACCEPTED_IN_PART', 'REJECTED', 'REPEATED'))
);
create unique index interchange_key on interchange (sender, environment, reference) where repeats is null and reference <> '';
create index interchange_of_transmission on interchange (transmission, id);
create index interchange_of_sender on interchange (sender, id);
create index interchange_by_reference on interchange (reference, id);

-- One UNH..UNT of an interchange.
create table message (
    interchange uuid not null references interchange,
    ordinal     integer not null,
    sender      text not null,
    reference   text not null,
    type        text not null,
    verdict     text not null,
    facts       integer not null,
    primary key (interchange, ordinal)
);

-- One thing wrong with what was received; without interchange when the transmission as a whole was unreadable.
create table finding (
    position     bigint generated always as identity primary key,
    transmission uuid not null references transmission,
    interchange  uuid references interchange,
    sender       text not null,
    message      text not null,
    code         text not null,
    severity     text not null,
    body         jsonb not null
);
create index finding_of_interchange on finding (interchange, position);
create index finding_of_transmission on finding (transmission, position);

-- An answer to the sender (CONTRL, APERAK and their counterparts), as written for it.
create table acknowledgment (
    interchange uuid not null references interchange,
    ordinal     integer not null,
    sender      text not null,
    kind        text not null,
    dialect     text not null,
    bytes       bytea not null,
    primary key (interchange, ordinal)
);

-- A supporting document, uploaded once and referred to by its digest. Each party holds its own upload, so that nobody learns from
-- a collision that another party has the same file.
create table attachment (
    party        text not null,
    digest       text not null check (digest ~ '^[0-9a-f]{64}$'),
    id           uuid not null unique,
    name         text not null,
    content_type text not null,
    length       bigint not null,
    bytes        bytea not null,
    received_at  timestamptz not null,
    primary key (party, digest)
);
alter table attachment alter column bytes set storage external;
create index attachment_of_party on attachment (party, id);

create table attachment_access (
    owner  text not null,
    digest text not null,
    party  text not null,
    primary key (party, owner, digest),
    foreign key (owner, digest) references attachment
);

-- 2. What it means ----------------------------------------------------------------------------------------------------------------

create table port_call (
    id          uuid primary key,
    ship        text not null,
    voyage      text not null,
    port        text not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    ship_name   text not null,
    carrier     text not null,
    state       jsonb not null,
    changed_at  timestamptz not null,
    unique (ship, voyage, port, environment)
);
create index port_call_by_ship on port_call (ship, id);

-- One clearance case. Its events are the truth; "state" and the tables of declarations and containers are what followed from them,
-- for looking up and listing.
create table consignment (
    id          uuid primary key,
    carrier     text not null,
    bill        text not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    port_call   uuid references port_call,
    status      text not null default '',
    state       jsonb,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    unique (carrier, bill, environment)
);
create index consignment_by_bill on consignment (bill, environment, id);
create index consignment_of_port_call on consignment (port_call, id);

-- Who may see a case, and how much of it: its status, or the declarations too (the declarant's business and customs').
create table consignment_access (
    consignment uuid not null references consignment,
    party       text not null,
    sight       text not null default 'STATUS' check (sight in ('STATUS', 'DECLARATIONS')),
    primary key (party, consignment)
);
create index consignment_access_of_consignment on consignment_access (consignment);

-- What one document says about one consignment. Applied in the order of "position" under the lock of the consignment.
create table fact (
    id          uuid primary key,
    position    bigint generated always as identity unique,
    interchange uuid not null references interchange,
    message     text not null,
    ordinal     integer not null,
    sender      text not null,
    kind        text not null,
    consignment uuid references consignment,
    state       text not null check (state in ('UNRESOLVED', 'PENDING', 'APPLIED', 'KEPT', 'REFUSED', 'PARKED')),
    code        text not null default '',
    reason      text not null default '',
    attempts    integer not null default 0,
    received_at timestamptz not null,
    document    jsonb not null,
    check (consignment is not null or state in ('UNRESOLVED', 'REFUSED', 'PARKED'))
);
create index fact_waiting on fact (consignment, position) where state in ('PENDING', 'PARKED');
create index fact_pending_since on fact (received_at, consignment) where state = 'PENDING';
create index fact_unresolved on fact (attempts, position) where state = 'UNRESOLVED';
create index fact_of_interchange on fact (interchange, position);
create index fact_of_consignment on fact (consignment, position);

-- Where every value of the fact came from, and what was not carried over; JSON compressed with gzip.
create table fact_lineage (
    fact    uuid primary key references fact on delete cascade,
    sender  text not null,
    lineage bytea not null
);
alter table fact_lineage alter column lineage set storage external;

-- What was said about a case, in the order it was learnt; never changed. "stands" is what each comes to now, beside what it came to
-- when it arrived. "declarant" is set where it concerns a declaration.
create table consignment_event (
    consignment  uuid not null references consignment,
    sequence     bigint not null,
    fact         uuid references fact,
    kind         text not null,
    declarant    text,
    event        jsonb not null,
    occurred_at  timestamptz not null,
    received_at  timestamptz not null,
    sender       text not null,
    interchange  text not null,
    message      text not null,
    disposition  text not null check (disposition in ('APPLIED', 'KEPT')),
    reason       jsonb,
    stands       text not null check (stands in ('APPLIED', 'KEPT')),
    stands_reason jsonb,
    primary key (consignment, sequence)
);

create table declaration (
    id           uuid primary key,
    consignment  uuid not null references consignment,
    declarant    text not null,
    lrn          text not null,
    entry_number text,
    environment  text not null check (environment in ('LIVE', 'TEST')),
    status       text not null,
    state        jsonb not null,
    changed_at   timestamptz not null,
    unique (consignment, declarant, lrn)
);
create index declaration_by_lrn on declaration (lrn, environment, id);
create index declaration_by_entry_number on declaration (entry_number, environment, id);

create table container (
    id          uuid primary key,
    consignment uuid not null references consignment,
    number      text not null,
    environment text not null check (environment in ('LIVE', 'TEST')),
    status      text not null,
    state       jsonb not null,
    changed_at  timestamptz not null,
    unique (consignment, number)
);
create index container_by_number on container (number, environment, id);

-- 3. What is told -----------------------------------------------------------------------------------------------------------------

-- The id is the message id on the wire. The image is written once, before the first sending; "answer" is what the recipient's own
-- CONTRL or APERAK said of it.
create table outbound (
    id              uuid primary key,
    position        bigint generated always as identity unique,
    recipient       text not null,
    consignment     uuid references consignment,
    cause           uuid references fact,
    key             text not null,
    answers         uuid not null references interchange,
    dialect         text not null,
    reference       text not null check (length(reference) <= 14),
    kind            text not null,
    document        jsonb not null,
    environment     text not null check (environment in ('LIVE', 'TEST')),
    created_at      timestamptz not null,
    trace           text not null,
    state           text not null default 'PENDING' check (state in ('PENDING', 'LEASED', 'DELIVERED', 'AVAILABLE', 'PARKED')),
    attempts        integer not null default 0,
    first_attempt   timestamptz,
    next_attempt    timestamptz not null,
    lease_until     timestamptz,
    last_failure    text not null default '',
    image           bytea,
    image_type      text,
    image_digest    text,
    image_signature bytea,
    receipt         bytea,
    concluded_at    timestamptz,
    answer          text not null default '',
    answered_at     timestamptz
);
create unique index outbound_key_of_consignment on outbound (consignment, key, recipient) where consignment is not null;
create unique index outbound_key_of_answer on outbound (answers, key, recipient) where consignment is null;
alter table outbound alter column image set storage external;
create index outbound_due on outbound (position) where state in ('PENDING', 'LEASED');
create index outbound_undelivered on outbound (recipient, consignment, position) where state in ('PENDING', 'LEASED', 'PARKED');
create index outbound_of_recipient on outbound (recipient, id);
create index outbound_answering on outbound (answers, id);
create index outbound_of_consignment on outbound (consignment, id);
create index outbound_of_cause on outbound (cause);
create index outbound_by_reference on outbound (recipient, reference);

-- 4. What happened ----------------------------------------------------------------------------------------------------------------

-- Append-only for everybody. "detail" is kept as written (json, not jsonb), since it will be hashed.
create table journal (
    position bigint generated always as identity primary key,
    at       timestamptz not null,
    party    text not null,
    kind     text not null,
    subject  uuid not null,
    detail   json not null
);
create index journal_of_party on journal (party, position);
create index journal_of_subject on journal (subject, position);

create function refuse_journal_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger journal_is_append_only before update or delete or truncate on journal
    for each statement execute function refuse_journal_change();

-- 5. Who sees what ----------------------------------------------------------------------------------------------------------------

do $$
declare
    name text;
begin
    foreach name in array array['transmission', 'interchange', 'message', 'finding', 'acknowledgment', 'attachment',
            'attachment_access', 'port_call', 'consignment', 'consignment_access', 'fact', 'fact_lineage', 'consignment_event',
            'declaration', 'container', 'outbound', 'journal'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('create policy hub on %I to ${worker} using ((select hub())) with check ((select hub()))', name);
        execute format('grant select, insert on %I to ${worker}', name);
        execute format('grant select on %I to ${app}', name);
    end loop;
    foreach name in array array['transmission', 'interchange', 'message', 'finding', 'acknowledgment', 'fact', 'fact_lineage'] loop
        execute format('create policy own on %I for select to ${app} using (sender = (select party()))', name);
    end loop;
end
$$;

create policy own on attachment_access for select to ${app} using (party = (select party()) or owner = (select party()));
create policy own_or_shown on attachment for select to ${app} using (party = (select party())
    or exists (select 1 from attachment_access a where a.owner = attachment.party and a.digest = attachment.digest and a.party = (select party())));
create policy own on consignment_access for select to ${app} using (party = (select party()));
create policy shown on consignment for select to ${app} using (
    exists (select 1 from consignment_access a where a.consignment = consignment.id and a.party = (select party())));
create policy shown on container for select to ${app} using (
    exists (select 1 from consignment_access a where a.consignment = container.consignment and a.party = (select party())));
create policy shown on port_call for select to ${app} using (
    exists (select 1 from consignment c join consignment_access a on a.consignment = c.id
            where c.port_call = port_call.id and a.party = (select party())));
create policy own_or_shown on declaration for select to ${app} using (declarant = (select party())
    or exists (select 1 from consignment_access a where a.consignment = declaration.consignment and a.party = (select party())
               and a.sight = 'DECLARATIONS'));
create policy shown on consignment_event for select to ${app} using (
    exists (select 1 from consignment_access a where a.consignment = consignment_event.consignment and a.party = (select party())
            and (declarant is null or declarant = (select party()) or a.sight = 'DECLARATIONS')));
create policy told_or_answered on outbound for select to ${app} using (recipient = (select party())
    or exists (select 1 from interchange i where i.id = outbound.answers and i.sender = (select party())));
create policy own on journal for select to ${app} using (party = (select party()));

create policy keep on transmission for insert to ${app} with check (sender = (select party()) and state = 'RECEIVED');
create policy keep on attachment for insert to ${app} with check (party = (select party()));
create policy append on journal for insert to ${app} with check (party = (select party()));
grant insert on transmission, attachment, journal to ${app};

grant update (state, attempts, last_failure) on transmission to ${worker};
grant update (digest, length, verdict) on interchange to ${worker};
grant update (consignment, state, code, reason, attempts) on fact to ${worker};
grant delete on fact, fact_lineage to ${worker};
grant update (stands, stands_reason) on consignment_event to ${worker};
grant update (port_call, status, state, changed_at) on consignment to ${worker};
grant update (sight) on consignment_access to ${worker};
grant update (ship_name, carrier, state, changed_at) on port_call to ${worker};
grant update (entry_number, status, state, changed_at) on declaration to ${worker};
grant update (status, state, changed_at) on container to ${worker};
grant update (state, attempts, first_attempt, next_attempt, lease_until, last_failure, image, image_type, image_digest,
              image_signature, receipt, concluded_at, answer, answered_at) on outbound to ${worker};
