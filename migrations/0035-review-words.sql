-- What is said about a case: with the agency, and among the campaign's own people; and words kept to be used again.

create table review_message (
  agency_id  uuid not null,
  id         uuid not null default gen_random_uuid(),
  -- the first round of the case
  case_id    uuid not null,
  -- internal: the agency never sees it
  thread     text not null check (thread in ('shared', 'internal')),
  side       text not null check (side in ('agency', 'campaign')),
  text       text not null check (length(text) between 1 and 4000),
  written_by uuid not null references identity.person (id),
  written_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references submission (agency_id, id),
  check (thread = 'shared' or side = 'campaign')
);
create index review_message_case on review_message (agency_id, case_id, written_at);

create function is_review_case(agency uuid, in_case uuid) returns boolean
  language sql stable
  return exists (select from submission s where s.agency_id = agency and s.id = in_case and s.case_id = in_case);

alter table review_message enable row level security;
-- What was said stays as it was said: nothing here is changed or taken away.
grant select, insert on review_message to onemind_app;
create policy review_message_agency on review_message for select to onemind_app
  using (agency_id = (select acting_agency()) and thread = 'shared');
create policy review_message_of_agency on review_message for insert to onemind_app
  with check (agency_id = (select acting_agency()) and thread = 'shared' and side = 'agency'
    and written_by = (select acting_person()) and is_review_case(agency_id, case_id));
-- Somebody of the campaign who belongs to the agency too reads no more than the agency does.
create policy review_message_campaign on review_message for select to onemind_app
  using ((select is_campaign()) and (thread = 'shared' or review_ties((select acting_person()), agency_id) = '{}'));
create policy review_message_of_campaign on review_message for insert to onemind_app
  with check ((select is_campaign()) and side = 'campaign' and written_by = (select acting_person())
    and review_ties((select acting_person()), agency_id) = '{}' and is_review_case(agency_id, case_id));

create table review_phrasing (
  id          uuid primary key default gen_random_uuid(),
  -- null: for every requirement
  requirement text,
  title       text not null check (length(title) between 1 and 100),
  text        text not null check (length(text) between 1 and 4000),
  -- counts the changes, so that two who edit at once don't overwrite each other
  revision    int not null default 1,
  written_by  uuid not null references identity.person (id),
  written_at  timestamptz not null,
  retired_at  timestamptz
);
create index review_phrasing_in_use on review_phrasing (requirement, title) where retired_at is null;
alter table review_phrasing enable row level security;
grant select, insert on review_phrasing to onemind_app;
grant update (requirement, title, text, revision, written_by, written_at, retired_at) on review_phrasing to onemind_app;
create policy review_phrasing_campaign on review_phrasing for all to onemind_app
  using ((select is_campaign()))
  with check ((select is_campaign()) and written_by = (select acting_person()));
