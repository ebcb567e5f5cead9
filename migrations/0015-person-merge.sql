-- Merging two people of the roster who are one, and taking that back.

-- Who was merged into this person: the facts that each had then, and those that were chosen. Files that still list
-- both are understood by it.
alter table staff_member add column merged_from jsonb;

create table staff_merge (
  agency_id      uuid not null references agency (id),
  id             uuid not null default gen_random_uuid(),
  kept_id        uuid not null,
  removed_id     uuid not null,
  -- both rows of staff_member as they were, and the ids of everything that went over: what undoing needs
  kept_before    jsonb not null,
  removed_before jsonb not null,
  moved          jsonb not null,
  reason         text not null,
  merged_by      uuid not null references identity.person (id),
  merged_at      timestamptz not null default now(),
  undone_by      uuid references identity.person (id),
  undone_at      timestamptz,
  primary key (agency_id, id),
  check (kept_id <> removed_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index staff_merge_standing on staff_merge (agency_id, removed_id) where undone_at is null;
create index staff_merge_of_kept on staff_merge (agency_id, kept_id, merged_at desc);

alter table staff_merge enable row level security;
grant select, insert, update (undone_by, undone_at) on staff_merge to onemind_app;
create policy staff_merge_own on staff_merge for all to onemind_app using (agency_id = (select acting_agency()));

-- A seat goes over with its attendance; one of two seats in the same session gives way.
alter table class_attendance drop constraint class_attendance_agency_id_session_id_staff_id_fkey;
alter table class_attendance add foreign key (agency_id, session_id, staff_id)
  references class_seat (agency_id, session_id, staff_id) on update cascade;
grant delete on class_seat to onemind_app;

-- Whose a certificate or an account is, nobody may write: merging moves them, within the acting agency.
create function move_submitted_certificates(certificates uuid[], staff uuid) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update submitted_certificate set staff_id = staff
  where agency_id = acting_agency() and id = any (certificates)
$$;
create function move_staff_accounts(accounts uuid[], staff uuid) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update staff_account set staff_id = staff
  where agency_id = acting_agency() and id = any (accounts)
$$;
revoke all on function move_submitted_certificates(uuid[], uuid), move_staff_accounts(uuid[], uuid) from public;
grant execute on function move_submitted_certificates(uuid[], uuid), move_staff_accounts(uuid[], uuid) to onemind_app;
