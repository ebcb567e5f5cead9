-- An answer to the checklist that was given about another document waits until somebody checked it against the one that
-- the version has now. No adopted version has any.
alter table policy_element add column is_to_check boolean not null default false;

-- When another document took the place of the one a draft had, as those who read that one have to know.
alter table agency_policy add column document_replaced_at timestamptz;

-- A policy adopted while a comment waited for an answer tells whoever wrote it why.
alter table policy_comment
  add column adopted_over_at     timestamptz,
  add column adopted_over_reason text check (length(adopted_over_reason) between 1 and 2000),
  add check (num_nonnulls(adopted_over_at, adopted_over_reason) in (0, 2));
grant update (adopted_over_at, adopted_over_reason) on policy_comment to onemind_app;

-- As before, and what became of the version since.
drop function acknowledgment_link_shown(bytea, timestamptz);
create function acknowledgment_link_shown(hash bytea, at timestamptz) returns table (
  agency_id uuid, link_id uuid, agency_name text, time_zone text, given_name text, family_name text, suffix text,
  title text, number text, effective_on date, file_name text, media_type text, size bigint, sha256 text,
  is_expired boolean, is_used boolean, is_asked boolean, is_in_effect boolean, acknowledged_on date, rescinded_on date)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.agency_id, l.id, a.name, a.time_zone, m.given_name, m.family_name, m.suffix,
    p.title, p.number, greatest(p.effective_on, p.adopted_on), f.name, f.media_type, f.size, f.sha256,
    l.expires_at <= at, exists (
      select from policy_acknowledgment u where u.agency_id = l.agency_id and u.policy_id = l.policy_id
        and u.staff_id = l.staff_id and u.how = 'link' and u.revoked_at >= l.mailed_at),
    m.separated_on is null or m.separated_on > (at at time zone a.time_zone)::date,
    p.id is not distinct from policy_in_effect(l.agency_id, (at at time zone a.time_zone)::date),
    k.acknowledged_on, p.rescinded_on
  from acknowledgment_link l
  join agency a on a.id = l.agency_id
  join staff_member m on m.agency_id = l.agency_id and m.id = l.staff_id
  join agency_policy p on p.agency_id = l.agency_id and p.id = l.policy_id
  join stored_file f on f.agency_id = p.agency_id and f.id = p.file_id
  left join policy_acknowledgment k on k.agency_id = l.agency_id and k.policy_id = l.policy_id
    and k.staff_id = l.staff_id and k.revoked_at is null and k.gave_way_in is null
  where l.token_hash = hash;
end;
revoke all on function acknowledgment_link_shown(bytea, timestamptz) from public;
grant execute on function acknowledgment_link_shown(bytea, timestamptz) to onemind_app;

-- Whether a link went to the person who acts: their account is the one of its person on the roster, or has the address
-- that the roster has for them. Says nothing about anybody else.
create function is_own_acknowledgment_link(hash bytea) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select from acknowledgment_link l
    join staff_member m on m.agency_id = l.agency_id and m.id = l.staff_id
    join identity.person p on p.id = acting_person()
    where l.token_hash = hash and (lower(m.email) = lower(p.email) or is_own_staff(l.agency_id, l.staff_id)));
revoke all on function is_own_acknowledgment_link(bytea) from public;
grant execute on function is_own_acknowledgment_link(bytea) to onemind_app;
