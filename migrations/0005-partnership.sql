-- Mental health and community organizations, and what an agency and one of them have agreed.

create table partner_organization (
  id                 uuid primary key default gen_random_uuid(),
  name               text not null check (length(name) between 2 and 200),
  kinds              text[] not null check (cardinality(kinds) > 0),
  -- Each place by itself: "Elm County, Texas".
  places_served      text[] not null default '{}',
  website            text,
  proposed_by_agency uuid references agency (id),
  created_at         timestamptz not null default now()
);
create index partner_organization_name on partner_organization (name_key(name));

alter table partner_membership add foreign key (partner_id) references partner_organization (id);
alter table invitation add foreign key (partner_id) references partner_organization (id);

-- Whether people of the organization itself have taken its record over: from then on agencies only choose it.
create function is_claimed_partner(partner uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from partner_membership m where m.partner_id = partner and m.ended_at is null);
revoke all on function is_claimed_partner(uuid) from public;
grant execute on function is_claimed_partner(uuid) to onemind_app;

create table partnership (
  agency_id            uuid not null references agency (id),
  id                   uuid not null default gen_random_uuid(),
  partner_id           uuid not null references partner_organization (id),
  state                text not null check (state in ('proposed', 'active', 'declined', 'ended')),
  purpose              text not null,
  services             text[] not null,
  other_services       text not null default '',
  agency_contact_name  text not null,
  agency_contact_email text not null,
  agency_contact_phone text not null default '',
  partner_contact_name  text not null,
  partner_contact_email text not null check (partner_contact_email = lower(partner_contact_email)),
  partner_contact_phone text not null default '',
  -- Who is asked to speak for an organization that nobody speaks for yet.
  representative_email text check (representative_email = lower(representative_email)),
  agreement_file_id    uuid,
  term_starts_on       date,
  term_ends_on         date,
  review_on            date,
  -- Counts every change, so that an answer is bound to what was shown.
  revision             int not null default 1,
  proposed_by          uuid not null references identity.person (id),
  proposed_at          timestamptz not null default now(),
  confirmed_by         uuid references identity.person (id),
  confirmed_at         timestamptz,
  confirmed_name       text,
  confirmed_title      text,
  named_in_public      boolean not null default false,
  declined_at          timestamptz,
  decline_reason       text,
  ended_at             timestamptz,
  ended_by_side        text check (ended_by_side in ('agency', 'partner')),
  ended_by             uuid references identity.person (id),
  end_reason           text,
  primary key (agency_id, id),
  foreign key (agency_id, agreement_file_id) references stored_file (agency_id, id),
  check (term_ends_on is null or term_starts_on is null or term_ends_on > term_starts_on),
  check (services <> '{}' or other_services <> ''),
  check (state <> 'active' or (confirmed_by is not null and confirmed_at is not null and confirmed_name is not null)),
  check (state <> 'declined' or (declined_at is not null and decline_reason is not null)),
  check (state <> 'ended' or (ended_at is not null and ended_by_side is not null and end_reason is not null))
);
create unique index partnership_one_live on partnership (agency_id, partner_id) where state in ('proposed', 'active');
create index partnership_partner on partnership (partner_id);

-- Whether the acting partner works with an agency today: what the two share is open to it while their partnership is
-- active, and closed to it before and afterwards.
create function is_acting_partner_of(agency uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from partnership p
    where p.agency_id = agency and p.partner_id = acting_partner() and p.state = 'active');
revoke all on function is_acting_partner_of(uuid) from public;
grant execute on function is_acting_partner_of(uuid) to onemind_app;

alter table partner_organization enable row level security;
alter table partnership enable row level security;
grant select, insert, update on partner_organization, partnership to onemind_app;

-- An agency finds its own proposals, what an organization's people have claimed, and whom it already works with;
-- a proposal of another agency stays unseen, so that nobody can put their own person in as its representative.
create policy partner_organization_found on partner_organization for select to onemind_app using (
  (select acting_agency()) is not null
  and (proposed_by_agency = (select acting_agency()) or is_claimed_partner(id)
    or exists (select from partnership p where p.partner_id = partner_organization.id and p.agency_id = (select acting_agency()))));
create policy partner_organization_proposed on partner_organization for insert to onemind_app
  with check (proposed_by_agency = (select acting_agency()));
create policy partner_organization_own on partner_organization for select to onemind_app
  using (id = (select acting_partner()));
create policy partner_organization_member on partner_organization for select to onemind_app using (
  (select acting()) = 'person' and exists (
    select from partner_membership m
    where m.partner_id = partner_organization.id and m.person_id = (select acting_person()) and m.ended_at is null));
create policy partner_organization_campaign on partner_organization for all to onemind_app
  using ((select is_campaign()) or (select is_system()));

create policy partnership_agency on partnership for all to onemind_app using (agency_id = (select acting_agency()));
create policy partnership_partner on partnership for select to onemind_app using (partner_id = (select acting_partner()));
create policy partnership_answered on partnership for update to onemind_app using (partner_id = (select acting_partner()))
  with check (partner_id = (select acting_partner()));
create policy partnership_campaign on partnership for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

-- Each side does its own part. What both agreed to is written here by the agreement's version alone
-- (the migration of agreements): no side answers for the other, and none changes terms by itself.
create function refuse_the_other_sides_part() returns trigger
  language plpgsql
as $$
declare
  ending constant text[] := '{state,revision,waiting_for,ended_at,ended_by_side,ended_by,end_reason}';
  agencys constant text[] := '{agency_contact_name,agency_contact_email,agency_contact_phone,partner_contact_name,'
    'partner_contact_email,partner_contact_phone,representative_email,proposed_by,proposed_at}';
begin
  if pg_trigger_depth() > 1 then return new; end if;
  if acting_partner() is not null and (
    to_jsonb(new) - ending - 'named_in_public' is distinct from to_jsonb(old) - ending - 'named_in_public'
    or new.state is distinct from old.state and new.state <> 'ended'
    or new.waiting_for is distinct from old.waiting_for and new.waiting_for is not null
  ) then
    raise exception 'A partner changes no terms.' using errcode = 'insufficient_privilege';
  end if;
  if acting_agency() is not null and (
    new.state is distinct from old.state and new.state <> 'ended'
    or new.waiting_for is distinct from old.waiting_for and new.waiting_for is not null
    or (new.partner_id, new.confirmed_by, new.confirmed_at, new.confirmed_name, new.confirmed_title, new.named_in_public)
       is distinct from
       (old.partner_id, old.confirmed_by, old.confirmed_at, old.confirmed_name, old.confirmed_title, old.named_in_public)
  ) then
    raise exception 'An agency does not answer for its partner.' using errcode = 'insufficient_privilege';
  end if;
  if acting_agency() is not null
     and to_jsonb(new) - ending - agencys is distinct from to_jsonb(old) - ending - agencys then
    raise exception 'Terms change by a version that both sides confirm.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger partnership_parts before update on partnership
  for each row execute function refuse_the_other_sides_part();
create policy partnership_begins_proposed on partnership as restrictive for insert to onemind_app
  with check (state = 'proposed' and confirmed_by is null and confirmed_at is null and not named_in_public);

-- Whoever may find an organization that nobody speaks for may ask somebody to; nobody adds to its people otherwise.
create policy invitation_to_speak on invitation as restrictive for insert to onemind_app with check (
  place <> 'partner' or (select acting_agency()) is null
  or (not is_claimed_partner(partner_id)
    and exists (select from partner_organization o where o.id = invitation.partner_id)));

-- The partner reads the agreement it is asked to confirm, and the name of the agency that asks.
create policy stored_file_partner on stored_file for select to onemind_app using (
  purpose = 'agreement' and (select acting_partner()) is not null and exists (
    select from partnership p
    where p.agency_id = stored_file.agency_id and p.agreement_file_id = stored_file.id
      and p.partner_id = (select acting_partner())));
create policy agency_partner on agency for select to onemind_app using (
  (select acting_partner()) is not null and exists (
    select from partnership p where p.agency_id = agency.id and p.partner_id = (select acting_partner())));

-- The partners that agreed to be named in public, for the public itself: a name, and nothing else of the partnership.
create view named_partner with (security_barrier) as
  select p.agency_id, o.name, o.website, p.term_starts_on, p.term_ends_on
  from partnership p join partner_organization o on o.id = p.partner_id
  where p.state = 'active' and p.named_in_public;
grant select on named_partner to onemind_app;
