-- Own record: whose account is whose on the roster, and the certificates that people send in about themselves.

-- Somebody who signs in is this person of the roster: said by the agency, never guessed from an address.
create table staff_account (
  agency_id uuid not null references agency (id),
  id        uuid not null default gen_random_uuid(),
  staff_id  uuid not null,
  person_id uuid not null references identity.person (id),
  linked_by uuid references identity.person (id),
  linked_at timestamptz not null default now(),
  ended_by  uuid references identity.person (id),
  ended_at  timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, staff_id) references staff_member (agency_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index staff_account_one_person on staff_account (agency_id, person_id) where ended_at is null;
create unique index staff_account_one_account on staff_account (agency_id, staff_id) where ended_at is null;

-- For whom on the roster an invitation was sent: who accepts it is that person.
create table staff_invitation (
  agency_id     uuid not null,
  invitation_id uuid not null references invitation (id),
  staff_id      uuid not null,
  primary key (agency_id, invitation_id),
  foreign key (agency_id, staff_id) references staff_member (agency_id, id)
);

create function link_invited_staff() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into staff_account (agency_id, staff_id, person_id, linked_by)
  select i.agency_id, i.staff_id, new.accepted_by, new.invited_by
  from staff_invitation i
  where i.invitation_id = new.id and i.agency_id = new.agency_id
  on conflict do nothing;
  return null;
end
$$;
revoke all on function link_invited_staff() from public;
create trigger invitation_links_staff after update of accepted_at on invitation
  for each row when (old.accepted_at is null and new.accepted_at is not null and new.place = 'agency')
  execute function link_invited_staff();

-- Whether this person of the roster is the acting person, who still belongs to the agency.
create function is_own_staff(agency uuid, staff uuid) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return exists (
    select from staff_account a
    join agency_membership m on m.agency_id = a.agency_id and m.person_id = a.person_id and m.ended_at is null
    where a.agency_id = agency and a.staff_id = staff and a.person_id = acting_person() and a.ended_at is null);
revoke all on function is_own_staff(uuid, uuid) from public;
grant execute on function is_own_staff(uuid, uuid) to onemind_app;

create table submitted_certificate (
  agency_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  staff_id      uuid not null,
  file_id       uuid not null,
  -- what the person said is on it
  course_title  text not null check (length(course_title) between 1 and 300),
  hours         numeric(6, 2) check (hours > 0),
  completed_on  date not null,
  expires_on    date,
  provider      text not null,
  state         text not null check (state in ('submitted', 'confirmed', 'returned', 'taken-back')),
  submitted_by  uuid not null references identity.person (id),
  submitted_at  timestamptz not null default now(),
  decided_by    uuid references identity.person (id),
  decided_at    timestamptz,
  return_reason text,
  -- the training record it is the proof of
  record_id     uuid,
  primary key (agency_id, id),
  foreign key (agency_id, staff_id) references staff_member (agency_id, id),
  foreign key (agency_id, file_id) references stored_file (agency_id, id),
  check ((state = 'confirmed') = (record_id is not null)),
  check ((state = 'returned') = (return_reason is not null)),
  check ((state in ('confirmed', 'returned')) = (decided_by is not null and decided_at is not null))
);
create index submitted_certificate_by_staff on submitted_certificate (agency_id, staff_id, submitted_at desc);
create index submitted_certificate_waiting on submitted_certificate (agency_id, submitted_at) where state = 'submitted';

alter table stored_file drop constraint stored_file_purpose_check;
alter table stored_file add constraint stored_file_purpose_check
  check (purpose in ('evidence', 'agreement', 'policy', 'roster', 'training', 'certificate'));

alter table staff_account enable row level security;
alter table staff_invitation enable row level security;
alter table submitted_certificate enable row level security;
grant select, insert, update (ended_at, ended_by) on staff_account to onemind_app;
grant select, insert, update (staff_id) on staff_invitation to onemind_app;
grant select, insert, update (state, decided_by, decided_at, return_reason, record_id) on submitted_certificate to onemind_app;

create policy staff_account_agency on staff_account for all to onemind_app using (agency_id = (select acting_agency()));
create policy staff_account_self on staff_account for select to onemind_app
  using ((select acting()) = 'person' and person_id = (select acting_person()));
create policy staff_invitation_agency on staff_invitation for all to onemind_app using (agency_id = (select acting_agency()));

-- The agency decides about what was sent in; only the person themselves sends in and takes back.
create policy submitted_certificate_seen on submitted_certificate for select to onemind_app
  using (agency_id = (select acting_agency()));
create policy submitted_certificate_decided on submitted_certificate for update to onemind_app
  using (agency_id = (select acting_agency()) and state = 'submitted')
  with check (agency_id = (select acting_agency()) and state in ('confirmed', 'returned'));
create policy submitted_certificate_self on submitted_certificate for select to onemind_app
  using ((select acting()) = 'person' and is_own_staff(agency_id, staff_id));
create policy submitted_certificate_sent on submitted_certificate for insert to onemind_app
  with check ((select acting()) = 'person' and is_own_staff(agency_id, staff_id) and state = 'submitted'
    and submitted_by = (select acting_person()));
create policy submitted_certificate_taken_back on submitted_certificate for update to onemind_app
  using ((select acting()) = 'person' and is_own_staff(agency_id, staff_id) and state = 'submitted')
  with check (state = 'taken-back');

create policy stored_file_self on stored_file for select to onemind_app
  using ((select acting()) = 'person' and purpose = 'certificate' and uploaded_by = (select acting_person()));
create policy stored_file_sent on stored_file for insert to onemind_app with check (
  (select acting()) = 'person' and purpose = 'certificate' and uploaded_by = (select acting_person())
  and exists (select from staff_account a where a.agency_id = stored_file.agency_id and is_own_staff(a.agency_id, a.staff_id)));

-- A person acting for themselves sees their own row of the roster, their own records and classes, and nobody else's.
create policy staff_member_self on staff_member for select to onemind_app
  using ((select acting()) = 'person' and is_own_staff(agency_id, id));
create policy training_record_self on training_record for select to onemind_app
  using ((select acting()) = 'person' and staff_id is not null and is_own_staff(agency_id, staff_id));
create policy class_seat_self on class_seat for select to onemind_app
  using ((select acting()) = 'person' and is_own_staff(agency_id, staff_id));
create policy class_session_self on class_session for select to onemind_app using (
  (select acting()) = 'person' and exists (
    select from class_seat s where s.agency_id = class_session.agency_id and s.session_id = class_session.id));
create policy class_day_self on class_day for select to onemind_app using (
  (select acting()) = 'person' and exists (
    select from class_seat s where s.agency_id = class_day.agency_id and s.session_id = class_day.session_id));
