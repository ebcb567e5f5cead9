-- Class sessions: a course taught on one or several days, who has a seat, who was there, and the records that came of it.

create table class_session (
  agency_id      uuid not null references agency (id),
  id             uuid not null default gen_random_uuid(),
  state          text not null check (state in ('scheduled', 'completed', 'cancelled')),
  course_title   text not null check (length(course_title) between 1 and 300),
  -- what somebody attends to have taken it
  hours          numeric(6, 2) not null check (hours > 0),
  place          text not null,
  seats          int not null check (seats between 1 and 1000),
  instructors    text[] not null,
  -- the partnership whose partner teaches it, and who else gives it; '' when nobody was named
  partnership_id uuid,
  provider       text not null,
  -- its first and its last day
  starts_on      date not null,
  ends_on        date not null check (ends_on >= starts_on),
  scheduled_by   uuid not null references identity.person (id),
  scheduled_at   timestamptz not null default now(),
  cancelled_by   uuid references identity.person (id),
  cancelled_at   timestamptz,
  cancel_reason  text,
  completed_by   uuid references identity.person (id),
  completed_at   timestamptz,
  -- why it was opened again, the last time
  reopen_reason  text,
  primary key (agency_id, id),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check ((state = 'completed') = (completed_at is not null))
);
create index class_session_by_day on class_session (agency_id, starts_on, id);

-- The days it is taught on, with the times of the agency's own clock.
create table class_day (
  agency_id  uuid not null,
  session_id uuid not null,
  day        date not null,
  starts_at  time not null,
  ends_at    time not null check (ends_at > starts_at),
  primary key (agency_id, session_id, day),
  foreign key (agency_id, session_id) references class_session (agency_id, id)
);

-- Who has a seat, waits for one, came without one, or gave it up; and what came of it for each.
create table class_seat (
  agency_id  uuid not null,
  session_id uuid not null,
  staff_id   uuid not null,
  state      text not null check (state in ('enrolled', 'waiting', 'walk-in', 'withdrawn')),
  -- who has waited longest moves up first
  since      timestamptz not null default clock_timestamp(),
  outcome    text check (outcome in ('recorded', 'recorded-before', 'incomplete')),
  -- the training record that completing the session wrote
  record_id  uuid,
  primary key (agency_id, session_id, staff_id),
  foreign key (agency_id, session_id) references class_session (agency_id, id),
  foreign key (agency_id, staff_id) references staff_member (agency_id, id),
  check ((outcome = 'recorded') = (record_id is not null))
);
create index class_seat_by_staff on class_seat (agency_id, staff_id);

create table class_attendance (
  agency_id  uuid not null,
  session_id uuid not null,
  staff_id   uuid not null,
  day        date not null,
  attended   text not null check (attended in ('present', 'absent', 'partial')),
  -- of somebody who was there for a part
  hours      numeric(6, 2) check (hours > 0),
  taken_by   uuid not null references identity.person (id),
  taken_at   timestamptz not null default now(),
  primary key (agency_id, session_id, staff_id, day),
  foreign key (agency_id, session_id, day) references class_day (agency_id, session_id, day),
  foreign key (agency_id, session_id, staff_id) references class_seat (agency_id, session_id, staff_id),
  check ((attended = 'partial') = (hours is not null))
);

-- Where a record that no file has came from. No foreign key: an import writes records as fast as a bare COPY.
alter table training_record
  add column origin    text check (origin in ('class-session', 'certificate')),
  add column origin_id uuid,
  add check ((origin is null) = (origin_id is null));

alter table class_session enable row level security;
alter table class_day enable row level security;
alter table class_seat enable row level security;
alter table class_attendance enable row level security;
grant select, insert, update on class_session, class_seat, class_attendance to onemind_app;
grant delete on class_attendance to onemind_app;
grant select, insert, update, delete on class_day to onemind_app;

-- Who goes to which class is the agency's alone, as the roster is.
create policy class_session_own on class_session for all to onemind_app using (agency_id = (select acting_agency()));
create policy class_day_own on class_day for all to onemind_app using (agency_id = (select acting_agency()));
create policy class_seat_own on class_seat for all to onemind_app using (agency_id = (select acting_agency()));
create policy class_attendance_own on class_attendance for all to onemind_app using (agency_id = (select acting_agency()));
