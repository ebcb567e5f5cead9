-- The people of an agency, and the files their facts came from. Texts that nobody gave are ''.

create table staff_member (
  agency_id       uuid not null references agency (id),
  id              uuid not null default gen_random_uuid(),
  employee_number text not null default '',
  badge           text not null default '',
  family_name     text not null,
  given_name      text not null,
  middle_name     text not null default '',
  suffix          text not null default '',
  kind            text not null check (kind in ('sworn', 'non-sworn')),
  category        text not null default '',
  rank            text not null default '',
  unit            text not null default '',
  shift           text not null default '',
  email           text not null default '',
  hired_on        date,
  separated_on    date,
  -- the import and row the facts were last taken from, and the import that brought the person in
  import_id       uuid,
  import_row      int,
  added_by_import uuid,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (agency_id, id),
  check (kind = 'non-sworn' or category = '')
);
create index staff_member_by_name on staff_member (agency_id, family_name, given_name, id);

-- What a planned import would do, one row a person. It can be planned again from the stored file at any time,
-- so it is not logged: writing it costs as little as a bare COPY.
create unlogged table roster_change (
  agency_id       uuid not null,
  import_id       uuid not null,
  place           int not null,
  kind_of_change  text not null,
  file_row        int,
  staff_id        uuid,
  employee_number text not null,
  badge           text not null,
  family_name     text not null,
  given_name      text not null,
  middle_name     text not null,
  suffix          text not null,
  kind            text not null,
  category        text not null,
  rank            text not null,
  unit            text not null,
  shift           text not null,
  email           text not null,
  hired_on        date,
  separated_on    date,
  -- the changed facts as [field, before, after], and what a person should look at
  differences     jsonb,
  remark          text not null default '',
  primary key (agency_id, import_id, kind_of_change, place)
);

alter table staff_member enable row level security;
alter table roster_change enable row level security;
grant select, insert, update, delete on staff_member to onemind_app;
grant select, insert, delete on roster_change to onemind_app;

-- The roster is the agency's alone: no partner, no campaign, not even the program itself sees a name in it.
create policy staff_member_own on staff_member for all to onemind_app using (agency_id = (select acting_agency()));
create policy roster_change_own on roster_change for all to onemind_app using (agency_id = (select acting_agency()));
