-- What the public sees of agencies: one row each, written by the database itself whenever its sources change,
-- so that no page has to remember to, and nothing else of an agency is ever within the public's reach.

create extension if not exists pg_trgm;

create table directory_entry (
  agency_id    uuid primary key references agency (id) on delete cascade,
  slug         text not null unique,
  name         text not null,
  kind         text not null,
  country      text not null,
  region       text not null,
  city         text not null,
  county       text,
  website      text,
  status       text not null check (status in ('pledged', 'certified')),
  pledged_on   date not null,
  certified_on date,
  search       text not null,
  -- What agencies are compared by where somebody types or pastes their names.
  name_folded  text not null generated always as (name_key(name)) stored
);
-- In the order people expect: Árbol before Zebra, whatever the database's own order.
create index directory_entry_by_name on directory_entry (name collate "und-x-icu", slug);
create index directory_entry_by_place on directory_entry (region, name collate "und-x-icu", slug);
create index directory_entry_by_status on directory_entry (status, name collate "und-x-icu", slug);
create index directory_entry_by_certification
  on directory_entry (certified_on desc nulls last, name collate "und-x-icu", slug);
create index directory_entry_by_pledge on directory_entry (pledged_on desc, name collate "und-x-icu", slug);
create index directory_entry_search on directory_entry using gin (search gin_trgm_ops);

-- Its partners are not kept here: which of them is named changes with the day, see the view named_partner.
alter table directory_entry enable row level security;
grant select on directory_entry to onemind_app;
create policy directory_entry_public on directory_entry for select to onemind_app using (true);

-- The entries of some agencies as they should be.
-- A certificate speaks for the pledge it was earned under. An agency that pledges anew after its pledge was ended is
-- listed as pledged until it is certified again, as does one whose certificate was suspended, revoked or has lapsed; the
-- earlier certificate can still be verified by its number.
create function publish_agencies(agencies uuid[]) returns void
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
    where issued.agency_id = a.id and s.pledge_id = p.id and is_valid_certificate(issued.agency_id, issued.id)
  ) c on true
  where a.id in (select unnest(agencies))
  on conflict (agency_id) do update set
    slug = excluded.slug, name = excluded.name, kind = excluded.kind, country = excluded.country,
    region = excluded.region, city = excluded.city, county = excluded.county, website = excluded.website,
    status = excluded.status, pledged_on = excluded.pledged_on, certified_on = excluded.certified_on,
    search = excluded.search;
end;
revoke all on function publish_agencies(uuid[]) from public;

-- Statement-wise, so that a thousand changed rows are published in one go.
create function publish_changed_agencies() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform publish_agencies((select coalesce(array_agg(distinct agency_id), '{}') from changed));
  return null;
end
$$;
create function publish_changed_agency_facts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform publish_agencies((select coalesce(array_agg(id), '{}') from changed));
  return null;
end
$$;

create trigger publish_agency after update on agency
  referencing new table as changed for each statement execute function publish_changed_agency_facts();
create trigger publish_new_pledge after insert on pledge
  referencing new table as changed for each statement execute function publish_changed_agencies();
create trigger publish_pledge after update on pledge
  referencing new table as changed for each statement execute function publish_changed_agencies();
create trigger publish_certificate after insert on certificate
  referencing new table as changed for each statement execute function publish_changed_agencies();
create trigger publish_certificate_event after insert on certificate_event
  referencing new table as changed for each statement execute function publish_changed_agencies();
