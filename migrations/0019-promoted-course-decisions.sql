-- What an agency says a course was is no secret of its people: the campaign sees it, and may make it hold for all.
create policy agency_course_decision_campaign on agency_course_decision for select to onemind_app
  using ((select is_campaign()));

alter table course_decision drop constraint course_decision_program_check;
alter table course_decision add constraint course_decision_program_check
  check (program in ('cit', 'crit', 'mhfa', 'advanced-equivalent', 'base-equivalent', 'none'));
