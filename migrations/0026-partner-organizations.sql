-- One record of each organization across the campaign: its own people's word about it, found by typing, merged by the
-- campaign where there are two of one.

alter table partner_organization
  add constraint partner_organization_kinds check (kinds <@ '{community-mental-health-center,crisis-service,hospital,
    peer-organization,disability-service,substance-use-service,court-program,homeless-service,university,
    veterans-service,public-health-department,other}'),
  -- The organization's general contact, for every agency that may find it.
  add column phone text not null default '' check (length(phone) <= 40),
  add column email text check (email = lower(email)),
  -- Counts every change of the profile: a save is bound to what was shown.
  add column revision int not null default 1,
  add column merged_into uuid references partner_organization (id) check (merged_into <> id),
  add column merged_at timestamptz,
  add check ((merged_into is null) = (merged_at is null));
create index partner_organization_merged on partner_organization (merged_into) where merged_into is not null;
create index partner_organization_proposed_by on partner_organization (proposed_by_agency);

-- "Elm County Behavioral Health" is "ecbh" to those who work with it.
create function name_acronym(name text) returns text
  language plpgsql immutable parallel safe set search_path = public, pg_temp
as $$
declare
  initials constant text := (
    select string_agg(left(word, 1), '' order by place)
    from regexp_split_to_table(name_key(name), ' ') with ordinality as words (word, place)
    where word not in ('of', 'the', 'and', 'for', 'in', 'at'));
begin
  return case when length(initials) > 2 then initials else '' end;
end
$$;

-- What is searched: name, acronym and places, folded the way names are compared.
create function organization_search_key(name text, places text[]) returns text
  language plpgsql immutable parallel safe set search_path = public, pg_temp
as $$
begin
  return concat_ws(' ', name_key(name), nullif(name_acronym(name), ''), nullif(name_key(array_to_string(places, ' ')), ''));
end
$$;
alter table partner_organization
  add column name_folded text not null generated always as (name_key(name)) stored,
  add column acronym text not null generated always as (name_acronym(name)) stored,
  add column search_key text not null generated always as (organization_search_key(name, places_served)) stored;
create index partner_organization_search on partner_organization using gin (search_key gin_trgm_ops);

-- Somebody of the organization has taken its record over, or the campaign has merged it: from then on agencies only
-- choose it, also after its last representative left, so that no agency ever puts its own person in the place of one.
create or replace function is_claimed_partner(partner uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return exists (select from partner_membership m where m.partner_id = partner)
    or exists (select from partner_merge g where g.kept_id = partner and g.undone_at is null);
end
$$;

-- People of the organization whom agencies turn to.
create table partner_contact (
  partner_id uuid not null references partner_organization (id),
  id         uuid not null default gen_random_uuid(),
  name       text not null check (length(name) between 1 and 200),
  role       text not null check (length(role) between 1 and 200),
  phone      text not null default '' check (length(phone) <= 40),
  email      text check (email = lower(email)),
  revision   int not null default 1,
  primary key (id),
  check (phone <> '' or email is not null)
);
create index partner_contact_partner on partner_contact (partner_id);

-- Two records that the campaign joined into one; what moved is kept, so that it can move back for a time.
create table partner_merge (
  id          uuid primary key default gen_random_uuid(),
  kept_id     uuid not null references partner_organization (id),
  merged_id   uuid not null references partner_organization (id),
  merged_by   uuid not null references identity.person (id),
  merged_at   timestamptz not null default now(),
  -- A partnership that ended with the merge can't be begun again by taking the merge back.
  is_final    boolean not null,
  -- Of people who spoke for both: their place in the record that went.
  ended_memberships uuid[] not null default '{}',
  undone_by   uuid references identity.person (id),
  undone_at   timestamptz,
  check (kept_id <> merged_id),
  check ((undone_at is null) = (undone_by is null))
);
create index partner_merge_kept on partner_merge (kept_id);
create index partner_merge_merged on partner_merge (merged_id);
create table partner_merge_moved (
  merge_id uuid not null references partner_merge (id),
  place    bigint generated always as identity,
  relation text not null,
  field    text not null,
  -- The row's key, without the field that moved.
  row_key  jsonb not null,
  primary key (merge_id, place)
);

-- Two records that look like one organization, or that somebody who speaks for both says are one.
create table partner_likeness (
  one_id     uuid not null references partner_organization (id),
  other_id   uuid not null references partner_organization (id),
  -- Of the names, 0 to 1.
  likeness   real not null,
  same_site  boolean not null,
  asked_by   uuid references identity.person (id),
  asked_at   timestamptz,
  -- Shown the one record, this agency added the other: it says that they are two.
  told_apart_by uuid references agency (id),
  -- The campaign has looked: they are two.
  settled_by uuid references identity.person (id),
  settled_at timestamptz,
  primary key (one_id, other_id),
  check (one_id < other_id),
  check ((settled_at is null) = (settled_by is null)),
  check ((asked_at is null) = (asked_by is null))
);
create index partner_likeness_other on partner_likeness (other_id);
create index partner_likeness_open on partner_likeness (likeness desc) where settled_at is null;

create function site_host(website text) returns text
  language sql immutable parallel safe
  return nullif(regexp_replace(lower(website), '^https?://(www\.)?([^/:?#]*).*$', '\2'), '');
create index partner_organization_site on partner_organization (site_host(website)) where website is not null;
create index partner_organization_name_likeness on partner_organization using gin (name_folded gin_trgm_ops);

-- The states that places name behind their comma: "Elm County, Texas". Two organizations of one name in different states
-- are two.
create function regions_of(places text[]) returns text[]
  language sql immutable parallel safe
  return array(select lower(trim(substring(place from ',([^,]*)$'))) from unnest(places) place where place like '%,%');

-- Compares a record with all others by name and web address; what was asked, told or settled about a pair stays.
create function note_likeness() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.7
as $$
begin
  delete from partner_likeness l
  where new.id in (l.one_id, l.other_id) and l.settled_at is null and l.asked_at is null and l.told_apart_by is null;
  if new.merged_into is not null then
    delete from partner_likeness l where new.id in (l.one_id, l.other_id);
    return null;
  end if;
  insert into partner_likeness (one_id, other_id, likeness, same_site)
  select least(o.id, new.id), greatest(o.id, new.id), similarity(o.name_folded, new.name_folded),
         coalesce(site_host(o.website) = site_host(new.website), false)
  from partner_organization o
  where o.id in (
      select a.id from partner_organization a where a.name_folded % new.name_folded
      union
      select a.id from partner_organization a where a.website is not null and site_host(a.website) = site_host(new.website))
    and o.id <> new.id and o.merged_into is null
    and (regions_of(o.places_served) = '{}' or regions_of(new.places_served) = '{}'
      or regions_of(o.places_served) && regions_of(new.places_served))
  order by 3 desc limit 20
  on conflict (one_id, other_id) do update set likeness = excluded.likeness, same_site = excluded.same_site;
  return null;
end
$$;
revoke all on function note_likeness() from public;
create trigger partner_organization_likeness_new after insert on partner_organization
  for each row execute function note_likeness();
create trigger partner_organization_likeness after update of name, website, places_served, merged_into on partner_organization
  for each row when (old.name is distinct from new.name or old.website is distinct from new.website
    or old.places_served is distinct from new.places_served or old.merged_into is distinct from new.merged_into)
  execute function note_likeness();

-- The acting agency was shown `others`, which look like `told`, the record that it has just added, and says that it is
-- none of them: pairs for the campaign to look at, also where the names alone would not make them one.
create function note_told_apart(told uuid, others uuid[]) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  insert into partner_likeness as l (one_id, other_id, likeness, same_site, told_apart_by)
  select least(o.id, n.id), greatest(o.id, n.id), similarity(o.name_folded, n.name_folded),
         coalesce(site_host(o.website) = site_host(n.website), false), acting_agency()
  from partner_organization n join partner_organization o on o.id = any (others) and o.id <> n.id and o.merged_into is null
  where n.id = told and n.proposed_by_agency = acting_agency()
  on conflict (one_id, other_id) do update set told_apart_by = excluded.told_apart_by where l.told_apart_by is null;
end;
revoke all on function note_told_apart(uuid, uuid[]) from public;
grant execute on function note_told_apart(uuid, uuid[]) to onemind_app;

-- Records that fit words, typing errors forgiven, the best first; of those that the acting party may find. Security
-- definer: the operators of trigrams are not leakproof, so that behind row-level security no index would serve them.
-- Who may find what is therefore said here as the policies say it.
create function find_partner_organizations(search text) returns table (id uuid, rank real)
  language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.4
as $$
declare
  asked constant text := name_key(search);
  words constant text[] := array(
    select word from regexp_split_to_table(asked, ' ') word
    where word <> '' and word not in ('of', 'the', 'and', 'for', 'in', 'at') limit 8);
  longest constant text := (select word from unnest(words) word order by length(word) desc limit 1);
begin
  if longest is null then return; end if;
  return query
    select o.id, (case when o.name_folded = asked then 3 when o.name_folded like asked || '%' then 2
                       when o.acronym = replace(asked, ' ', '') then 2 else 0 end
                  + word_similarity(asked, o.search_key))::real
    from partner_organization o
    where (o.search_key like '%' || longest || '%' or longest <% o.search_key or asked <% o.search_key)
      and o.merged_into is null
      -- Every word fits nearly, or all together fit well.
      and (word_similarity(asked, o.search_key) >= 0.6
        or (select bool_and(o.search_key like '%' || word || '%' or word_similarity(word, o.search_key) >= 0.4)
            from unnest(words) word))
      and (is_campaign() or is_system()
        or o.id = acting_partner()
        or acting_agency() is not null and (o.proposed_by_agency = acting_agency() or is_claimed_partner(o.id)
          or exists (select from partnership p where p.partner_id = o.id and p.agency_id = acting_agency())))
    order by 2 desc, o.name collate "und-x-icu", o.id
    limit 500;
end
$$;
revoke all on function find_partner_organizations(text) from public;
grant execute on function find_partner_organizations(text) to onemind_app;

-- The record that an address leads to today: itself, or the one it was merged into.
create function surviving_partner(partner uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with recursive way as (
    select o.id, o.merged_into, 1 as steps from partner_organization o where o.id = partner
    union all
    select o.id, o.merged_into, way.steps + 1 from way join partner_organization o on o.id = way.merged_into
    where way.steps < 20
  )
  select id from way where merged_into is null;
end;
revoke all on function surviving_partner(uuid) from public;
grant execute on function surviving_partner(uuid) to onemind_app;

-- Whether the acting person keeps the campaign's organizations: see src/partner-organization/partner-organization-access.ts.
create function keeps_organizations() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return is_campaign() and exists (
    select from campaign_membership m
    where m.person_id = acting_person() and m.role in ('administrator', 'assistance-lead') and m.ended_at is null);
revoke all on function keeps_organizations() from public;
grant execute on function keeps_organizations() to onemind_app;

-- Addresses at these say nothing about whom somebody works for.
create table public_mail_domain (
  domain text primary key check (domain = lower(domain))
);
insert into public_mail_domain values
  ('aol.com'), ('att.net'), ('bellsouth.net'), ('charter.net'), ('comcast.net'), ('cox.net'), ('duck.com'),
  ('earthlink.net'), ('fastmail.com'), ('gmail.com'), ('gmx.com'), ('gmx.net'), ('googlemail.com'), ('hey.com'),
  ('hotmail.com'), ('icloud.com'), ('juno.com'), ('live.com'), ('mac.com'), ('mail.com'), ('me.com'), ('msn.com'),
  ('optonline.net'), ('outlook.com'), ('pm.me'), ('proton.me'), ('protonmail.com'), ('rocketmail.com'),
  ('sbcglobal.net'), ('verizon.net'), ('yahoo.ca'), ('yahoo.com'), ('ymail.com'), ('zoho.com');
alter table public_mail_domain enable row level security;

-- Whether an address is at the mail domain of anybody who has or had a role at the agency, or of the executive it named.
-- One county's sheriff and health department may well share one, so this is a remark and no refusal.
create function is_at_agency_mail_domain(address text, agency uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return (is_campaign() or is_system() or coalesce(acting_agency() = is_at_agency_mail_domain.agency, false))
    and not exists (select from public_mail_domain d where d.domain = split_part(lower(address), '@', 2))
    and (exists (select from agency_membership m join identity.person p on p.id = m.person_id
                 where m.agency_id = is_at_agency_mail_domain.agency
                   and split_part(p.email, '@', 2) = split_part(lower(address), '@', 2))
      or exists (select from pledge g where g.agency_id = is_at_agency_mail_domain.agency
                 and split_part(g.executive_email, '@', 2) = split_part(lower(address), '@', 2)));
revoke all on function is_at_agency_mail_domain(text, uuid) from public;
grant execute on function is_at_agency_mail_domain(text, uuid) to onemind_app;

-- Partnerships of an agency for which somebody at its own mail domain confirmed, or is asked to, as the partner.
create function partners_at_agency_mail_domain(agency uuid) returns table (partnership_id uuid, partner_name text, has_confirmed boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.id, o.name, p.state = 'active'
  from partnership p
  join partner_organization o on o.id = p.partner_id
  left join identity.person who on who.id = p.confirmed_by
  where p.agency_id = partners_at_agency_mail_domain.agency and p.state in ('proposed', 'active')
    and is_at_agency_mail_domain(case p.state when 'active' then who.email else p.representative_email end, p.agency_id);
end;
revoke all on function partners_at_agency_mail_domain(uuid) from public;
grant execute on function partners_at_agency_mail_domain(uuid) to onemind_app;

-- Joins two records: every row that refers to `merged` refers to `kept` from here on, whichever slice's table it is in.
-- `ended` names, of each two live partnerships with one agency, the one that ends.
create function merge_partner_organizations(kept uuid, merged uuid, ended uuid[]) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  made uuid;
  reference record;
  found_key jsonb;
begin
  if not keeps_organizations() then
    raise exception 'Only the campaign merges organizations.' using errcode = 'insufficient_privilege';
  end if;
  perform from partner_organization o where o.id in (kept, merged) order by o.id for update;
  if kept = merged or (select count(*) from partner_organization o where o.id in (kept, merged) and o.merged_into is null) <> 2 then
    raise exception 'These are not two organizations.' using errcode = 'check_violation';
  end if;
  update partnership p
  set state = 'ended', ended_at = now(), ended_by_side = 'campaign', ended_by = acting_person(), revision = p.revision + 1,
      waiting_for = null,
      end_reason = 'The campaign merged two records of one organization. The partnership goes on in the other one.'
  where p.id = any (ended) and p.partner_id in (kept, merged) and p.state in ('proposed', 'active')
    and exists (select from partnership q where q.agency_id = p.agency_id and q.partner_id in (kept, merged)
                and q.partner_id <> p.partner_id and q.state in ('proposed', 'active') and q.id <> all (ended));
  insert into partner_merge (kept_id, merged_id, merged_by, is_final)
  values (kept, merged, acting_person(), found) returning id into made;
  -- Who was invited to one of the two was not invited to see what the other shares.
  update invitation i set revoked_at = now()
  where i.partner_id in (kept, merged) and i.accepted_at is null and i.revoked_at is null;
  for reference in
    select c.conrelid::regclass as relation, a.attname as field,
           array(select k.attname::text from pg_index x join pg_attribute k on k.attrelid = x.indrelid and k.attnum = any (x.indkey)
                 where x.indrelid = c.conrelid and x.indisprimary and k.attname <> a.attname) as key_fields
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'partner_organization'::regclass and cardinality(c.conkey) = 1
      and c.conrelid not in ('partner_organization'::regclass, 'partner_merge'::regclass, 'partner_likeness'::regclass)
    order by c.conrelid::regclass::text
  loop
    for found_key in execute format(
      'select (select jsonb_object_agg(k, to_jsonb(t) -> k) from unnest($2) k) from %s t where t.%I = $1',
      reference.relation, reference.field) using merged, reference.key_fields
    loop
      begin
        execute format('update %s t set %I = $1 where t.%I = $2 and to_jsonb(t) @> $3',
          reference.relation, reference.field, reference.field) using kept, merged, found_key;
        insert into partner_merge_moved (merge_id, relation, field, row_key)
        values (made, reference.relation::text, reference.field, found_key);
      exception when unique_violation then
        -- What both have in common, such as a person who speaks for both, stays where it was. Two live partnerships
        -- with one agency are nothing to leave behind.
        if reference.relation = 'partnership'::regclass then raise; end if;
      end;
    end loop;
  end loop;
  with closed as (
    update partner_membership m set ended_at = now() where m.partner_id = merged and m.ended_at is null returning m.id
  )
  update partner_merge g set ended_memberships = array(select closed.id from closed) where g.id = made;
  update partner_organization o set merged_into = kept, merged_at = now() where o.id = merged;
  return made;
end
$$;
revoke all on function merge_partner_organizations(uuid, uuid, uuid[]) from public;
grant execute on function merge_partner_organizations(uuid, uuid, uuid[]) to onemind_app;

-- Places that were taken in the joined record since a merge: by people whom somebody of either record may have invited.
-- People whom a later merge brought along came to their place in another record.
create function places_since_merge(merge uuid) returns table (membership_id uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select m.id
  from partner_merge g
  join partner_membership m on m.partner_id = g.kept_id and m.since >= g.merged_at and m.ended_at is null
  where g.id = places_since_merge.merge and keeps_organizations()
    and not exists (
      select from partner_merge_moved moved join partner_merge other on other.id = moved.merge_id
      where other.kept_id = g.kept_id and other.undone_at is null
        and moved.relation = 'partner_membership' and moved.row_key ->> 'id' = m.id::text);
end;
revoke all on function places_since_merge(uuid) from public;
grant execute on function places_since_merge(uuid) to onemind_app;

-- Takes a merge back: what it moved goes back, what came since stays with the record that was kept. Places taken and
-- invitations sent meanwhile end: they were for the joined record, and nobody can tell for which of the two.
create function undo_partner_merge(merge uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  made partner_merge;
  moved partner_merge_moved;
begin
  if not keeps_organizations() then
    raise exception 'Only the campaign merges organizations.' using errcode = 'insufficient_privilege';
  end if;
  select * into made from partner_merge g where g.id = merge for update;
  if made.id is null or made.undone_at is not null or made.is_final or made.merged_at < now() - interval '30 days'
     or exists (select from partner_organization o where o.id = made.kept_id and o.merged_into is not null) then
    return false;
  end if;
  update partner_membership m set ended_at = now() where m.id in (select p.membership_id from places_since_merge(merge) p);
  update invitation i set revoked_at = now()
  where i.partner_id = made.kept_id and i.created_at >= made.merged_at and i.accepted_at is null and i.revoked_at is null;
  update partner_organization o set merged_into = null, merged_at = null where o.id = made.merged_id;
  for moved in select * from partner_merge_moved m where m.merge_id = merge order by m.place loop
    execute format('update %s t set %I = $1 where t.%I = $2 and to_jsonb(t) @> $3', moved.relation, moved.field, moved.field)
      using made.merged_id, made.kept_id, moved.row_key;
  end loop;
  update partner_membership m set ended_at = null where m.id = any (made.ended_memberships);
  update partner_merge g set undone_at = now(), undone_by = acting_person() where g.id = merge;
  return true;
end
$$;
revoke all on function undo_partner_merge(uuid) from public;
grant execute on function undo_partner_merge(uuid) to onemind_app;

-- Nothing new begins with a record that has gone.
create function refuse_merged_organization() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from partner_organization o where o.id = new.partner_id and o.merged_into is not null) then
    raise exception 'This organization was merged into another.' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke all on function refuse_merged_organization() from public;
create trigger partnership_with_present before insert on partnership for each row execute function refuse_merged_organization();
create trigger partner_membership_in_present before insert on partner_membership
  for each row execute function refuse_merged_organization();

-- Somebody who speaks for two records says that they are one organization; the campaign decides.
create function ask_partner_merge(other uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if acting_partner() is null or other = acting_partner() or not exists (
       select from partner_membership m where m.partner_id = acting_partner() and m.person_id = acting_person() and m.ended_at is null)
     or not exists (
       select from partner_membership m where m.partner_id = other and m.person_id = acting_person() and m.ended_at is null) then
    return false;
  end if;
  insert into partner_likeness (one_id, other_id, likeness, same_site, asked_by, asked_at)
  select least(a.id, b.id), greatest(a.id, b.id), similarity(a.name_folded, b.name_folded),
         coalesce(site_host(a.website) = site_host(b.website), false), acting_person(), now()
  from partner_organization a, partner_organization b where a.id = acting_partner() and b.id = other
  on conflict (one_id, other_id) do update
  set asked_by = excluded.asked_by, asked_at = excluded.asked_at, settled_by = null, settled_at = null;
  return true;
end
$$;
revoke all on function ask_partner_merge(uuid) from public;
grant execute on function ask_partner_merge(uuid) to onemind_app;

-- With which of the acting person's other organizations the campaign was asked to merge the acting one.
create function asked_merges_of_acting_partner() returns table (other_id uuid, is_settled boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when l.one_id = acting_partner() then l.other_id else l.one_id end, l.settled_at is not null
  from partner_likeness l
  where acting_partner() in (l.one_id, l.other_id) and l.asked_by = acting_person();
end;
revoke all on function asked_merges_of_acting_partner() from public;
grant execute on function asked_merges_of_acting_partner() to onemind_app;

alter table partnership drop constraint partnership_ended_by_side_check;
alter table partnership add constraint partnership_ended_by_side_check
  check (ended_by_side in ('agency', 'partner', 'campaign'));

alter table partner_contact enable row level security;
alter table partner_merge enable row level security;
alter table partner_merge_moved enable row level security;
alter table partner_likeness enable row level security;
grant select, insert, update, delete on partner_contact to onemind_app;
grant select on partner_merge to onemind_app;
grant select, update (settled_by, settled_at) on partner_likeness to onemind_app;
revoke update on partner_organization from onemind_app;
grant update (name, kinds, places_served, website, phone, email, revision) on partner_organization to onemind_app;

-- Its own people write the record once they have claimed it; the agency that proposed it only before.
create policy partner_organization_profile on partner_organization for update to onemind_app
  using (id = (select acting_partner()) and merged_into is null);
create policy partner_organization_corrected on partner_organization for update to onemind_app
  using (proposed_by_agency = (select acting_agency()) and not is_claimed_partner(id) and merged_into is null);

-- Named people are for those whom the organization works with today.
create policy partner_contact_own on partner_contact for all to onemind_app using (partner_id = (select acting_partner()));
create policy partner_contact_agency on partner_contact for select to onemind_app using (
  (select acting_agency()) is not null and exists (
    select from partnership p where p.partner_id = partner_contact.partner_id and p.agency_id = (select acting_agency())
      and p.state = 'active'));
create policy partner_contact_campaign on partner_contact for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

create policy partner_merge_campaign on partner_merge for select to onemind_app
  using ((select is_campaign()) or (select is_system()));
create policy partner_likeness_campaign on partner_likeness for select to onemind_app
  using ((select is_campaign()) or (select is_system()));
create policy partner_likeness_settled on partner_likeness for update to onemind_app
  using ((select keeps_organizations()));

create policy partner_membership_ended on partner_membership for update to onemind_app
  using (partner_id = (select acting_partner()) and ended_at is null)
  with check (partner_id = (select acting_partner()) and ended_at is not null);
