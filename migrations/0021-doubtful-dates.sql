-- Dates that a file writes with a typo: what they evidently mean is proposed, taken by somebody, and kept beside the
-- text as it was written.

-- For which rows somebody took the proposed dates: {"of": "named-rows" | "all-but", "rows": […]}.
alter table file_import add column taken_dates jsonb not null default '{"of": "named-rows", "rows": []}';

-- The proposals of a planned import, each to be taken or left. It can be planned again from the stored file at any
-- time, so it is not logged.
create unlogged table import_date (
  agency_id  uuid not null,
  import_id  uuid not null,
  import_row int not null,
  field      text not null,
  person     text not null,
  written    text not null,
  proposal   date not null,
  primary key (agency_id, import_id, import_row, field)
);
alter table import_date enable row level security;
grant select, insert, delete on import_date to onemind_app;
create policy import_date_own on import_date for all to onemind_app using (agency_id = (select acting_agency()));

-- What could not be read in the line, or was read otherwise than it is written.
alter table training_record add column notes jsonb;
-- Of a line with a date that can't be read as it is written: the id of a line that says what is here instead, such as
-- our own export has it or the file once it is put right. When that comes, it is here.
alter table training_record add column other_id uuid;
create index training_record_by_other_id on training_record (agency_id, other_id) where other_id is not null;
alter table training_staged add column other_id uuid;
