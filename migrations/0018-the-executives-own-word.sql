-- The executive signs the pledge and adopts the policy in person: whoever the agency's transaction acts for has to hold
-- the role, and stands as the signer.

create function is_acting_executive(in_agency uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (
    select from agency_membership m
    where m.agency_id = in_agency and m.person_id = acting_person() and m.role = 'executive' and m.ended_at is null);
end;
revoke all on function is_acting_executive(uuid) from public;
grant execute on function is_acting_executive(uuid) to onemind_app;

create function refuse_anothers_signature() returns trigger
  language plpgsql
as $$
begin
  if acting_agency() is not null
     and not (new.signed_by is not distinct from acting_person() and is_acting_executive(new.agency_id)) then
    raise exception 'The executive alone signs the pledge.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_signed before update of signed_by, signed_at, signed_name on pledge
  for each row when (num_nonnulls(new.signed_by, new.signed_at, new.signed_name) > 0
    and (new.signed_by, new.signed_at, new.signed_name) is distinct from (old.signed_by, old.signed_at, old.signed_name))
  execute function refuse_anothers_signature();

create function refuse_anothers_adoption() returns trigger
  language plpgsql
as $$
begin
  if acting_agency() is null
     or num_nonnulls(new.adopted_by, new.adopted_at, new.adopted_on, new.adopted_name) = 0 then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (new.adopted_by, new.adopted_at, new.adopted_on, new.adopted_name)
       is not distinct from (old.adopted_by, old.adopted_at, old.adopted_on, old.adopted_name) then
      return new;
    end if;
  end if;
  if not (new.adopted_by is not distinct from acting_person() and is_acting_executive(new.agency_id)) then
    raise exception 'The executive alone adopts the policy.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger agency_policy_adopted before insert or update on agency_policy
  for each row execute function refuse_anothers_adoption();

-- A certificate speaks for the pledge it was earned under. An agency that pledges anew after its pledge was ended is
-- listed as pledged until it is certified again; the earlier certificate can still be verified by its number.
create or replace function publish_agencies(agencies uuid[]) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  delete from directory_entry d where d.agency_id in (select unnest(agencies))
    and not exists (select from pledge p where p.agency_id = d.agency_id and p.state = 'active');
  insert into directory_entry (agency_id, slug, name, kind, country, region, city, county, website, status,
                               pledged_on, certified_on, search)
  select a.id, a.slug, a.name, a.kind, a.country, a.region, a.city, a.county, a.website,
         case when c.certified_on is null then 'pledged' else 'certified' end, p.taken_on, c.certified_on,
         lower(concat_ws(' ', a.name, a.city, a.county))
  from agency a
  join pledge p on p.agency_id = a.id and p.state = 'active'
  left join lateral (
    select max(issued.certified_on) as certified_on
    from certificate issued
    join submission s on s.agency_id = issued.agency_id and s.id = issued.submission_id
    where issued.agency_id = a.id and s.pledge_id = p.id
  ) c on true
  where a.id in (select unnest(agencies))
  on conflict (agency_id) do update set
    slug = excluded.slug, name = excluded.name, kind = excluded.kind, country = excluded.country,
    region = excluded.region, city = excluded.city, county = excluded.county, website = excluded.website,
    status = excluded.status, pledged_on = excluded.pledged_on, certified_on = excluded.certified_on,
    search = excluded.search;
  delete from directory_partner d where d.agency_id in (select unnest(agencies));
  insert into directory_partner (agency_id, partner_id, name)
  select s.agency_id, s.partner_id, o.name
  from partnership s join partner_organization o on o.id = s.partner_id
  where s.agency_id in (select unnest(agencies)) and s.state = 'active' and s.named_in_public;
end;

-- A person's places in the order people expect: Árbol before Zebra.
create or replace function places_of_acting_person()
  returns table (place text, id uuid, slug text, name text, time_zone text, roles text[])
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  person constant uuid := acting_person();
begin
  return query
    select p.* from (
      select 'agency' as place, a.id, a.slug, a.name, a.time_zone, array_agg(m.role order by m.role) as roles
      from agency_membership m join agency a on a.id = m.agency_id
      where m.person_id = person and m.ended_at is null
      group by a.id
      union all
      select 'partner', o.id, null, o.name, null, '{}'
      from partner_membership m join partner_organization o on o.id = m.partner_id
      where m.person_id = person and m.ended_at is null
      union all
      select 'campaign', null, null, null, null, array_agg(m.role order by m.role)
      from campaign_membership m
      where m.person_id = person and m.ended_at is null
      having count(*) > 0
    ) p
    order by p.place, p.name collate "und-x-icu", p.id;
end
$$;
