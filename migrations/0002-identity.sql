-- People and their sessions live in a schema of their own that the application role cannot read:
-- only the identity connection (role onemind_identity) signs people in.

create schema identity;
grant usage on schema identity to onemind_identity;

create table identity.person (
  id                 uuid primary key default gen_random_uuid(),
  name               text not null,
  email              text not null unique check (email = lower(email)),
  email_verified     boolean not null default false,
  image              text,
  two_factor_enabled boolean not null default false,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now()
);

create table identity.session (
  id               uuid primary key default gen_random_uuid(),
  person_id        uuid not null references identity.person (id) on delete cascade,
  token            text not null unique,
  expires_at       timestamptz not null,
  second_factor_at timestamptz,
  ip_address       text,
  user_agent       text,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now()
);
create index session_person on identity.session (person_id);
create index session_expiry on identity.session (expires_at);

create table identity.account (
  id                       uuid primary key default gen_random_uuid(),
  person_id                uuid not null references identity.person (id) on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now()
);
create index account_person on identity.account (person_id);

create table identity.verification (
  id         uuid primary key default gen_random_uuid(),
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on identity.verification (identifier);
create index verification_expiry on identity.verification (expires_at);

create table identity.passkey (
  id            uuid primary key default gen_random_uuid(),
  person_id     uuid not null references identity.person (id) on delete cascade,
  name          text,
  public_key    text not null,
  credential_id text not null unique,
  counter       bigint not null,
  device_type   text not null,
  backed_up     boolean not null,
  transports    text,
  aaguid        text,
  created_at    timestamptz default now()
);
create index passkey_person on identity.passkey (person_id);

create table identity.two_factor (
  id           uuid primary key default gen_random_uuid(),
  person_id    uuid not null references identity.person (id) on delete cascade,
  secret       text not null,
  backup_codes text not null,
  verified     boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
create unique index two_factor_person on identity.two_factor (person_id);

grant select, insert, update, delete on all tables in schema identity to onemind_identity;

-- Who acts for whom.

create table agency_membership (
  id         uuid primary key default gen_random_uuid(),
  agency_id  uuid not null,
  person_id  uuid not null references identity.person (id),
  role       text not null check (role in ('coordinator', 'executive', 'training-officer', 'staff')),
  since      timestamptz not null default now(),
  ended_at   timestamptz
);
create unique index agency_membership_active on agency_membership (agency_id, person_id, role) where ended_at is null;
create unique index agency_membership_one_coordinator on agency_membership (agency_id) where role = 'coordinator' and ended_at is null;
create unique index agency_membership_one_executive on agency_membership (agency_id) where role = 'executive' and ended_at is null;
create index agency_membership_person on agency_membership (person_id) where ended_at is null;

create table partner_membership (
  id         uuid primary key default gen_random_uuid(),
  partner_id uuid not null,
  person_id  uuid not null references identity.person (id),
  since      timestamptz not null default now(),
  ended_at   timestamptz
);
create unique index partner_membership_active on partner_membership (partner_id, person_id) where ended_at is null;
create index partner_membership_person on partner_membership (person_id) where ended_at is null;

create table campaign_membership (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references identity.person (id),
  role       text not null check (role in ('reviewer', 'editor', 'assistance-lead', 'administrator')),
  since      timestamptz not null default now(),
  ended_at   timestamptz
);
create unique index campaign_membership_active on campaign_membership (person_id, role) where ended_at is null;

create table invitation (
  id          uuid primary key default gen_random_uuid(),
  token_hash  bytea not null unique,
  email       text not null check (email = lower(email)),
  agency_id   uuid,
  partner_id  uuid,
  place       text not null check (place in ('agency', 'partner', 'campaign')),
  role        text not null,
  leads_to    text not null,
  invited_by  uuid,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at  timestamptz,
  check (place <> 'agency' or (agency_id is not null and partner_id is null)),
  check (place <> 'partner' or partner_id is not null), -- agency_id then names the agency that invites
  check (place <> 'campaign' or (agency_id is null and partner_id is null)),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or revoked_at is null)
);
-- One open invitation for an address and a role: sending it again replaces the link.
create unique index invitation_one_open on invitation (place, agency_id, partner_id, email, role) nulls not distinct
  where accepted_at is null and revoked_at is null;
create index invitation_agency on invitation (agency_id) where agency_id is not null;
create index invitation_partner on invitation (partner_id) where partner_id is not null;

alter table agency_membership enable row level security;
alter table partner_membership enable row level security;
alter table campaign_membership enable row level security;
alter table invitation enable row level security;
-- What a row was made for stays: a membership can only end, an invitation only be renewed, accepted or revoked.
grant select, insert, update (ended_at) on agency_membership, partner_membership, campaign_membership to onemind_app;
grant select, insert on invitation to onemind_app;
grant update (token_hash, leads_to, invited_by, created_at, expires_at, accepted_at, accepted_by, revoked_at)
  on invitation to onemind_app;

-- Whether the acting person is one of the campaign's administrators, who alone decide who else works for it.
create function is_administrator() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return is_campaign() and exists (
    select from campaign_membership m
    where m.person_id = acting_person() and m.role = 'administrator' and m.ended_at is null);
revoke all on function is_administrator() from public;
grant execute on function is_administrator() to onemind_app;

create policy agency_membership_own on agency_membership for select to onemind_app
  using (person_id = (select acting_person()));
create policy agency_membership_agency on agency_membership for select to onemind_app
  using (agency_id = (select acting_agency()));
create policy agency_membership_campaign on agency_membership for select to onemind_app
  using ((select is_campaign()) or (select is_system()));
create policy agency_membership_ended on agency_membership for update to onemind_app
  using (ended_at is null and (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system())))
  with check (ended_at is not null);
-- Who comes to belong to an agency: see the migration of agencies, which knows what they were asked.

create policy partner_membership_own on partner_membership for select to onemind_app
  using (person_id = (select acting_person()));
create policy partner_membership_partner on partner_membership for select to onemind_app
  using (partner_id = (select acting_partner()));
create policy partner_membership_campaign on partner_membership for select to onemind_app
  using ((select is_campaign()));
-- People come to speak for a partner by accepting an invitation, which the program itself carries out.
create policy partner_membership_system on partner_membership for all to onemind_app using ((select is_system()));

create policy campaign_membership_own on campaign_membership for select to onemind_app
  using (person_id = (select acting_person()));
create policy campaign_membership_campaign on campaign_membership for select to onemind_app
  using ((select is_campaign()));
create policy campaign_membership_ended on campaign_membership for update to onemind_app
  using ((select is_administrator()));
create policy campaign_membership_system on campaign_membership for all to onemind_app using ((select is_system()));

create policy invitation_agency on invitation for all to onemind_app
  using (agency_id = (select acting_agency()));
create policy invitation_partner on invitation for all to onemind_app
  using (partner_id = (select acting_partner()));
create policy invitation_campaign on invitation for all to onemind_app
  using ((select is_campaign()) or (select is_system()));

-- The name and email of people one deals with: oneself, colleagues of the acting agency or partner.
create view person with (security_barrier) as
  select p.id, p.name, p.email
  from identity.person p
  where p.id = (select acting_person())
     or (select is_campaign()) or (select is_system())
     or exists (select from agency_membership m where m.person_id = p.id and m.agency_id = (select acting_agency()))
     or exists (select from partner_membership m where m.person_id = p.id and m.partner_id = (select acting_partner()));
grant select on person to onemind_app;

-- Everything the acting person may act for: asked on every request, so it is planned once a connection and past the
-- policies of the tables it reads, whose planning alone would take longer than the query.
create function places_of_acting_person()
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
revoke all on function places_of_acting_person() from public;
grant execute on function places_of_acting_person() to onemind_app;
