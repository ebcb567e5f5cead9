-- What names a person and may be written once only: merging moves it within the acting agency, and taking that back.

-- A credential stays the person's whose account has it; of the roster's two entries the one that is kept holds it.
create function move_staff_credentials(credentials uuid[], staff uuid) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update staff_credential set staff_id = staff
  where agency_id = acting_agency() and id = any (credentials)
$$;

-- Whom these places of samples mean. The pseudonym that the snapshot froze stays as it is.
create function move_sampled_people(submissions uuid[], places int[], staff uuid) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update sampled_person p set staff_id = staff
  from unnest(submissions, places) as moved (submission_id, place)
  where p.agency_id = acting_agency() and p.submission_id = moved.submission_id and p.place = moved.place
$$;
revoke all on function move_staff_credentials(uuid[], uuid), move_sampled_people(uuid[], int[], uuid) from public;
grant execute on function move_staff_credentials(uuid[], uuid), move_sampled_people(uuid[], int[], uuid) to onemind_app;
create index sampled_person_of_staff on sampled_person (agency_id, staff_id);
create index staff_credential_of_staff on staff_credential (agency_id, staff_id);

-- People merged before had none of it to move.
update staff_merge set moved = jsonb_set(moved, '{references}',
  '{"credentials": [], "sampled": [], "signOffs": []}'::jsonb || (moved -> 'references'));
