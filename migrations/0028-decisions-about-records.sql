-- Who said whose a record is, and when: told to the next person who decides about the same record.
alter table training_record add column placed_by uuid;
alter table training_record add column placed_at timestamptz;

-- What a staged line is worth together with the person's other lines, staged and on record: days of one class that
-- reach its hours count. Commit judges anew, so that nothing that happened in between is overlooked.
alter table training_staged add column together_verdict text;

-- Days that somebody said for dates that can't be read as they are written, so that the next file doesn't ask again:
-- `person` is a person as the file writes them, number and name.
create table date_decision (
  agency_id  uuid not null references agency (id),
  subject    text not null,
  person     text not null,
  field      text not null,
  written    text not null,
  day        date not null,
  decided_by uuid not null references identity.person (id),
  decided_at timestamptz not null default now(),
  primary key (agency_id, subject, person, field, written)
);
alter table date_decision enable row level security;
grant select, insert, update, delete on date_decision to onemind_app;
create policy date_decision_own on date_decision for all to onemind_app using (agency_id = (select acting_agency()));
