-- Who is acting: set for each transaction by the application, read by every row-level security policy.
-- Without it a transaction acts as the public and sees what the public sees.

create function acting() returns text
  language sql stable parallel safe
  return coalesce(nullif(current_setting('onemind.acting', true), ''), 'public');

create function acting_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('onemind.person', true), '')::uuid;

create function acting_agency() returns uuid
  language sql stable parallel safe
  return case when current_setting('onemind.acting', true) = 'agency'
              then nullif(current_setting('onemind.agency', true), '')::uuid end;

create function acting_partner() returns uuid
  language sql stable parallel safe
  return case when current_setting('onemind.acting', true) = 'partner'
              then nullif(current_setting('onemind.partner', true), '')::uuid end;

create function is_campaign() returns boolean
  language sql stable parallel safe
  return acting() = 'campaign';

create function is_system() returns boolean
  language sql stable parallel safe
  return acting() = 'system';

grant usage on schema public to onemind_app;

-- The audit trail: one hash chain per agency, partner or campaign, written only through append_audit_event().

create table audit_chain (
  chain      text primary key,
  last_seq   bigint not null,
  last_hash  bytea not null
);

create table audit_event (
  chain         text not null references audit_chain (chain),
  seq           bigint not null,
  at            timestamptz not null,
  acting        text not null,
  person_id     uuid,
  agency_id     uuid,
  partner_id    uuid,
  action        text not null,
  subject_kind  text not null,
  subject_id    text not null,
  details       jsonb not null,
  previous_hash bytea not null,
  hash          bytea not null,
  primary key (chain, seq)
);
create index audit_event_agency on audit_event (agency_id, at desc) where agency_id is not null;
create index audit_event_partner on audit_event (partner_id, at desc) where partner_id is not null;

-- What is hashed: every column but the hash itself, as one JSON text with the keys in alphabetical order.
create function audit_event_hash(event audit_event) returns bytea
  language sql stable
  return sha256(convert_to(jsonb_build_object(
    'acting', event.acting,
    'action', event.action,
    'agency', event.agency_id,
    'at', to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'chain', event.chain,
    'details', event.details,
    'partner', event.partner_id,
    'person', event.person_id,
    'previous', encode(event.previous_hash, 'hex'),
    'seq', event.seq,
    'subjectId', event.subject_id,
    'subjectKind', event.subject_kind
  )::text, 'UTF8'));

-- Appends one event to its chain and returns its number. The chain's head row is locked until commit,
-- so two writers of one chain follow each other and neither can fork it. An agency writes into its own chain only and
-- names only partners it deals with; a partner writes only into chains of agencies it deals with; a person acting for
-- nobody only that they asked to join; nobody writes for the public.
create function append_audit_event(
  in_chain text, in_agency uuid, in_partner uuid, in_action text,
  in_subject_kind text, in_subject_id text, in_details jsonb
) returns bigint
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  head audit_chain;
  event audit_event;
begin
  if in_chain <> coalesce('agency:' || in_agency, 'partner:' || in_partner, 'campaign')
     or acting() not in ('person', 'agency', 'partner', 'campaign', 'system')
     or acting() = 'agency' and in_agency is distinct from acting_agency()
     or acting() = 'partner' and in_partner is distinct from acting_partner()
     or acting() in ('agency', 'partner') and in_agency is not null and in_partner is not null
        and not exists (select from partnership p where p.agency_id = in_agency and p.partner_id = in_partner)
        and not exists (select from partner_organization o where o.id = in_partner and o.proposed_by_agency = in_agency)
     or acting() = 'person' and not (in_partner is null and in_action = 'join-asked' and in_subject_kind = 'join-request'
        and exists (select from join_request j where j.agency_id = in_agency and j.id::text = in_subject_id
                    and j.person_id = acting_person()))
     or in_agency is null and in_partner is null and not (is_campaign() or is_system()) then
    raise exception 'This is not a chain of the acting party.' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_chain values (in_chain, 0, '\x'::bytea) on conflict do nothing;
  select * into head from audit_chain where chain = in_chain for update;
  event := row(in_chain, head.last_seq + 1, clock_timestamp(), acting(), acting_person(), in_agency, in_partner,
               in_action, in_subject_kind, in_subject_id, in_details, head.last_hash, null)::audit_event;
  event.hash := audit_event_hash(event);
  insert into audit_event select event.*;
  update audit_chain set last_seq = event.seq, last_hash = event.hash where chain = in_chain;
  return event.seq;
end
$$;
revoke all on function append_audit_event(text, uuid, uuid, text, text, text, jsonb) from public;
grant execute on function append_audit_event(text, uuid, uuid, text, text, text, jsonb) to onemind_app;

-- Keeps the acting agency's audited acts from being committed until this transaction ends, and waits for those that are
-- about to be: what it reads from here on is how things stood at one moment.
create function hold_audited_acts() returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from audit_chain where chain = 'agency:' || acting_agency() for update;
end
$$;
revoke all on function hold_audited_acts() from public;
grant execute on function hold_audited_acts() to onemind_app;

create function refuse_audit_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'The audit trail is append-only.' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_event_frozen before update or delete on audit_event
  for each row execute function refuse_audit_change();
create trigger audit_event_not_emptied before truncate on audit_event
  for each statement execute function refuse_audit_change();

-- The first broken link of each chain: an event whose hash, number or predecessor doesn't agree, or a missing end.
create function audit_breaks() returns table (chain text, seq bigint, problem text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with linked as (
    select e.chain, e.seq, e.hash, e.previous_hash, audit_event_hash(e) as computed,
           lag(e.hash) over w as hash_before, lag(e.seq) over w as seq_before
    from audit_event e window w as (partition by e.chain order by e.seq)
  ), problems as (
    select l.chain, l.seq, case
      when l.hash <> l.computed then 'changed'
      when l.seq <> coalesce(l.seq_before, 0) + 1 then 'missing-before'
      when l.previous_hash <> coalesce(l.hash_before, '\x'::bytea) then 'unlinked'
    end as problem
    from linked l
    union all
    select h.chain, h.last_seq, 'missing-end'
    from audit_chain h
    where not exists (select from audit_event e where e.chain = h.chain and e.seq = h.last_seq and e.hash = h.last_hash)
  )
  select distinct on (p.chain) p.chain, p.seq, p.problem from problems p where p.problem is not null order by p.chain, p.seq;
end;
revoke all on function audit_breaks() from public;

alter table audit_chain enable row level security;
alter table audit_event enable row level security;
grant select on audit_event to onemind_app;
create policy audit_event_seen on audit_event for select to onemind_app using (
  (select is_campaign()) or (select is_system())
  or agency_id = (select acting_agency())
  or partner_id = (select acting_partner())
);

-- Mail waits here in the transaction that caused it and is delivered after commit.

create table mail_message (
  id              uuid primary key default gen_random_uuid(),
  kind            text not null,
  recipient       text not null check (recipient like '%_@_%'),
  subject         text not null,
  body_text       text,
  created_at      timestamptz not null default now(),
  sent_at         timestamptz,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error      text
);
create index mail_message_waiting on mail_message (next_attempt_at) where sent_at is null;
alter table mail_message enable row level security;
grant insert on mail_message to onemind_app, onemind_identity;
grant select, update, delete on mail_message to onemind_app;
create policy mail_message_written on mail_message for insert to onemind_app, onemind_identity with check (true);
create policy mail_message_delivered on mail_message for all to onemind_app using ((select is_system()));

-- Sign-in and other attempts counted in a window, across all web processes.

create table rate_window (
  bucket     text not null,
  started_at timestamptz not null,
  attempts   int not null,
  primary key (bucket, started_at)
);
grant select, insert, update, delete on rate_window to onemind_app;
