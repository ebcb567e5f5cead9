-- Agencies, their pledge and the draft that comes before it.

-- An agency's name with the variants of case, accents, punctuation and usual abbreviations folded:
-- 'The Elm Fork P.D.', 'Elm Fork Police Dept' and 'ELM FORK POLICE DEPARTMENT' are one.
create function name_key(name text) returns text
  language plpgsql immutable parallel safe
as $$
declare
  folded text := lower(normalize(name, NFKD));
  long record;
begin
  folded := regexp_replace(folded, '[\u0300-\u036f''’‘`.]+', '', 'g');
  folded := replace(folded, '&', ' and ');
  folded := regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g');
  for long in select * from (values
    ('pd', 'police department'), ('dept', 'department'), ('dpt', 'department'), ('so', 'sheriffs office'),
    ('sheriff', 'sheriffs'), ('dps', 'department of public safety'), ('univ', 'university'), ('twp', 'township'),
    ('co', 'county'), ('st', 'saint'), ('ft', 'fort'), ('mt', 'mount'), ('the', '')
  ) as words (short, spelled) loop
    folded := regexp_replace(folded, '\m' || long.short || '\M', long.spelled, 'g');
  end loop;
  return trim(regexp_replace(folded, ' +', ' ', 'g'));
end
$$;

create table agency (
  id                uuid primary key,
  slug              text not null unique,
  name              text not null check (length(name) between 2 and 200),
  kind              text not null,
  country           text not null check (country in ('US', 'CA')),
  region            text not null check (region ~ '^[A-Z]{2}$'),
  city              text not null,
  county            text,
  address           text not null,
  postal_code       text not null,
  website           text,
  ori               text unique check (ori ~ '^[A-Z]{2}[A-Z0-9]{7}$'),
  population_served int check (population_served >= 0),
  time_zone         text not null,
  created_at        timestamptz not null default now()
);
create unique index agency_name_in_region on agency (country, region, name_key(name));

create table agency_scope (
  agency_id uuid not null references agency (id) on delete cascade,
  category  text not null,
  primary key (agency_id, category)
);

create table pledge_draft (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references identity.person (id) on delete cascade,
  answers    jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index pledge_draft_person on pledge_draft (person_id, updated_at desc);

create table pledge (
  agency_id            uuid not null references agency (id),
  id                   uuid not null default gen_random_uuid(),
  rules_version        text not null,
  state                text not null check (state in ('awaiting-signature', 'awaiting-acceptance', 'returned', 'active', 'withdrawn')),
  target_months        int not null check (target_months between 12 and 36),
  sworn_headcount      int not null check (sworn_headcount >= 0),
  non_sworn_headcount  jsonb not null default '{}',
  executive_name       text not null,
  executive_rank       text not null,
  executive_email      text not null check (executive_email = lower(executive_email)),
  taken_on             date,
  target_on            date,
  limit_on             date,
  signed_name          text,
  signed_at            timestamptz,
  signed_by            uuid references identity.person (id),
  accepted_at          timestamptz,
  accepted_by          uuid references identity.person (id),
  returned_at          timestamptz,
  returned_by          text check (returned_by in ('executive', 'campaign')),
  return_reason        text,
  withdrawn_at         timestamptz,
  withdrawn_by         text check (withdrawn_by in ('agency', 'campaign')),
  withdrawal_reason    text,
  created_at           timestamptz not null,
  primary key (agency_id, id),
  check (state not in ('awaiting-acceptance', 'active') or (signed_name is not null and signed_at is not null)),
  check (state <> 'active' or (taken_on is not null and target_on is not null and limit_on is not null)),
  check (taken_on <= target_on and target_on <= limit_on),
  check (state <> 'returned' or (returned_at is not null and returned_by is not null and return_reason is not null)),
  check (state <> 'withdrawn' or (withdrawn_at is not null and withdrawn_by is not null and withdrawal_reason is not null))
);
create unique index pledge_one_live on pledge (agency_id) where state <> 'withdrawn';
create index pledge_by_state on pledge (state, created_at);

create table pledge_extension (
  agency_id uuid not null,
  pledge_id uuid not null,
  id        uuid not null default gen_random_uuid(),
  from_on   date not null,
  to_on     date not null check (to_on > from_on),
  reason    text not null,
  state     text not null check (state in ('asked', 'granted', 'declined', 'dropped')),
  asked_by  uuid not null references identity.person (id),
  asked_at  timestamptz not null,
  decided_by uuid references identity.person (id),
  decided_at timestamptz,
  decision_note text,
  primary key (agency_id, id),
  foreign key (agency_id, pledge_id) references pledge (agency_id, id)
);
create unique index pledge_extension_one_asked on pledge_extension (agency_id) where state = 'asked';
create index pledge_extension_waiting on pledge_extension (asked_at) where state = 'asked';

-- Somebody asks to belong to an agency that is already here. Names and email are kept as they were when they asked:
-- those who decide don't know the asker otherwise, nor the asker the agency.
create table join_request (
  agency_id     uuid not null references agency (id) on delete cascade,
  id            uuid not null default gen_random_uuid(),
  agency_name   text not null,
  person_id     uuid not null references identity.person (id),
  asker_name    text not null,
  asker_email   text not null,
  note          text not null,
  state         text not null check (state in ('asked', 'accepted', 'declined')),
  role          text check (role in ('training-officer', 'staff')),
  asked_at      timestamptz not null,
  decided_by    uuid references identity.person (id),
  decided_at    timestamptz,
  primary key (agency_id, id),
  check ((state = 'accepted') = (role is not null)),
  check ((state = 'asked') = (decided_at is null))
);
create unique index join_request_one_asked on join_request (agency_id, person_id) where state = 'asked';
create index join_request_person on join_request (person_id);

-- The coordinator's or the executive's role on its way to somebody else: it moves only when that person accepts.
create table hand_over (
  agency_id  uuid not null references agency (id) on delete cascade,
  id         uuid not null default gen_random_uuid(),
  role       text not null check (role in ('coordinator', 'executive')),
  email      text not null check (email = lower(email)),
  offered_by uuid not null references identity.person (id),
  offered_as text not null check (offered_as in ('agency', 'campaign')),
  reason     text not null,
  state      text not null check (state in ('offered', 'accepted', 'declined', 'cancelled')),
  offered_at timestamptz not null,
  closed_at  timestamptz,
  primary key (agency_id, id),
  check ((state = 'offered') = (closed_at is null))
);
create unique index hand_over_one_offered on hand_over (agency_id, role) where state = 'offered';

alter table agency_membership add foreign key (agency_id) references agency (id);
alter table invitation add foreign key (agency_id) references agency (id);

alter table agency enable row level security;
alter table agency_scope enable row level security;
alter table pledge_draft enable row level security;
alter table pledge enable row level security;
alter table pledge_extension enable row level security;
alter table join_request enable row level security;
alter table hand_over enable row level security;

grant select, insert, update on agency, pledge, pledge_extension to onemind_app;
grant select, insert, update (state, role, decided_by, decided_at) on join_request to onemind_app;
grant select, insert, update (state, closed_at) on hand_over to onemind_app;
grant select, insert, delete on agency_scope to onemind_app;
grant select, insert, update, delete on pledge_draft to onemind_app;

create policy agency_own on agency for all to onemind_app using (id = (select acting_agency()));
create policy agency_campaign on agency for all to onemind_app using ((select is_campaign()) or (select is_system()));
create policy agency_member on agency for select to onemind_app using (
  (select acting()) = 'person' and exists (
    select from agency_membership m
    where m.agency_id = agency.id and m.person_id = (select acting_person()) and m.ended_at is null));

create policy agency_scope_own on agency_scope for all to onemind_app using (agency_id = (select acting_agency()));
create policy agency_scope_campaign on agency_scope for select to onemind_app using ((select is_campaign()) or (select is_system()));

create policy pledge_draft_own on pledge_draft for all to onemind_app using (person_id = (select acting_person()));

create policy pledge_own on pledge for all to onemind_app using (agency_id = (select acting_agency()));
create policy pledge_campaign on pledge for all to onemind_app using ((select is_campaign()) or (select is_system()));

-- An agency asks, and drops what it asked; the campaign grants or declines.
create policy pledge_extension_own on pledge_extension for select to onemind_app using (agency_id = (select acting_agency()));
create policy pledge_extension_ask on pledge_extension for insert to onemind_app with check (
  agency_id = (select acting_agency()) and state = 'asked' and decided_by is null and decided_at is null);
create policy pledge_extension_drop on pledge_extension for update to onemind_app
  using (agency_id = (select acting_agency()) and state = 'asked')
  with check (agency_id = (select acting_agency()) and state = 'dropped' and decided_by is null);
create policy pledge_extension_campaign on pledge_extension for all to onemind_app using ((select is_campaign()) or (select is_system()));

create policy join_request_asked on join_request for select to onemind_app using (person_id = (select acting_person()));
create policy join_request_ask on join_request for insert to onemind_app with check (
  person_id = (select acting_person()) and state = 'asked');
create policy join_request_seen on join_request for select to onemind_app using (
  agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy join_request_decided on join_request for update to onemind_app
  using (state = 'asked' and (agency_id = (select acting_agency()) or (select is_campaign())))
  with check (state <> 'asked' and decided_by = (select acting_person()));

create policy hand_over_seen on hand_over for select to onemind_app using (
  agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy hand_over_offer on hand_over for insert to onemind_app with check (
  state = 'offered' and offered_by = (select acting_person()) and case offered_as
    when 'campaign' then (select is_campaign())
    else agency_id = (select acting_agency()) and exists (
      select from agency_membership m
      where m.agency_id = hand_over.agency_id and m.person_id = (select acting_person()) and m.ended_at is null
        and m.role in ('executive', hand_over.role))
  end);
create policy hand_over_close on hand_over for update to onemind_app
  using (state = 'offered' and (agency_id = (select acting_agency()) or (select is_campaign())))
  with check (state <> 'offered');

-- Whether a person comes to belong to an agency with their own will and that of whoever decides: they found it, take a
-- role over that was offered to their address, keep a place after handing their role over, or asked and were accepted.
-- Invitations are accepted by the program itself.
create function is_welcome(in_agency uuid, in_person uuid, in_role text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select
    (in_agency = acting_agency() and in_person = acting_person() and in_role in ('coordinator', 'executive')
      and not exists (select from agency_membership m where m.agency_id = in_agency and m.person_id <> in_person))
    or exists (
      select from hand_over h join identity.person p on p.email = h.email
      where h.agency_id = in_agency and h.role = in_role and h.state = 'offered'
        and p.id = in_person and p.id = acting_person())
    or in_role = 'staff' and exists (
      select from agency_membership m
      where m.agency_id = in_agency and m.person_id = in_person and m.ended_at = now())
    or exists (
      select from join_request j
      where j.agency_id = in_agency and j.person_id = in_person and j.role = in_role and j.state = 'accepted');
end;
revoke all on function is_welcome(uuid, uuid, text) from public;
grant execute on function is_welcome(uuid, uuid, text) to onemind_app;
create policy agency_membership_begun on agency_membership for insert to onemind_app with check (
  ended_at is null and ((select is_system())
    or (agency_id = (select acting_agency()) or (select is_campaign())) and is_welcome(agency_id, person_id, role)));

-- An agency pledges, signs, changes and withdraws; that a pledge is accepted, and for which days, is the campaign's word.
create function refuse_the_campaigns_part() returns trigger
  language plpgsql
as $$
declare
  of_campaign constant text[] := '{agency_id,id,rules_version,created_at,taken_on,target_on,limit_on,accepted_at,accepted_by}';
  of_signature constant text[] := '{signed_name,signed_at,signed_by}';
  after constant jsonb := to_jsonb(new);
  before jsonb;
  name text;
begin
  if acting_agency() is null then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'awaiting-signature'
       or num_nonnulls(new.taken_on, new.target_on, new.limit_on, new.accepted_at, new.accepted_by,
                       new.signed_name, new.signed_at, new.signed_by) > 0 then
      raise exception 'A pledge begins unsigned.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  before := to_jsonb(old);
  foreach name in array of_campaign loop
    if after -> name is distinct from before -> name then
      raise exception 'An agency does not accept its own pledge.' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  if new.state <> old.state and not (
    old.state = 'awaiting-signature' and new.state = 'awaiting-acceptance'
    or old.state = 'awaiting-signature' and new.state = 'returned' and new.returned_by = 'executive'
    or old.state = 'returned' and new.state = 'awaiting-signature'
    or old.state <> 'withdrawn' and new.state = 'withdrawn' and new.withdrawn_by = 'agency'
  ) then
    raise exception 'An agency does not accept its own pledge.' using errcode = 'insufficient_privilege';
  end if;
  if old.state in ('awaiting-acceptance', 'active') then
    foreach name in array of_signature loop
      if after -> name is distinct from before -> name then
        raise exception 'A signature stays.' using errcode = 'insufficient_privilege';
      end if;
    end loop;
  end if;
  return new;
end
$$;
create trigger pledge_parts before insert or update on pledge
  for each row execute function refuse_the_campaigns_part();

-- An agency as anybody may be told of it: to ask to join it, one has to see that it is the right one.
create function agency_named(in_slug text) returns table (id uuid, slug text, name text, city text, region text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.slug, a.name, a.city, a.region from agency a where a.slug = in_slug;
end;
revoke all on function agency_named(text) from public;
grant execute on function agency_named(text) to onemind_app;

-- The agency that already stands under this ORI, or under this name in this state: what a second pledge is told.
create function agency_already_known(in_ori text, in_name text, in_country text, in_region text)
  returns table (id uuid, slug text, name text, city text, region text, same_ori boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.slug, a.name, a.city, a.region, a.ori is not distinct from in_ori and in_ori is not null
  from agency a
  where (in_ori is not null and a.ori = in_ori)
     or (a.country = in_country and a.region = in_region and name_key(a.name) = name_key(in_name))
  order by 6 desc;
end;
revoke all on function agency_already_known(text, text, text, text) from public;
grant execute on function agency_already_known(text, text, text, text) to onemind_app;
