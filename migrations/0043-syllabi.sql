-- What a proposed course teaches, and who offers it: the campaign decides by it.

alter table stored_file drop constraint stored_file_purpose_check;
alter table stored_file add constraint stored_file_purpose_check
  check (purpose in ('evidence', 'agreement', 'policy', 'roster', 'training', 'certificate', 'acknowledgment', 'syllabus'));

-- Proposals from before they had one have no syllabus, and name nobody who offers the course.
alter table course_proposal
  add column offered_by  text not null default '',
  add column syllabus_id uuid,
  add foreign key (agency_id, syllabus_id) references stored_file (agency_id, id);
create index course_proposal_by_syllabus on course_proposal (agency_id, syllabus_id) where syllabus_id is not null;

-- The agency sees its files as it is; beside it the campaign alone, and only what a proposal names.
create policy stored_file_syllabus on stored_file for select to onemind_app using (
  (select is_campaign()) and purpose = 'syllabus' and exists (
    select from course_proposal p where p.agency_id = stored_file.agency_id and p.syllabus_id = stored_file.id));
