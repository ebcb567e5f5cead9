-- Whether somebody in a file is somebody on the roster, where name and numbers don't settle it: a person says.

-- What was said of one way to write a person (name, numbers and day of hire, folded): it holds for the next file too.
create table identity_decision (
  agency_id  uuid not null references agency (id),
  writing    text not null,
  staff_id   uuid not null,
  says       text not null check (says in ('same', 'another')),
  decided_by uuid not null references identity.person (id),
  decided_at timestamptz not null default now(),
  primary key (agency_id, writing, staff_id)
);
create unique index identity_decision_same on identity_decision (agency_id, writing) where says = 'same';
alter table identity_decision enable row level security;
grant select, insert, update, delete on identity_decision to onemind_app;
create policy identity_decision_own on identity_decision for all to onemind_app
  using (agency_id = (select acting_agency()));

-- How the file writes the person, who on the roster it may be and why, and how many of the person's rows to look at.
alter table roster_change
  add column writing text,
  add column candidates jsonb,
  add column looks int not null default 0;

-- The name as the row writes it, where what was read of it leaves letters out. Former facts can be given back: they
-- say that no such text was kept then.
alter table staff_member add column name_written text not null default '';
alter table roster_change add column name_written text not null default '';
update import_touch set before = before || '{"name_written": ""}'
where before is not null and import_id in (select id from file_import where subject = 'roster');
update staff_merge set kept_before = kept_before || '{"name_written": ""}',
  removed_before = removed_before || '{"name_written": ""}';

-- Lists of people stand in the order a reader expects: "de la Cruz" by d, "MUÑOZ" beside "Munoz".
drop index staff_member_by_name;
create index staff_member_by_name on staff_member
  (agency_id, family_name collate "und-x-icu", given_name collate "und-x-icu", id);
