-- Every acknowledgment is part of a hash chain: each act that writes or revokes some leaves one event that holds the
-- number and the hash of what it wrote. Changing a row, adding or taking one away then shows in `onemind audit verify`.

-- Whom the row was about when it was written, whatever the roster did with that person later; and the events that prove
-- it, by their numbers in the chain of the agency's acknowledgments.
alter table policy_acknowledgment
  add column first_staff_id uuid,
  add column proved_in bigint,
  add column revoke_proved_in bigint;
update policy_acknowledgment set first_staff_id = coalesce(merged_from[1], staff_id);
-- A trigger writes it, whatever was sent.
alter table policy_acknowledgment alter column first_staff_id set not null,
  alter column first_staff_id set default '00000000-0000-0000-0000-000000000000';
create index policy_acknowledgment_proof on policy_acknowledgment (agency_id, proved_in);
create index policy_acknowledgment_revoke_proof on policy_acknowledgment (agency_id, revoke_proved_in)
  where revoke_proved_in is not null;

-- People taken out of the roster after they acknowledged, as they stood in it; `returned_as` once they are back.
create table acknowledgment_departed (
  agency_id       uuid not null references agency (id),
  staff_id        uuid not null,
  employee_number text not null,
  badge           text not null,
  family_name     text not null,
  given_name      text not null,
  middle_name     text not null,
  suffix          text not null,
  departed_at     timestamptz not null,
  returned_as     uuid,
  returned_at     timestamptz,
  primary key (agency_id, staff_id),
  check ((returned_as is null) = (returned_at is null))
);
create index acknowledgment_departed_away on acknowledgment_departed (agency_id, lower(family_name), lower(given_name))
  where returned_as is null;
alter table acknowledgment_departed enable row level security;
grant select on acknowledgment_departed to onemind_app;
create policy acknowledgment_departed_seen on acknowledgment_departed for select to onemind_app
  using (agency_id = (select acting_agency()));

-- What is hashed of an acknowledgment: all that never changes. The texts are JSON, so that no two rows read alike.
create function acknowledgment_text(k policy_acknowledgment) returns text
  language sql stable
  return jsonb_build_array(k.id, k.policy_id, k.first_staff_id, k.how, k.acknowledged_on,
    extract(epoch from k.recorded_at), k.recorded_by, k.supervisor_name, k.typed_name, k.roll_call_id, k.import_id,
    k.import_row)::text;
create function revocation_text(k policy_acknowledgment) returns text
  language sql stable
  return jsonb_build_array(k.id, extract(epoch from k.revoked_at), k.revoked_by, k.revoke_reason)::text;

-- One event of the chain of an agency's acknowledgments. It stands beside the agency's own chain: thousands of links
-- would bury there what people did, and the public's own word could not be written into it.
create function append_acknowledgment_event(agency uuid, what text, rows bigint, digest bytea) returns bigint
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  in_chain constant text := 'acknowledgments:' || agency;
  head audit_chain;
  event audit_event;
begin
  insert into audit_chain values (in_chain, 0, '\x'::bytea) on conflict do nothing;
  select * into head from audit_chain c where c.chain = in_chain for update;
  event := row(in_chain, head.last_seq + 1, clock_timestamp(), coalesce(acting(), 'public'), acting_person(), null, null,
               what, 'agency', agency::text,
               jsonb_build_object('rows', rows, 'sha256', encode(digest, 'hex')), head.last_hash, null)::audit_event;
  event.hash := audit_event_hash(event);
  insert into audit_event select event.*;
  update audit_chain set last_seq = event.seq, last_hash = event.hash where chain = in_chain;
  return event.seq;
end
$$;
revoke all on function append_acknowledgment_event(uuid, text, bigint, bytea) from public;

create function remember_first_staff() returns trigger
  language plpgsql
as $$
begin
  new.first_staff_id := new.staff_id;
  new.proved_in := null;
  new.revoke_proved_in := null;
  return new;
end
$$;
create trigger policy_acknowledgment_first_staff before insert on policy_acknowledgment
  for each row execute function remember_first_staff();

create function prove_acknowledgments() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  batch record;
  event bigint;
begin
  for batch in
    select k.agency_id, count(*) as rows,
      sha256(string_agg(convert_to(acknowledgment_text(k), 'UTF8'), '\x0a' order by k.id)) as digest
    from written w join policy_acknowledgment k on k.agency_id = w.agency_id and k.id = w.id group by 1
  loop
    event := append_acknowledgment_event(batch.agency_id, 'policy-acknowledged', batch.rows, batch.digest);
    update policy_acknowledgment k set proved_in = event
    from written w where k.agency_id = batch.agency_id and w.agency_id = batch.agency_id and k.id = w.id;
  end loop;
  return null;
end
$$;
revoke all on function prove_acknowledgments() from public;
create trigger policy_acknowledgment_proved after insert on policy_acknowledgment
  referencing new table as written for each statement execute function prove_acknowledgments();

create function prove_revocations() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  batch record;
  event bigint;
begin
  for batch in
    select k.agency_id, count(*) as rows,
      sha256(string_agg(convert_to(revocation_text(k), 'UTF8'), '\x0a' order by k.id)) as digest
    from before_so b join policy_acknowledgment k on k.agency_id = b.agency_id and k.id = b.id
    where b.revoked_at is null and k.revoked_at is not null group by 1
  loop
    event := append_acknowledgment_event(batch.agency_id, 'policy-acknowledgments-revoked', batch.rows, batch.digest);
    update policy_acknowledgment k set revoke_proved_in = event
    from before_so b
    where b.revoked_at is null and k.revoked_at is not null
      and k.agency_id = batch.agency_id and b.agency_id = batch.agency_id and k.id = b.id;
  end loop;
  return null;
end
$$;
revoke all on function prove_revocations() from public;
create trigger policy_acknowledgment_revocation_proved after update on policy_acknowledgment
  referencing old table as before_so for each statement execute function prove_revocations();

-- What the rows say against what was proved of them: batches that are changed or incomplete, rows that no event knows,
-- and rows shown under somebody that neither a merge nor a return of theirs led to.
create function acknowledgment_breaks() returns table (chain text, seq bigint, problem text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with kept as (
    select k.agency_id, k.proved_in as seq, 'policy-acknowledged' as action, count(*) as rows,
      encode(sha256(string_agg(convert_to(acknowledgment_text(k), 'UTF8'), '\x0a' order by k.id)), 'hex') as digest
    from policy_acknowledgment k group by 1, 2
    union all
    select k.agency_id, k.revoke_proved_in, 'policy-acknowledgments-revoked', count(*),
      encode(sha256(string_agg(convert_to(revocation_text(k), 'UTF8'), '\x0a' order by k.id)), 'hex')
    from policy_acknowledgment k where k.revoked_at is not null or k.revoke_proved_in is not null group by 1, 2
  ), proved as (
    select e.chain, e.seq, e.action, e.subject_id::uuid as agency_id,
      (e.details ->> 'rows')::bigint as rows, e.details ->> 'sha256' as digest
    from audit_event e where e.chain like 'acknowledgments:%'
  ), problems as (
    select coalesce(p.chain, 'acknowledgments:' || k.agency_id) as chain, coalesce(p.seq, k.seq, 0) as seq,
      case when p.seq is null then 'acknowledgment-unproved'
           when k.rows is distinct from p.rows then 'acknowledgment-missing'
           else 'acknowledgment-changed' end as problem
    from proved p
    full join kept k on k.agency_id = p.agency_id and k.seq = p.seq and k.action = p.action
    where p.seq is null or k.seq is null or k.rows <> p.rows or k.digest <> p.digest
    union all
    select 'acknowledgments:' || k.agency_id, coalesce(k.proved_in, 0), 'acknowledgment-moved'
    from policy_acknowledgment k
    where case
      when cardinality(k.merges) > 0 then not exists (
        select from staff_merge m where m.agency_id = k.agency_id and m.id = k.merges[cardinality(k.merges)]
          and m.undone_at is null and (m.kept_id = k.staff_id or exists (
            select from acknowledgment_departed d where d.agency_id = k.agency_id and d.returned_as = k.staff_id)))
      else k.staff_id <> k.first_staff_id and not exists (
        select from acknowledgment_departed d where d.agency_id = k.agency_id and d.returned_as = k.staff_id) end
      or k.gave_way_in is not null and not exists (
        select from staff_merge m where m.agency_id = k.agency_id and m.id = k.gave_way_in and m.undone_at is null)
  )
  select distinct on (p.chain) p.chain, p.seq, p.problem from problems p order by p.chain, p.seq, p.problem;
end;
revoke all on function acknowledgment_breaks() from public;

-- What was kept before is proved as it stands now.
do $$
declare
  batch record;
  event bigint;
begin
  for batch in
    select k.agency_id, count(*) as rows,
      sha256(string_agg(convert_to(acknowledgment_text(k), 'UTF8'), '\x0a' order by k.id)) as digest
    from policy_acknowledgment k group by 1
  loop
    event := append_acknowledgment_event(batch.agency_id, 'policy-acknowledged', batch.rows, batch.digest);
    update policy_acknowledgment set proved_in = event where agency_id = batch.agency_id;
  end loop;
  for batch in
    select k.agency_id, count(*) as rows,
      sha256(string_agg(convert_to(revocation_text(k), 'UTF8'), '\x0a' order by k.id)) as digest
    from policy_acknowledgment k where k.revoked_at is not null group by 1
  loop
    event := append_acknowledgment_event(batch.agency_id, 'policy-acknowledgments-revoked', batch.rows, batch.digest);
    update policy_acknowledgment set revoke_proved_in = event where agency_id = batch.agency_id and revoked_at is not null;
  end loop;
end
$$;

-- Whoever is taken out of the roster (the import that brought them was undone) has acknowledged all the same: the name
-- stays as it was. Somebody merged into another is not gone: their acknowledgments went along.
create function keep_departed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into acknowledgment_departed (agency_id, staff_id, employee_number, badge, family_name, given_name, middle_name,
    suffix, departed_at)
  select g.agency_id, g.id, g.employee_number, g.badge, g.family_name, g.given_name, g.middle_name, g.suffix, now()
  from gone g
  where exists (select from policy_acknowledgment k where k.agency_id = g.agency_id and k.staff_id = g.id)
  on conflict (agency_id, staff_id) do update set departed_at = excluded.departed_at, returned_as = null,
    returned_at = null, employee_number = excluded.employee_number, badge = excluded.badge,
    family_name = excluded.family_name, given_name = excluded.given_name, middle_name = excluded.middle_name,
    suffix = excluded.suffix;
  return null;
end
$$;
revoke all on function keep_departed() from public;
create trigger staff_member_departed after delete on staff_member
  referencing old table as gone for each statement execute function keep_departed();

create function forget_departed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from acknowledgment_departed where agency_id = new.agency_id and staff_id = new.removed_id;
  return null;
end
$$;
revoke all on function forget_departed() from public;
create trigger staff_merge_forgets_departed after insert on staff_merge
  for each row execute function forget_departed();

-- Who comes back under the same name and number (or without numbers, when nobody else of the name is away) has their
-- acknowledgments again; of two of one version the one given under the new entry stands.
create function bind_returned() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  back record;
begin
  if not exists (select from acknowledgment_departed d where d.returned_as is null
                 and d.agency_id in (select agency_id from come)) then
    return null;
  end if;
  for back in
    select d.agency_id, d.staff_id, (array_agg(c.id))[1] as id
    from acknowledgment_departed d
    join come c on c.agency_id = d.agency_id and lower(c.family_name) = lower(d.family_name)
      and lower(c.given_name) = lower(d.given_name) and c.employee_number = d.employee_number and c.badge = d.badge
      and lower(c.suffix) = lower(d.suffix)
    where d.returned_as is null
      and (d.employee_number <> '' or d.badge <> '' or 1 = (
        select count(*) from acknowledgment_departed o where o.agency_id = d.agency_id and o.returned_as is null
          and lower(o.family_name) = lower(d.family_name) and lower(o.given_name) = lower(d.given_name)))
    group by 1, 2 having count(*) = 1
  loop
    if back.id <> back.staff_id then
      update policy_acknowledgment k set staff_id = back.id
      where k.agency_id = back.agency_id and k.staff_id = back.staff_id and (
        k.revoked_at is not null or k.gave_way_in is not null or not exists (
          select from policy_acknowledgment s where s.agency_id = k.agency_id and s.policy_id = k.policy_id
            and s.staff_id = back.id and s.revoked_at is null and s.gave_way_in is null));
    end if;
    update acknowledgment_departed d set returned_as = back.id, returned_at = now()
    where d.agency_id = back.agency_id and d.staff_id = back.staff_id;
  end loop;
  return null;
end
$$;
revoke all on function bind_returned() from public;
create trigger staff_member_returned after insert on staff_member
  referencing new table as come for each statement execute function bind_returned();

-- What somebody said about a person as sign-off lists write them: who it is, or (without staff_id) that they are not of
-- this roster. It holds for every list to come, but where several people have the name: then for that line alone.
create table sign_off_decision (
  agency_id  uuid not null references agency (id),
  person_key text not null,
  staff_id   uuid,
  decided_by uuid not null references identity.person (id),
  decided_at timestamptz not null,
  primary key (agency_id, person_key)
);
alter table sign_off_decision enable row level security;
grant select, insert, update, delete on sign_off_decision to onemind_app;
create policy sign_off_decision_own on sign_off_decision for all to onemind_app
  using (agency_id = (select acting_agency()));
alter table acknowledgment_staged add column person_key text;
