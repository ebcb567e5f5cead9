-- What people confirmed is part of a hash chain: a version of an agreement as proposed and as answered, an answer to
-- “How is it going?”, a policy as adopted and as rescinded. The event holds the hash of what stood in the row then, so
-- that a row changed afterwards shows in `onemind audit verify`, with its name.

-- All that was confirmed and never changes. The texts are JSON, so that no two rows read alike.
create function agreement_proposal_text(v agreement_version) returns text
  language sql stable
  return jsonb_build_array(v.agency_id, v.partnership_id, v.number, v.side, v.terms, v.note, v.renews, v.proposed_by,
    v.proposed_name, v.proposed_title, extract(epoch from v.proposed_at))::text;
-- With the terms once more: they are what was answered; and with the document, which comes with the answer at times.
create function agreement_answer_text(v agreement_version) returns text
  language sql stable
  return jsonb_build_array(v.agency_id, v.partnership_id, v.number, v.terms,
    (select f.sha256 from stored_file f where f.agency_id = v.agency_id and f.id = v.file_id),
    v.decline_reason is null, v.decline_reason, v.answered_by, v.answered_name, v.answered_title,
    extract(epoch from v.answered_at))::text;
create function check_in_text(c joint_check_in) returns text
  language sql stable
  return jsonb_build_array(c.agency_id, c.partnership_id, c.half_starts_on, c.side, c.ratings, c.going_well, c.would_help,
    c.liaison_in_place, c.liaison_name, c.answered_by, c.answered_name, extract(epoch from c.answered_at),
    extract(epoch from c.changed_at), c.revision)::text;
-- The day of the next review moves while the policy stays as it is: it is not part of what was adopted.
create function policy_adoption_text(p agency_policy) returns text
  language sql stable
  return jsonb_build_array(p.agency_id, p.id, p.title, p.number, p.amends, p.accreditation, p.issued_on, p.effective_on,
    (select f.sha256 from stored_file f where f.agency_id = p.agency_id and f.id = p.file_id),
    (select jsonb_agg(jsonb_build_array(e.code, e.status, e.reference, e.notes) order by e.code)
     from policy_element e where e.agency_id = p.agency_id and e.policy_id = p.id),
    p.adopted_on, extract(epoch from p.adopted_at), p.adopted_by, p.adopted_name, p.supersedes)::text;
create function policy_rescission_text(p agency_policy) returns text
  language sql stable
  return jsonb_build_array(p.agency_id, p.id, p.rescinded_on, extract(epoch from p.rescinded_at), p.rescinded_by,
    p.rescinded_name, p.rescind_reason)::text;

-- Everything confirmed, as it stands in the rows now.
create function confirmed_contents() returns table (agency_id uuid, kind text, id text, content text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select v.agency_id, 'agreement-proposal', v.partnership_id || '/' || v.number, agreement_proposal_text(v)
  from agreement_version v
  union all
  select v.agency_id, 'agreement-answer', v.partnership_id || '/' || v.number, agreement_answer_text(v)
  from agreement_version v where v.answered_at is not null
  union all
  select c.agency_id, 'check-in', c.partnership_id || '/' || c.half_starts_on || '/' || c.side, check_in_text(c)
  from joint_check_in c
  union all
  select p.agency_id, 'policy-adoption', p.id::text, policy_adoption_text(p)
  from agency_policy p where p.adopted_at is not null
  union all
  select p.agency_id, 'policy-rescission', p.id::text, policy_rescission_text(p)
  from agency_policy p where p.rescinded_at is not null;
end;
revoke all on function confirmed_contents() from public;

-- One event of the chain of what is confirmed at an agency. It stands beside the agency's own chain, where each act has
-- its event too. Whoever writes a row without acting for anybody, as the database's owner can, proves nothing by it.
create function prove_confirmed(agency uuid, kind text, id text, content text, more jsonb default '{}') returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  in_chain constant text := 'confirmed:' || agency;
  head audit_chain;
  event audit_event;
begin
  -- An act locks the agency's own chain too, when it is recorded: always in this order, so that no two wait for each other.
  perform from audit_chain c where c.chain = 'agency:' || agency for update;
  insert into audit_chain values (in_chain, 0, '\x'::bytea) on conflict do nothing;
  select * into head from audit_chain c where c.chain = in_chain for update;
  event := row(in_chain, head.last_seq + 1, clock_timestamp(), acting(), acting_person(), null, null, 'content-confirmed',
               kind, id, more || jsonb_build_object('sha256', encode(sha256(convert_to(content, 'UTF8')), 'hex')),
               head.last_hash, null)::audit_event;
  event.hash := audit_event_hash(event);
  insert into audit_event select event.*;
  update audit_chain set last_seq = event.seq, last_hash = event.hash where chain = in_chain;
end
$$;
revoke all on function prove_confirmed(uuid, text, text, text, jsonb) from public;

-- The answer to a version also names the organization it was agreed with: merging records moves a partnership to another
-- one, so that this is no part of what never changes.
create function prove_answer(v agreement_version) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  select prove_confirmed(v.agency_id, 'agreement-answer', v.partnership_id || '/' || v.number, agreement_answer_text(v),
    jsonb_build_object('with', p.partner_id))
  from partnership p where p.agency_id = v.agency_id and p.id = v.partnership_id;
end;
revoke all on function prove_answer(agreement_version) from public;

-- A group writes versions of many agencies at once, answered already: their chains are taken in one order.
create function prove_new_versions() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  v agreement_version;
begin
  if acting() = 'public' then return null; end if;
  for v in select w.* from written w order by w.agency_id, w.partnership_id, w.number loop
    perform prove_confirmed(v.agency_id, 'agreement-proposal', v.partnership_id || '/' || v.number,
      agreement_proposal_text(v));
    if v.answered_at is not null then
      perform prove_answer(v);
    end if;
  end loop;
  return null;
end
$$;
revoke all on function prove_new_versions() from public;
create trigger agreement_version_proposal_proved after insert on agreement_version
  referencing new table as written for each statement execute function prove_new_versions();

create function prove_answered_version() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if acting() = 'public' or old.answered_at is not null or new.answered_at is null then return null; end if;
  perform prove_answer(new);
  return null;
end
$$;
revoke all on function prove_answered_version() from public;
create trigger agreement_version_answer_proved after update on agreement_version
  for each row execute function prove_answered_version();

create function prove_check_in() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if acting() = 'public' then return null; end if;
  perform prove_confirmed(new.agency_id, 'check-in',
    new.partnership_id || '/' || new.half_starts_on || '/' || new.side, check_in_text(new));
  return null;
end
$$;
revoke all on function prove_check_in() from public;
create trigger joint_check_in_proved after insert or update on joint_check_in
  for each row execute function prove_check_in();

create function prove_policy() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if acting() = 'public' then return null; end if;
  if old.adopted_at is null and new.adopted_at is not null then
    perform prove_confirmed(new.agency_id, 'policy-adoption', new.id::text, policy_adoption_text(new));
  end if;
  if old.rescinded_at is null and new.rescinded_at is not null then
    perform prove_confirmed(new.agency_id, 'policy-rescission', new.id::text, policy_rescission_text(new));
  end if;
  return null;
end
$$;
revoke all on function prove_policy() from public;
create trigger agency_policy_proved after update on agency_policy
  for each row execute function prove_policy();

-- Whether two records are one organization by what was merged, in however many steps, taken back or not.
create function are_merged(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with recursive linked (id) as (
    select one
    union select case when m.kept_id = l.id then m.merged_id else m.kept_id end
    from linked l join partner_merge m on l.id in (m.kept_id, m.merged_id))
  select other in (select l.id from linked l);
end;
revoke all on function are_merged(uuid, uuid) from public;

-- What the rows say against what was proved of each last; partnerships that show other terms, or another word, than the
-- version that both sides agreed to, or another organization than it was agreed with; and active ones whose agreed version
-- is set aside. Contacts and the day of the next review change without a new version.
create function confirmed_breaks() returns table (chain text, seq bigint, problem text, subject text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with kept as (
    select 'confirmed:' || c.agency_id as chain, c.kind, c.id,
      encode(sha256(convert_to(c.content, 'UTF8')), 'hex') as digest
    from confirmed_contents() c
  ), proved as (
    select distinct on (e.chain, e.subject_kind, e.subject_id) e.chain, e.seq, e.subject_kind as kind, e.subject_id as id,
      e.details ->> 'sha256' as digest, (e.details ->> 'with')::uuid as agreed_with
    from audit_event e where e.chain like 'confirmed:%'
    order by e.chain, e.subject_kind, e.subject_id, e.seq desc
  )
  select coalesce(p.chain, k.chain), coalesce(p.seq, 0),
    case when p.seq is null then 'confirmed-unproved' when k.id is null then 'confirmed-missing'
         else 'confirmed-changed' end,
    coalesce(p.kind, k.kind) || ' ' || coalesce(p.id, k.id)
  from proved p full join kept k on k.chain = p.chain and k.kind = p.kind and k.id = p.id
  where p.digest is distinct from k.digest
  union all
  select 'confirmed:' || p.agency_id, 0, 'confirmed-shown-otherwise', 'partnership ' || p.id
  from partnership p
  join agreement_version v on v.agency_id = p.agency_id and v.partnership_id = p.id and v.state = 'agreed',
  lateral (select v.terms -> 'arrangement' as said) a
  where p.state = 'active' and (
    p.purpose is distinct from a.said ->> 'purpose'
    or to_jsonb(p.services) is distinct from a.said -> 'services'
    or p.other_services is distinct from a.said ->> 'otherServices'
    or p.term_starts_on is distinct from (a.said ->> 'termStartsOn')::date
    or p.term_ends_on is distinct from (a.said ->> 'termEndsOn')::date
    or p.agreement_file_id is distinct from v.file_id
    or p.confirmed_at is distinct from v.answered_at
    or (p.confirmed_by, p.confirmed_name, p.confirmed_title) is distinct from
       case v.side when 'agency' then row(v.answered_by, v.answered_name, v.answered_title)
                   else row(v.proposed_by, v.proposed_name, v.proposed_title) end
    or exists (select from proved e
               where e.chain = 'confirmed:' || p.agency_id and e.kind = 'agreement-answer'
                 and e.id = v.partnership_id || '/' || v.number and not are_merged(e.agreed_with, p.partner_id)))
  union all
  select 'confirmed:' || p.agency_id, 0, 'confirmed-missing', 'partnership ' || p.id
  from partnership p
  where p.state = 'active'
    and exists (select from agreement_version v where v.agency_id = p.agency_id and v.partnership_id = p.id)
    and not exists (select from agreement_version v
                    where v.agency_id = p.agency_id and v.partnership_id = p.id and v.state = 'agreed')
  order by 1, 2, 4;
end;
revoke all on function confirmed_breaks() from public;

-- What was confirmed before is proved as it stands now.
do $$
declare
  one record;
begin
  for one in select * from confirmed_contents() order by agency_id, kind, id loop
    if one.kind <> 'agreement-answer' then perform prove_confirmed(one.agency_id, one.kind, one.id, one.content); end if;
  end loop;
  perform prove_answer(v) from agreement_version v where v.answered_at is not null
    order by v.agency_id, v.partnership_id, v.number;
end
$$;
