-- Training records, the files they came from, and what was decided about persons and courses. Texts that nobody
-- gave are ''.

-- One line of an export, or one record entered by hand. Its id is made from what it says (person, course, days,
-- hours, result), so that the same line is here once however often its file is imported. Staff, files and imports
-- are never deleted, and a foreign key would be looked up once a row: an import writes as fast as a bare COPY.
create table training_record (
  agency_id       uuid not null,
  id              uuid not null,
  -- whom it is about; none while nobody knows
  staff_id        uuid,
  match           text not null check (match in ('matched', 'flagged', 'doubtful', 'unmatched', 'by-hand', 'set-aside', 'entered')),
  match_reason    text not null default '',
  -- of doubtful ones: who may be meant, likeliest first
  candidates      jsonb,
  -- number and name as written, folded: what is said about one of a person's lines holds for all of them
  person_key      text not null,
  employee_number text not null,
  family_name     text not null,
  given_name      text not null,
  middle_name     text not null,
  suffix          text not null,
  course_key      text not null,
  course_title    text not null,
  course_code     text not null,
  hours           numeric(7, 3),
  provider        text not null,
  result          text not null,
  started_on      date,
  completed_on    date,
  expires_on      date,
  -- what it is worth under the decisions the agency has caught up with, whatever the version of the rules
  verdict         text not null check (verdict in ('counts', 'doubtful', 'does-not-count', 'day-of-class', 'removed')),
  program         text not null,
  why_code        text not null,
  valid_until     date,
  -- program, hours needed and course, when it may be one day of a class; '' when not
  day_of          text not null default '',
  class_rows      int not null default 1,
  class_id        uuid,
  import_id       uuid,
  import_row      int,
  entered_by      uuid,
  entered_at      timestamptz,
  removed_by      uuid,
  removed_at      timestamptz,
  removal_reason  text,
  primary key (agency_id, id),
  check (verdict <> 'counts' or completed_on is not null),
  check (match not in ('matched', 'flagged', 'by-hand', 'entered') or staff_id is not null),
  check (match not in ('doubtful', 'unmatched', 'set-aside') or staff_id is null),
  check ((verdict = 'removed') = (removed_at is not null))
);
create index training_record_by_staff on training_record (agency_id, staff_id);
create index training_record_by_course on training_record (agency_id, course_key);
create index training_record_days on training_record (agency_id, staff_id) where day_of <> '';
create index training_record_open on training_record (agency_id, person_key)
  where match in ('doubtful', 'unmatched', 'by-hand', 'set-aside');

-- What a planned import would add, one row a line. It can be planned again from the stored file at any time, so
-- it is not logged.
create unlogged table training_staged (
  agency_id       uuid not null,
  import_id       uuid not null,
  import_row      int not null,
  kind            text not null,
  remark          text not null,
  notes           jsonb,
  id              uuid,
  staff_id        uuid,
  match           text,
  match_reason    text,
  candidates      jsonb,
  person_key      text,
  employee_number text,
  family_name     text,
  given_name      text,
  middle_name     text,
  suffix          text,
  course_key      text,
  course_title    text,
  course_code     text,
  hours           numeric(7, 3),
  provider        text,
  result          text,
  started_on      date,
  completed_on    date,
  expires_on      date,
  verdict         text,
  program         text,
  why_code        text,
  valid_until     date,
  day_of          text
);
create index training_staged_by_kind on training_staged (agency_id, import_id, kind, import_row);

-- Whom the lines of a person as written are about, or why nobody; it holds for later files too.
create table match_decision (
  agency_id  uuid not null references agency (id),
  person_key text not null,
  staff_id   uuid,
  reason     text not null default '',
  decided_by uuid not null references identity.person (id),
  decided_at timestamptz not null default now(),
  primary key (agency_id, person_key),
  foreign key (agency_id, staff_id) references staff_member (agency_id, id),
  check (staff_id is not null or reason <> '')
);

-- What the agency said a course was: only of courses that leave room for doubt.
create table agency_course_decision (
  agency_id      uuid not null references agency (id),
  course_key     text not null,
  title          text not null,
  code           text not null,
  program        text not null check (program in ('cit', 'crit', 'mhfa', 'none')),
  reason         text not null default '',
  decided_by     uuid not null references identity.person (id),
  decided_at     timestamptz not null default now(),
  primary key (agency_id, course_key)
);

-- An equivalent that an agency asks the campaign to accept.
create table course_proposal (
  agency_id       uuid not null references agency (id),
  id              uuid not null default gen_random_uuid(),
  course_key      text not null,
  title           text not null check (length(title) between 1 and 300),
  code            text not null,
  provider        text not null,
  program         text not null check (program in ('advanced-equivalent', 'base-equivalent')),
  hours           numeric(7, 3) not null check (hours > 0),
  validity_months int check (validity_months > 0),
  note            text not null,
  state           text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  asked_by        uuid not null references identity.person (id),
  asked_at        timestamptz not null,
  decided_by      uuid references identity.person (id),
  decided_at      timestamptz,
  decision_reason text,
  primary key (agency_id, id),
  check (state not in ('accepted', 'declined') or (decided_at is not null and decision_reason is not null))
);
create unique index course_proposal_one_open on course_proposal (agency_id, course_key, lower(provider)) where state = 'proposed';
create index course_proposal_waiting on course_proposal (asked_at) where state = 'proposed';

-- Courses the campaign has accepted as equivalents: for every record of the course, everywhere. Agencies catch up
-- with them in the order of `place`.
create table course_decision (
  course_key      text not null,
  -- '' for the course at any provider
  provider        text not null,
  place           bigint generated always as identity unique,
  title           text not null,
  code            text not null,
  program         text not null check (program in ('advanced-equivalent', 'base-equivalent')),
  required_hours  numeric(7, 3),
  validity_months int,
  reason          text not null,
  decided_by      uuid not null references identity.person (id),
  decided_at      timestamptz not null default now(),
  primary key (course_key, provider)
);

-- How far the agency's records have been judged by the campaign's decisions.
create table training_standing (
  agency_id      uuid primary key references agency (id),
  decisions_seen bigint not null
);

alter table training_record enable row level security;
alter table training_staged enable row level security;
alter table match_decision enable row level security;
alter table agency_course_decision enable row level security;
alter table course_proposal enable row level security;
alter table course_decision enable row level security;
alter table training_standing enable row level security;

grant select, insert, update on training_record, course_proposal, training_standing to onemind_app;
grant delete on training_record to onemind_app;
grant select, insert, update, delete on training_staged, match_decision, agency_course_decision to onemind_app;
grant select, insert on course_decision to onemind_app;

-- Who took which class is the agency's alone, as the roster is.
create policy training_record_own on training_record for all to onemind_app using (agency_id = (select acting_agency()));
create policy training_staged_own on training_staged for all to onemind_app using (agency_id = (select acting_agency()));
create policy match_decision_own on match_decision for all to onemind_app using (agency_id = (select acting_agency()));
create policy agency_course_decision_own on agency_course_decision for all to onemind_app using (agency_id = (select acting_agency()));
create policy training_standing_own on training_standing for all to onemind_app using (agency_id = (select acting_agency()));

create policy course_proposal_own on course_proposal for all to onemind_app using (agency_id = (select acting_agency()));
create policy course_proposal_campaign on course_proposal for all to onemind_app using ((select is_campaign()) or (select is_system()));

-- A course is no secret: it is what the campaign teaches everybody to accept.
create policy course_decision_read on course_decision for select to onemind_app using (true);
create policy course_decision_campaign on course_decision for insert to onemind_app with check ((select is_campaign()));
