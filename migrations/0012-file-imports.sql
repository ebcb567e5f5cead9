-- Work too long for a request, and the imports of files that need it.

-- One piece of work: it waits until a process claims it, and is claimed anew when that process gives no sign of life.
create table job (
  agency_id       uuid not null references agency (id),
  id              uuid not null default gen_random_uuid(),
  kind            text not null,
  -- what it is about: an import, for example
  subject_id      uuid not null,
  -- what the person chose when asking for it
  asked           jsonb not null default '{}',
  state           text not null default 'waiting'
                  check (state in ('waiting', 'working', 'done', 'refused', 'failed', 'cancelled')),
  asked_by        uuid not null references identity.person (id),
  asked_at        timestamptz not null default now(),
  steps_done      bigint not null default 0,
  steps_total     bigint,
  -- counts the processes that began it; what an earlier one still does is not taken
  attempts        int not null default 0,
  claimed_until   timestamptz,
  cancel_asked_at timestamptz,
  refusal         jsonb,
  ended_at        timestamptz,
  primary key (agency_id, id),
  check ((state = 'working') = (claimed_until is not null)),
  check ((state in ('waiting', 'working')) = (ended_at is null))
);
create unique index job_one_live on job (agency_id, subject_id) where ended_at is null;
create index job_of_subject on job (agency_id, subject_id, asked_at desc);
create index job_due on job (asked_at) where ended_at is null;

-- A roster or training file on its way in: read, held against what is here, carried out, perhaps undone.
create table file_import (
  agency_id    uuid not null references agency (id),
  id           uuid not null default gen_random_uuid(),
  subject      text not null check (subject in ('roster', 'training')),
  file_name    text not null,
  -- of the file as it was received; what is kept of it is without the columns that nobody may keep
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_id      uuid,
  state        text not null check (state in ('understood', 'planned', 'committed', 'undone', 'discarded')),
  sheet        text not null,
  header_row   int not null,
  -- how the columns are understood, what was said once for the whole file, and what was found in it
  columns      jsonb not null,
  facts        jsonb not null default '{}',
  report       jsonb,
  started_by   uuid not null references identity.person (id),
  started_at   timestamptz not null default now(),
  committed_by uuid references identity.person (id),
  committed_at timestamptz,
  undone_by    uuid references identity.person (id),
  undone_at    timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, file_id) references stored_file (agency_id, id),
  check (state not in ('committed', 'undone') or (committed_by is not null and committed_at is not null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index file_import_newest on file_import (agency_id, subject, started_at desc);

-- Whom an import touched besides those it brought in, with what a roster import found of them: what undoing needs.
create table import_touch (
  agency_id uuid not null,
  import_id uuid not null,
  staff_id  uuid not null,
  before    jsonb,
  primary key (agency_id, import_id, staff_id)
);
create index import_touch_by_staff on import_touch (agency_id, staff_id);

-- How files with these headings were read the last time: the next one needs no questions.
create table column_memory (
  agency_id uuid not null references agency (id),
  subject   text not null,
  shape     text not null,
  -- the field of each heading
  columns   jsonb not null,
  facts     jsonb not null,
  used_at   timestamptz not null default now(),
  primary key (agency_id, subject, shape)
);

alter table job enable row level security;
alter table file_import enable row level security;
alter table import_touch enable row level security;
alter table column_memory enable row level security;
grant select, insert, update on job, file_import, column_memory to onemind_app;
grant select, insert on import_touch to onemind_app;

create policy job_own on job for all to onemind_app using (agency_id = (select acting_agency()));
-- The program finds work and keeps it claimed; what is done, it does in the agency's name.
create policy job_system on job for all to onemind_app using ((select is_system()));
create policy file_import_own on file_import for all to onemind_app using (agency_id = (select acting_agency()));
create policy import_touch_own on import_touch for all to onemind_app using (agency_id = (select acting_agency()));
create policy column_memory_own on column_memory for all to onemind_app using (agency_id = (select acting_agency()));
