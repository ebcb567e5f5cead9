-- Who said whose a record is, and when: told to the next person who decides about the same record.
alter table training_record add column placed_by uuid;
alter table training_record add column placed_at timestamptz;

-- What a staged line is worth together with the person's other lines, staged and on record: days of one class that
-- reach its hours count. Commit judges anew, so that nothing that happened in between is overlooked.
alter table training_staged add column together_verdict text;

-- Days that somebody said for dates that can't be read as they are written, so that the next file doesn't ask again:
-- `person` is a person as the file writes them, number and name; `about` is the course of the line, '' for a person's own
-- dates: “see file” beside one course says nothing of another.
create table date_decision (
  agency_id  uuid not null references agency (id),
  subject    text not null,
  person     text not null,
  field      text not null,
  about      text not null,
  written    text not null,
  day        date not null,
  decided_by uuid not null references identity.person (id),
  decided_at timestamptz not null default now(),
  primary key (agency_id, subject, person, field, about, written)
);
alter table date_decision enable row level security;
grant select, insert, update, delete on date_decision to onemind_app;
create policy date_decision_own on date_decision for all to onemind_app using (agency_id = (select acting_agency()));

-- A doubtful date of a planned import need not have a proposal. `known_as` and `about` are as above; `day` is what the
-- plan uses, `decided` who said so: the proposal that was taken, a day typed for it, or what was said before.
alter table import_date alter column proposal drop not null;
alter table import_date
  add column known_as text not null,
  add column about    text not null,
  add column day      date,
  add column decided  text check (decided in ('proposal', 'typed', 'remembered', 'left'));
