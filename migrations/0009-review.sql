-- What an agency sends in, frozen, and what the campaign decides about it.

create table submission (
  agency_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  pledge_id       uuid not null,
  round           int not null check (round >= 1),
  -- the first round of the same case: rounds follow each other until it is approved or closed
  case_id         uuid not null default gen_random_uuid(),
  state           text not null check (state in
                    ('waiting', 'in-review', 'returned', 'awaiting-approval', 'approved', 'taken-back', 'closed')),
  rules_version   text not null,
  -- the very text that was hashed: everything the decision rests on
  snapshot        text not null,
  snapshot_sha256 text not null check (snapshot_sha256 = encode(sha256(convert_to(snapshot, 'UTF8')), 'hex')),
  note            text not null default '',
  submitted_by    uuid not null references identity.person (id),
  submitted_at    timestamptz not null default now(),
  reviewer        uuid references identity.person (id),
  claimed_at      timestamptz,
  reviewed_at     timestamptz,
  approver        uuid references identity.person (id),
  approved_at     timestamptz,
  approver_note   text not null default '',
  -- the last day to answer what was returned, or to appeal the closing, as the agency's calendar has it
  answer_by       date,
  closed_at       timestamptz,
  closed_because  text check (closed_because in ('answer-time-passed', 'follow-ups-used')),
  -- what this round changed since the one before, by our own rule, for the queue; the snapshots say it in full
  changes         jsonb,
  primary key (agency_id, id),
  unique (agency_id, pledge_id, round),
  foreign key (agency_id, case_id) references submission (agency_id, id),
  foreign key (agency_id, pledge_id) references pledge (agency_id, id),
  check (state not in ('in-review', 'awaiting-approval', 'returned', 'approved') or reviewer is not null),
  check (state <> 'approved' or (approver is not null and approved_at is not null and approver <> reviewer)),
  check (state not in ('returned', 'closed') or answer_by is not null),
  check (state <> 'closed' or (closed_at is not null and closed_because is not null))
);
create index submission_case on submission (agency_id, case_id);
create index submission_to_answer on submission (answer_by) where state = 'returned';
create unique index submission_one_open on submission (agency_id) where state in ('waiting', 'in-review', 'awaiting-approval');
create index submission_queue on submission (state, submitted_at);

create table submission_requirement (
  agency_id     uuid not null,
  submission_id uuid not null,
  requirement   text not null,
  -- what the agency says to what was asked in the round before
  answer        text not null default '',
  decision      text check (decision in ('met', 'met-with-remark', 'returned')),
  comment       text not null default '',
  decided_by    uuid references identity.person (id),
  decided_at    timestamptz,
  primary key (agency_id, submission_id, requirement),
  foreign key (agency_id, submission_id) references submission (agency_id, id),
  check ((decision is null) = (decided_by is null and decided_at is null)),
  check (decision is null or decision = 'met' or comment <> '')
);

-- What was sent in stays as it was sent.
create function refuse_snapshot_change() returns trigger
  language plpgsql
as $$
begin
  if (new.snapshot, new.snapshot_sha256, new.rules_version, new.note, new.submitted_by, new.submitted_at, new.case_id,
      new.changes)
     is distinct from
     (old.snapshot, old.snapshot_sha256, old.rules_version, old.note, old.submitted_by, old.submitted_at, old.case_id,
      old.changes) then
    raise exception 'A submission is frozen.' using errcode = 'insufficient_privilege';
  end if;
  if acting_agency() is not null and to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state' then
    raise exception 'An agency does not review itself.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger submission_frozen before update on submission for each row execute function refuse_snapshot_change();

-- A round that answers a return goes on with its case; any other begins one. What was taken back counts for nothing.
create function continue_case() returns trigger
  language plpgsql
as $$
begin
  select case when s.state = 'returned' then s.case_id end into new.case_id
  from submission s
  where s.agency_id = new.agency_id and s.pledge_id = new.pledge_id and s.state <> 'taken-back'
  order by s.round desc limit 1;
  new.case_id := coalesce(new.case_id, new.id);
  return new;
end
$$;
create trigger submission_case before insert on submission for each row execute function continue_case();

alter table submission enable row level security;
alter table submission_requirement enable row level security;
-- What was sent in, and what the agency answered, has no column that can be changed afterwards.
grant select, insert on submission, submission_requirement to onemind_app;
grant update (state, reviewer, claimed_at, reviewed_at, approver, approved_at, approver_note, answer_by, closed_at,
  closed_because) on submission to onemind_app;
grant update (decision, comment, decided_by, decided_at) on submission_requirement to onemind_app;

create policy submission_seen on submission for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy submission_sent on submission for insert to onemind_app
  with check (agency_id = (select acting_agency()) and state = 'waiting' and approver_note = ''
    and num_nonnulls(reviewer, claimed_at, reviewed_at, approver, approved_at, answer_by, closed_at, closed_because) = 0);
-- The agency may only take back what nobody has ever begun to review (the migration of samples says more about it);
-- everything else is the campaign's to decide.
create policy submission_taken_back on submission for update to onemind_app
  using (agency_id = (select acting_agency()) and state = 'waiting' and claimed_at is null)
  with check (agency_id = (select acting_agency()) and state = 'taken-back');
create policy submission_decided on submission for update to onemind_app
  using ((select is_campaign())) with check ((select is_campaign()));

create policy submission_requirement_seen on submission_requirement for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy submission_requirement_sent on submission_requirement for insert to onemind_app
  with check (agency_id = (select acting_agency()) and decision is null and comment = '' and exists (
    select from submission s
    where s.agency_id = submission_requirement.agency_id and s.id = submission_requirement.submission_id
      and s.state = 'waiting'));
create policy submission_requirement_decided on submission_requirement for update to onemind_app
  using ((select is_campaign())) with check ((select is_campaign()));

-- A pledge that is withdrawn takes back what still waits or is reviewed: nobody is certified without a pledge.
create function take_back_submissions() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update submission set state = 'taken-back'
  where agency_id = new.agency_id and pledge_id = new.id and state in ('waiting', 'in-review', 'awaiting-approval');
  return null;
end
$$;
create trigger pledge_withdrawn after update of state on pledge
  for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn') execute function take_back_submissions();

-- From the first submission on, the campaign sees the agency's proof: evidence, agreement and policy, never its rosters.
create policy evidence_campaign on evidence for select to onemind_app using (
  ((select is_campaign()) or (select is_system()))
  and exists (select from submission s where s.agency_id = evidence.agency_id));
create policy agency_policy_campaign on agency_policy for select to onemind_app using (
  state <> 'draft' and (select is_campaign())
  and exists (select from submission s where s.agency_id = agency_policy.agency_id));
create policy policy_element_campaign on policy_element for select to onemind_app using (
  (select is_campaign()) and exists (
    select from agency_policy p where p.agency_id = policy_element.agency_id and p.id = policy_element.policy_id));
create policy stored_file_campaign on stored_file for select to onemind_app using (
  (select is_campaign())
  and exists (select from submission s where s.agency_id = stored_file.agency_id)
  and (purpose in ('evidence', 'agreement') or purpose = 'policy' and exists (
    select from agency_policy p where p.agency_id = stored_file.agency_id and p.file_id = stored_file.id)));
