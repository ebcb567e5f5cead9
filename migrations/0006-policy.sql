-- An agency's policy on responding to people with mental health conditions: its document, checklist and life.

create table agency_policy (
  agency_id      uuid not null references agency (id),
  id             uuid not null default gen_random_uuid(),
  state          text not null check (state in ('draft', 'adopted', 'superseded')),
  title          text not null check (length(title) between 1 and 200),
  number         text not null default '',
  file_id        uuid not null,
  issued_on      date,
  effective_on   date,
  review_on      date,
  -- Counts every change of the draft, its document and its checklist, so that an adoption is bound to what was shown.
  revision       int not null default 1,
  adopted_on     date,
  adopted_at     timestamptz,
  adopted_by     uuid references identity.person (id),
  adopted_name   text,
  supersedes     uuid,
  created_by     uuid not null references identity.person (id),
  created_at     timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, file_id) references stored_file (agency_id, id),
  foreign key (agency_id, supersedes) references agency_policy (agency_id, id),
  check (state = 'draft' or (adopted_on is not null and adopted_at is not null and adopted_by is not null and adopted_name is not null)),
  check (state = 'draft' or effective_on is not null),
  check (review_on is null or effective_on is null or review_on > effective_on)
);
create index agency_policy_history on agency_policy (agency_id, created_at desc);
create unique index agency_policy_one_draft on agency_policy (agency_id) where state = 'draft';
create unique index agency_policy_one_adopted on agency_policy (agency_id) where state = 'adopted';

create table policy_element (
  agency_id uuid not null,
  policy_id uuid not null,
  code      text not null,
  status    text not null check (status in ('covered', 'partly', 'missing', 'not-applicable')),
  reference text not null default '',
  notes     text not null default '',
  primary key (agency_id, policy_id, code),
  foreign key (agency_id, policy_id) references agency_policy (agency_id, id) on delete cascade,
  check (status not in ('covered', 'partly') or reference <> ''),
  check (status <> 'not-applicable' or notes <> '')
);

alter table agency_policy enable row level security;
alter table policy_element enable row level security;
grant select, insert, update on agency_policy to onemind_app;
grant select, insert, update on policy_element to onemind_app;

create policy agency_policy_own on agency_policy for all to onemind_app using (agency_id = (select acting_agency()));
create policy policy_element_own on policy_element for all to onemind_app using (agency_id = (select acting_agency()));
create policy agency_policy_system on agency_policy for select to onemind_app using ((select is_system()));
create policy policy_element_system on policy_element for select to onemind_app using ((select is_system()));
-- The campaign's sight of a policy comes with what it is sent: see the review migration.
