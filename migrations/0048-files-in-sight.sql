-- Who sees a file, asked in functions: within the policies themselves each question was planned, with all policies of the
-- tables it asks, for every statement that reads a file, and twice at each depth. A function is planned once for each
-- connection and only when it is reached. As security invoker it asks under the same row-level security as before.

create function is_file_of_acting_partner(of_agency uuid, file uuid) returns boolean
  language plpgsql stable set search_path = public, pg_temp
as $$
begin
  return exists (select from partnership p
      where p.agency_id = of_agency and p.agreement_file_id = file and p.partner_id = acting_partner())
    or exists (select from agreement_version v
      join partnership p on p.agency_id = v.agency_id and p.id = v.partnership_id
      where v.agency_id = of_agency and v.file_id = file and p.partner_id = acting_partner());
end
$$;
create function is_file_of_policy_seen(of_agency uuid, file uuid) returns boolean
  language plpgsql stable set search_path = public, pg_temp
as $$
begin
  return exists (select from agency_policy p where p.agency_id = of_agency and p.file_id = file);
end
$$;
create function is_file_of_submission_seen(of_agency uuid) returns boolean
  language plpgsql stable set search_path = public, pg_temp
as $$
begin
  return exists (select from submission s where s.agency_id = of_agency);
end
$$;
create function is_file_of_sample_seen(of_agency uuid, file uuid) returns boolean
  language plpgsql stable set search_path = public, pg_temp
as $$
begin
  return exists (select from sample_proof p
    where p.agency_id = of_agency and p.file_id = file and may_open_proofs(p.agency_id, p.submission_id));
end
$$;
create function is_syllabus_of_proposal_seen(of_agency uuid, file uuid) returns boolean
  language plpgsql stable set search_path = public, pg_temp
as $$
begin
  return exists (select from course_proposal p where p.agency_id = of_agency and p.syllabus_id = file);
end
$$;
drop policy stored_file_agreement_version on stored_file;
alter policy stored_file_partner on stored_file using (
  purpose = 'agreement' and (select acting_partner()) is not null and is_file_of_acting_partner(agency_id, id));
alter policy stored_file_campaign on stored_file using (
  (select is_campaign()) and (purpose in ('evidence', 'agreement') and is_file_of_submission_seen(agency_id)
   or purpose = 'policy' and is_file_of_submission_seen(agency_id) and is_file_of_policy_seen(agency_id, id)));
alter policy stored_file_policy_partner on stored_file using (
  purpose = 'policy' and (select acting_partner()) is not null and is_file_of_policy_seen(agency_id, id));
alter policy stored_file_sampled on stored_file using (
  (select is_campaign()) and purpose = 'certificate' and is_file_of_sample_seen(agency_id, id));
alter policy stored_file_syllabus on stored_file using (
  (select is_campaign()) and purpose = 'syllabus' and is_syllabus_of_proposal_seen(agency_id, id));
