-- The people behind a submission, under pseudonyms, and the sample of their records for which the agency shows proof.

-- The snapshot names the hash of this text: one vouches for the other. It lies apart because it may be some megabytes.
create table snapshot_people (
  agency_id     uuid not null,
  submission_id uuid not null,
  people        int not null check (people >= 0),
  text          text not null,
  sha256        text not null check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  primary key (agency_id, submission_id),
  foreign key (agency_id, submission_id) references submission (agency_id, id)
);

-- Whoever has the key can tell whom a pseudonym means: the agency alone.
create table snapshot_key (
  agency_id     uuid not null,
  submission_id uuid not null,
  key           bytea not null check (length(key) = 32),
  primary key (agency_id, submission_id),
  foreign key (agency_id, submission_id) references submission (agency_id, id)
);

create table sample (
  agency_id     uuid not null,
  submission_id uuid not null,
  seed          bytea not null check (length(seed) = 32),
  -- the hash of the snapshot that the seed was drawn for: this one's, or an earlier one's whose draw stands
  drawn_for     text not null check (drawn_for ~ '^[0-9a-f]{64}$'),
  -- how often records were drawn in this round of review; how many of the first records earlier draws asked for; how many
  -- people of the draw before count no more
  draws         int not null check (draws >= 1),
  carried       int not null check (carried between 0 and size),
  gone          int not null check (gone >= 0),
  -- how many of the first records did not hold in an earlier round, and how many of those do not count any more
  failed_before int not null check (failed_before between 0 and carried),
  failed_gone   int not null check (failed_gone >= 0),
  -- how many records the figures rest on, and how many of them are asked for at first
  records       int not null check (records >= 0),
  size          int not null check (size between 0 and records),
  drawn_at      timestamptz not null,
  primary key (agency_id, submission_id),
  foreign key (agency_id, submission_id) references submission (agency_id, id)
);

-- The records in the order drawn, as far as widening can reach. What is said about a person is what the snapshot says.
create table sampled_record (
  agency_id     uuid not null,
  submission_id uuid not null,
  place         int not null check (place >= 1),
  person        text not null check (person ~ '^[0-9a-f]{32}$'),
  record        text not null check (record ~ '^[0-9a-f]{32}$'),
  kind          text not null,
  category      text not null,
  program       text not null,
  -- a course of the campaign's register, when one stands behind the record; the agency's own words are its own
  register_entry bigint,
  course        text not null default '',
  hours         numeric,
  completed_on  date not null,
  valid_until   date,
  primary key (agency_id, submission_id, place),
  unique (agency_id, submission_id, person, record),
  foreign key (agency_id, submission_id) references sample (agency_id, submission_id)
);

-- Whom and which record each place means.
create table sampled_person (
  agency_id     uuid not null,
  submission_id uuid not null,
  place         int not null,
  staff_id      uuid not null,
  record_id     uuid not null,
  primary key (agency_id, submission_id, place),
  foreign key (agency_id, submission_id, place) references sampled_record (agency_id, submission_id, place)
);
create index sampled_person_by_record on sampled_person (agency_id, record_id);

-- What the agency showed; the latest for a place speaks.
create table sample_proof (
  agency_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  seq           bigint generated always as identity,
  submission_id uuid not null,
  place         int not null,
  file_id       uuid not null,
  shown_by      uuid not null references identity.person (id),
  shown_at      timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, submission_id, place, id),
  foreign key (agency_id, submission_id, place) references sampled_record (agency_id, submission_id, place),
  foreign key (agency_id, file_id) references stored_file (agency_id, id)
);
create index sample_proof_by_place on sample_proof (agency_id, submission_id, place, seq);
create index sample_proof_by_file on sample_proof (agency_id, file_id);

-- What the reviewer found about a proof; the latest about the latest proof speaks. `asked-again`: it can't be read, or shows
-- something else, and another one is wanted.
create table sample_decision (
  agency_id     uuid not null,
  seq           bigint generated always as identity,
  submission_id uuid not null,
  place         int not null,
  proof_id      uuid not null,
  decision      text not null check (decision in ('accepted', 'failed', 'asked-again')),
  word          text not null default '' check (length(word) <= 1000),
  decided_by    uuid not null references identity.person (id),
  decided_at    timestamptz not null,
  primary key (agency_id, seq),
  foreign key (agency_id, submission_id, place, proof_id) references sample_proof (agency_id, submission_id, place, id),
  check (decision = 'accepted' or word <> '')
);
create index sample_decision_by_place on sample_decision (agency_id, submission_id, place, seq);

-- Where each place stands: its latest proof, and what was found about that one.
create view sample_place with (security_invoker = true) as
select r.agency_id, r.submission_id, r.place, p.id as proof_id, p.file_id, p.shown_at,
  coalesce(d.word, '') as word, d.decided_at,
  case when p.id is null or d.decision = 'asked-again' then 'wanted'
       else coalesce(d.decision, 'shown') end as state
from sampled_record r
left join lateral (
  select * from sample_proof p
  where p.agency_id = r.agency_id and p.submission_id = r.submission_id and p.place = r.place
  order by p.seq desc limit 1) p on true
left join lateral (
  select * from sample_decision d
  where d.agency_id = p.agency_id and d.submission_id = p.submission_id and d.place = p.place and d.proof_id = p.id
  order by d.seq desc limit 1) d on true;

-- Whether the acting person may open what an agency shows for sampled records, which names people: who reviews or approves
-- the submission, while it waits for approval who may give it, and while an appeal waits who may decide it. Nobody with
-- ties. (What it asks of ties, approvals and appeals is in the migration of review cases.)
create function may_open_proofs(in_agency uuid, in_submission uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  me constant uuid := acting_person();
  round submission;
begin
  if not is_campaign() or ties_between(me, in_agency) <> '{}' then return false; end if;
  select * into round from submission s where s.agency_id = in_agency and s.id = in_submission;
  return coalesce(me in (round.reviewer, round.approver), false)
    or round.state = 'awaiting-approval' and me not in (select barred_from_approving(in_agency, in_submission))
    or exists (select from review_appeal a where a.agency_id = in_agency and a.submission_id = in_submission
               and a.state = 'waiting')
       and me not in (select deciders_of_case(in_agency, round.case_id));
end
$$;
revoke all on function may_open_proofs(uuid, uuid) from public;
grant execute on function may_open_proofs(uuid, uuid) to onemind_app;

alter table snapshot_people enable row level security;
alter table snapshot_key enable row level security;
alter table sample enable row level security;
alter table sampled_record enable row level security;
alter table sampled_person enable row level security;
alter table sample_proof enable row level security;
alter table sample_decision enable row level security;
-- All of these are written once. Nothing has a column that can be changed.
grant select, insert on snapshot_people, snapshot_key, sample, sampled_record, sampled_person, sample_proof, sample_decision
  to onemind_app;
grant select on sample_place to onemind_app;

create policy snapshot_people_seen on snapshot_people for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy sample_seen on sample for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy sampled_record_seen on sampled_record for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy sample_proof_seen on sample_proof for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy sample_decision_seen on sample_decision for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
-- Names behind pseudonyms: not even the program itself sees them.
create policy snapshot_key_own on snapshot_key for select to onemind_app using (agency_id = (select acting_agency()));
create policy sampled_person_own on sampled_person for select to onemind_app using (agency_id = (select acting_agency()));

-- Whether nobody has begun to review a submission: what belongs to it is written with it, each thing once.
create function is_untouched(in_agency uuid, in_submission uuid) returns boolean
  language sql stable parallel safe
  return exists (
    select from submission s
    where s.agency_id = in_agency and s.id = in_submission and s.state = 'waiting' and s.claimed_at is null);

create policy snapshot_people_sent on snapshot_people for insert to onemind_app
  with check (agency_id = (select acting_agency()) and is_untouched(agency_id, submission_id));
create policy snapshot_key_sent on snapshot_key for insert to onemind_app
  with check (agency_id = (select acting_agency()) and is_untouched(agency_id, submission_id));
create policy sample_sent on sample for insert to onemind_app
  with check (agency_id = (select acting_agency()) and is_untouched(agency_id, submission_id));
create policy sampled_record_sent on sampled_record for insert to onemind_app
  with check (agency_id = (select acting_agency()) and is_untouched(agency_id, submission_id));
create policy sampled_person_sent on sampled_person for insert to onemind_app
  with check (agency_id = (select acting_agency()) and is_untouched(agency_id, submission_id));

-- Proof is shown until the review ends, and for nothing that was found not to hold.
create policy sample_proof_shown on sample_proof for insert to onemind_app
  with check (agency_id = (select acting_agency()) and shown_by = (select acting_person())
    and exists (
      select from submission s
      where s.agency_id = sample_proof.agency_id and s.id = sample_proof.submission_id and s.state in ('waiting', 'in-review')));
create policy sample_decision_made on sample_decision for insert to onemind_app
  with check ((select is_campaign()) and decided_by = (select acting_person()) and exists (
    select from submission s
    where s.agency_id = sample_decision.agency_id and s.id = sample_decision.submission_id
      and s.state = 'in-review' and s.reviewer = (select acting_person())));

-- Nothing is taken back once anything was decided about it: what was found to be wrong would be drawn and asked anew.
create policy submission_taken_back_undecided on submission as restrictive for update to onemind_app
  using ((select acting_agency()) is null
    or not exists (
         select from submission_requirement r
         where r.agency_id = submission.agency_id and r.submission_id = submission.id and r.decision is not null)
       and not exists (
         select from sample_decision d
         where d.agency_id = submission.agency_id and d.submission_id = submission.id));

create policy stored_file_sampled on stored_file for select to onemind_app using (
  (select is_campaign()) and purpose = 'certificate' and exists (
    select from sample_proof p
    where p.agency_id = stored_file.agency_id and p.file_id = stored_file.id
      and may_open_proofs(p.agency_id, p.submission_id)));
