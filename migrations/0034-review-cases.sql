-- Who may review whom, appeals, and what was told about a case in time.

-- What a reviewer says about themselves: a tie to an agency that no list here knows of.
create table review_tie (
  id          uuid primary key default gen_random_uuid(),
  person_id   uuid not null references identity.person (id),
  agency_id   uuid not null references agency (id),
  about       text not null check (length(about) between 1 and 500),
  declared_at timestamptz not null default now(),
  ended_at    timestamptz
);
create unique index review_tie_one_live on review_tie (person_id, agency_id) where ended_at is null;
alter table review_tie enable row level security;
grant select, insert, update (ended_at) on review_tie to onemind_app;
create policy review_tie_own on review_tie for select to onemind_app
  using ((select is_campaign()) and person_id = (select acting_person()));
create policy review_tie_declared on review_tie for insert to onemind_app
  with check ((select is_campaign()) and person_id = (select acting_person()) and ended_at is null);
create policy review_tie_ended on review_tie for update to onemind_app
  using ((select is_campaign()) and person_id = (select acting_person()) and ended_at is null)
  with check (person_id = (select acting_person()) and ended_at is not null);

-- What ties a person to an agency: a role there or at one of its partners, at any time; an address at the same host as
-- anybody of either has; what they declared themselves. Empty for who may review it.
create function ties_between(person uuid, agency uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp
as $$
  with people as (
    select m.person_id, 'agency' as place from agency_membership m where m.agency_id = ties_between.agency
    union
    select m.person_id, 'partner'
    from partnership p join partner_membership m on m.partner_id = p.partner_id
    where p.agency_id = ties_between.agency
  ), own as (
    select split_part(p.email, '@', 2) as host from identity.person p where p.id = ties_between.person
  )
  select array_remove(array[
    case when exists (select from people where person_id = ties_between.person and place = 'agency') then 'agency' end,
    case when exists (select from people where person_id = ties_between.person and place = 'partner') then 'partner' end,
    case when exists (
      select from own
      where host not in (select domain from public_mail_domain)
        and (exists (select from people join identity.person p on p.id = people.person_id
                     where people.person_id <> ties_between.person and split_part(p.email, '@', 2) = own.host)
          or exists (select from pledge g where g.agency_id = ties_between.agency
                     and split_part(g.executive_email, '@', 2) = own.host))) then 'mail-host' end,
    case when exists (select from review_tie t where t.person_id = ties_between.person
                      and t.agency_id = ties_between.agency and t.ended_at is null) then 'declared' end
  ], null)
$$;
revoke all on function ties_between(uuid, uuid) from public;

-- The same as the campaign may ask it; nobody else learns anything.
create function review_ties(person uuid, agency uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp
  return case when is_campaign() or is_system() then ties_between(person, agency) end;
revoke all on function review_ties(uuid, uuid) from public;
grant execute on function review_ties(uuid, uuid) to onemind_app;

-- An agency's word against a decision: a requirement that was returned, or the closing of its case (requirement null).
create table review_appeal (
  agency_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  submission_id   uuid not null,
  requirement     text,
  -- when the decision was made that is appealed: each can be appealed once
  about_at        timestamptz not null,
  grounds         text not null check (length(grounds) between 1 and 4000),
  filed_by        uuid not null references identity.person (id),
  filed_at        timestamptz not null,
  state           text not null default 'waiting' check (state in ('waiting', 'upheld', 'allowed', 'withdrawn')),
  decided_by      uuid references identity.person (id),
  decided_at      timestamptz,
  decision_grounds text not null default '',
  primary key (agency_id, id),
  foreign key (agency_id, submission_id) references submission (agency_id, id),
  check ((state in ('upheld', 'allowed')) = (decided_by is not null and decided_at is not null and decision_grounds <> ''))
);
create unique index review_appeal_once on review_appeal (agency_id, submission_id, requirement, about_at) nulls not distinct;
create index review_appeal_waiting on review_appeal (filed_at) where state = 'waiting';
alter table review_appeal enable row level security;
grant select, insert on review_appeal to onemind_app;
grant update (state, decided_by, decided_at, decision_grounds) on review_appeal to onemind_app;
create policy review_appeal_seen on review_appeal for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
-- Of what the database itself says was returned or closed, at the moment it says.
create policy review_appeal_filed on review_appeal for insert to onemind_app
  with check (agency_id = (select acting_agency()) and filed_by = (select acting_person()) and state = 'waiting' and exists (
    select from submission s
    where s.agency_id = review_appeal.agency_id and s.id = review_appeal.submission_id
      and (review_appeal.requirement is null and s.state = 'closed' and s.closed_at = review_appeal.about_at
        or s.state = 'returned' and s.reviewed_at = review_appeal.about_at and exists (
          select from submission_requirement r
          where r.agency_id = s.agency_id and r.submission_id = s.id and r.requirement = review_appeal.requirement
            and r.decision = 'returned'))));
create policy review_appeal_withdrawn on review_appeal for update to onemind_app
  using (agency_id = (select acting_agency()) and state = 'waiting')
  with check (agency_id = (select acting_agency()) and state = 'withdrawn');
create policy review_appeal_decided on review_appeal for update to onemind_app
  using ((select is_campaign()) and state = 'waiting') with check ((select is_campaign()) and state in ('upheld', 'allowed'));

-- Every decision about a requirement, also one that was made anew since, and each time a second reviewer sent a round back:
-- whoever had a part in a round is known by this. The database writes it, and nobody else can.
create table review_decision (
  agency_id     uuid not null,
  seq           bigint generated always as identity,
  submission_id uuid not null,
  -- none where the round was sent back to its reviewer
  requirement   text,
  decision      text not null check (decision in ('met', 'met-with-remark', 'returned', 'sent-back')),
  comment       text not null,
  decided_by    uuid not null references identity.person (id),
  decided_at    timestamptz not null,
  -- since when it counts no more, because who made it has a tie to the agency
  set_aside_at  timestamptz,
  primary key (agency_id, seq),
  foreign key (agency_id, submission_id) references submission (agency_id, id),
  check ((requirement is null) = (decision = 'sent-back'))
);
create index review_decision_of_round on review_decision (agency_id, submission_id, seq);
alter table review_decision enable row level security;
grant select on review_decision to onemind_app;
create policy review_decision_seen on review_decision for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

create function keep_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into review_decision (agency_id, submission_id, requirement, decision, comment, decided_by, decided_at)
  values (new.agency_id, new.submission_id, new.requirement, new.decision, new.comment, new.decided_by, new.decided_at);
  return null;
end
$$;
create trigger submission_requirement_kept after update on submission_requirement
  for each row when (new.decision is not null) execute function keep_decision();

create function keep_send_back() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into review_decision (agency_id, submission_id, decision, comment, decided_by, decided_at)
  select new.agency_id, new.id, 'sent-back', new.approver_note, acting_person(), now() where is_campaign();
  return null;
end
$$;
create trigger submission_sent_back after update of state on submission
  for each row when (old.state = 'awaiting-approval' and new.state = 'in-review') execute function keep_send_back();

-- What was found about a proof can be set aside likewise; then the proof waits to be looked at anew.
alter table sample_decision add column set_aside_at timestamptz;
create or replace view sample_place with (security_invoker = true) as
select r.agency_id, r.submission_id, r.place, p.id as proof_id, p.file_id, p.shown_at,
  case when d.set_aside_at is null then coalesce(d.word, '') else '' end as word,
  case when d.set_aside_at is null then d.decided_at end as decided_at,
  case when p.id is null then 'wanted'
       when d.decision is null or d.set_aside_at is not null then 'shown'
       when d.decision = 'asked-again' then 'wanted'
       else d.decision end as state
from sampled_record r
left join lateral (
  select * from sample_proof p
  where p.agency_id = r.agency_id and p.submission_id = r.submission_id and p.place = r.place
  order by p.seq desc limit 1) p on true
left join lateral (
  select * from sample_decision d
  where d.agency_id = p.agency_id and d.submission_id = p.submission_id and d.place = p.place and d.proof_id = p.id
  order by d.seq desc limit 1) d on true;

-- Who had which part in a round until now: reviewed it, decided about a requirement or a proof (also when that was decided
-- anew since, or set aside), sent it back, approved it.
create function parts_of_round(in_agency uuid, in_submission uuid) returns table (person uuid, part text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.reviewer, 'review' from submission s
  where s.agency_id = in_agency and s.id = in_submission and s.reviewer is not null
  union
  select s.approver, 'approval' from submission s
  where s.agency_id = in_agency and s.id = in_submission and s.approver is not null
  union
  select d.decided_by, case when d.decision = 'sent-back' then 'send-back' else 'decision' end
  from review_decision d where d.agency_id = in_agency and d.submission_id = in_submission
  union
  select d.decided_by, 'proof' from sample_decision d
  where d.agency_id = in_agency and d.submission_id = in_submission;
end;
-- Everybody who had a part in any round of a case: they don't decide an appeal in it.
create function deciders_of_case(in_agency uuid, in_case uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct p.person from submission s, parts_of_round(s.agency_id, s.id) p
  where s.agency_id = in_agency and s.case_id = in_case;
end;
-- Who can't approve a round, and why: its reviewer, whoever decided any part of it at any time, and who decided an appeal in
-- its case. Who sent it back may: it comes back to them.
create function bars_from_approving(in_agency uuid, in_submission uuid) returns table (person uuid, part text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.person, p.part from parts_of_round(in_agency, in_submission) p where p.part in ('review', 'decision', 'proof')
  union
  select a.decided_by, 'appeal'
  from submission s
  join submission o on o.agency_id = s.agency_id and o.case_id = s.case_id
  join review_appeal a on a.agency_id = o.agency_id and a.submission_id = o.id
  where s.agency_id = in_agency and s.id = in_submission and a.decided_by is not null;
end;
create function barred_from_approving(in_agency uuid, in_submission uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct b.person from bars_from_approving(in_agency, in_submission) b;
end;
-- Whose ties speak against what counts in a round now.
create function tied_deciders(in_agency uuid, in_submission uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.person
  from (
    select s.reviewer as person from submission s where s.agency_id = in_agency and s.id = in_submission
    union
    select r.decided_by from submission_requirement r where r.agency_id = in_agency and r.submission_id = in_submission
    union
    select p.decided_by from sample_decision p
    where p.agency_id = in_agency and p.submission_id = in_submission and p.set_aside_at is null) d
  where d.person is not null and (is_campaign() or is_system()) and ties_between(d.person, in_agency) <> '{}';
end;
revoke all on function parts_of_round(uuid, uuid), deciders_of_case(uuid, uuid), bars_from_approving(uuid, uuid),
  barred_from_approving(uuid, uuid), tied_deciders(uuid, uuid) from public;
grant execute on function deciders_of_case(uuid, uuid), bars_from_approving(uuid, uuid),
  barred_from_approving(uuid, uuid), tied_deciders(uuid, uuid) to onemind_app;

-- Sets aside what people with ties decided in an open round. It goes back to the queue when its reviewer is one of them, or
-- when it waited for approval; a reviewer without ties goes on. Answers whose decisions, about what, and whether the round
-- went back to the queue; no row where there was nothing to set aside.
create function set_tied_decisions_aside(in_agency uuid, in_submission uuid)
  returns table (people uuid[], requirements text[], proofs int, is_given_back boolean)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  round submission;
  tied uuid[];
begin
  if not (is_campaign() or is_system()) then return; end if;
  select * into round from submission s where s.agency_id = in_agency and s.id = in_submission for update;
  tied := array(select tied_deciders(in_agency, in_submission));
  if round.state not in ('waiting', 'in-review', 'awaiting-approval') or tied = '{}' then return; end if;
  is_given_back := coalesce(round.state = 'awaiting-approval' or round.reviewer = any (tied), false);
  if is_given_back then
    update submission s set state = 'waiting', reviewer = null
    where s.agency_id = in_agency and s.id = in_submission;
  end if;
  people := tied;
  requirements := array(
    select r.requirement from submission_requirement r
    where r.agency_id = in_agency and r.submission_id = in_submission and r.decided_by = any (tied));
  update review_decision d set set_aside_at = now()
  where d.agency_id = in_agency and d.submission_id = in_submission and d.decided_by = any (tied)
    and d.requirement is not null and d.set_aside_at is null;
  update submission_requirement r set decision = null, comment = '', decided_by = null, decided_at = null
  where r.agency_id = in_agency and r.submission_id = in_submission and r.decided_by = any (tied);
  update sample_decision d set set_aside_at = now()
  where d.agency_id = in_agency and d.submission_id = in_submission and d.decided_by = any (tied)
    and d.set_aside_at is null;
  get diagnostics proofs = row_count;
  return next;
end
$$;
revoke all on function set_tied_decisions_aside(uuid, uuid) from public;
grant execute on function set_tied_decisions_aside(uuid, uuid) to onemind_app;

-- Whoever acts for the campaign takes the steps of a review that are theirs, and none with ties to the agency. A review
-- can always be given back.
create function refuse_foreign_step() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me constant uuid := acting_person();
begin
  if new.reviewer is distinct from old.reviewer and new.reviewer is not null
     and ties_between(new.reviewer, new.agency_id) <> '{}' then
    raise exception 'The reviewer has ties to the agency.' using errcode = 'insufficient_privilege';
  end if;
  if not is_campaign() then return new; end if;
  -- Back to the queue because of a tie: whoever finds it, and in whatever state.
  if old.state in ('in-review', 'awaiting-approval') and new.state = 'waiting' and new.reviewer is null
     and new.approver is not distinct from old.approver
     and exists (select from tied_deciders(old.agency_id, old.id)) then
    return new;
  end if;
  if new.reviewer is distinct from old.reviewer and not (
       old.state = 'waiting' and new.state = 'in-review' and new.reviewer = me
       or old.state = 'in-review' and new.state in ('waiting', 'in-review') and (old.reviewer = me or is_administrator()))
     or old.state = 'in-review' and new.state in ('returned', 'closed', 'awaiting-approval') and old.reviewer is distinct from me
     or old.state = 'awaiting-approval' and new.state is distinct from old.state
        and (new.state not in ('approved', 'in-review')
          or me in (select barred_from_approving(old.agency_id, old.id)))
     or new.approver is distinct from old.approver and new.approver is distinct from me
     or new.state is distinct from old.state and not (old.state = 'in-review' and new.state = 'waiting')
        and ties_between(me, new.agency_id) <> '{}'
     or old.state in ('returned', 'closed') and new.state is distinct from old.state and not exists (
          select from review_appeal a where a.agency_id = old.agency_id and a.submission_id = old.id
            and a.state = 'allowed' and a.decided_by = me)
     or old.state in ('approved', 'taken-back') and new.state is distinct from old.state
     or old.state = 'waiting' and new.state not in ('waiting', 'in-review') then
    raise exception 'This step of the review is not theirs.' using errcode = 'insufficient_privilege';
  end if;
  if new.state is distinct from old.state and (
       old.state = 'in-review' and new.state in ('returned', 'closed') or new.state in ('awaiting-approval', 'approved'))
     and exists (select from tied_deciders(old.agency_id, old.id)) then
    raise exception 'Somebody with ties to the agency decided a part of this round.'
      using errcode = 'insufficient_privilege';
  end if;
  if new.state is distinct from old.state and new.state in ('awaiting-approval', 'approved') and exists (
       select from submission_requirement r
       where r.agency_id = old.agency_id and r.submission_id = old.id and (r.decision is null
         or r.decision = 'returned' and not exists (
           select from review_appeal a where a.agency_id = r.agency_id and a.submission_id = r.submission_id
             and a.requirement = r.requirement and a.state = 'allowed'))) then
    raise exception 'Not every requirement was found met.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger submission_step before update on submission for each row execute function refuse_foreign_step();

create function refuse_foreign_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not is_campaign() then return new; end if;
  -- Held until the end: a tie that is declared meanwhile finds the decision, or is found by it.
  perform from submission s where s.agency_id = new.agency_id and s.id = new.submission_id for share;
  -- What somebody with ties decided is set aside.
  if new.decision is null and old.decided_by is not null and ties_between(old.decided_by, old.agency_id) <> '{}' then
    return new;
  end if;
  if new.decided_by is distinct from acting_person()
     or ties_between(new.decided_by, new.agency_id) <> '{}'
     or not exists (select from submission s where s.agency_id = new.agency_id and s.id = new.submission_id
          and s.state = 'in-review' and s.reviewer = new.decided_by) then
    raise exception 'This decision is not theirs.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger submission_requirement_decision before update on submission_requirement
  for each row execute function refuse_foreign_decision();

create function refuse_foreign_proof_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  new.set_aside_at := null;
  perform from submission s where s.agency_id = new.agency_id and s.id = new.submission_id for share;
  if is_campaign() and ties_between(new.decided_by, new.agency_id) <> '{}' then
    raise exception 'This decision is not theirs.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger sample_decision_own before insert on sample_decision
  for each row execute function refuse_foreign_proof_decision();

create function refuse_foreign_appeal_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if is_campaign() and (new.decided_by is distinct from acting_person()
     or ties_between(new.decided_by, new.agency_id) <> '{}'
     or new.decided_by in (select deciders_of_case(new.agency_id, (
          select s.case_id from submission s where s.agency_id = new.agency_id and s.id = new.submission_id)))) then
    raise exception 'This appeal is not theirs to decide.' using errcode = 'insufficient_privilege';
  end if;
  if acting_agency() is not null and to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state' then
    raise exception 'An agency does not decide its appeal.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger review_appeal_step before update on review_appeal
  for each row execute function refuse_foreign_appeal_decision();

-- The program closes what nobody answered in time. An appeal that waits keeps a case open.
create policy submission_closed on submission for update to onemind_app
  using ((select is_system()) and state in ('returned', 'closed'))
  with check ((select is_system()) and state in ('returned', 'closed'));
create function refuse_closing_over_appeal() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from review_appeal a where a.agency_id = new.agency_id and a.submission_id = new.id
             and a.state = 'waiting') then
    raise exception 'An appeal waits to be decided.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger submission_closing before update of state on submission
  for each row when (new.state = 'closed' and old.state = 'returned') execute function refuse_closing_over_appeal();

-- An agency that ends its pledge ends its appeals with it.
create function withdraw_appeals() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update review_appeal a set state = 'withdrawn'
  from submission s
  where s.agency_id = new.agency_id and s.pledge_id = new.id
    and a.agency_id = s.agency_id and a.submission_id = s.id and a.state = 'waiting';
  return null;
end
$$;
create trigger pledge_withdrawn_appeals after update of state on pledge
  for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn') execute function withdraw_appeals();

-- What was told about a round and the day it was about, once each.
create table review_notice (
  agency_id     uuid not null,
  submission_id uuid not null,
  notice        text not null,
  about_day     date not null,
  given_at      timestamptz not null,
  primary key (agency_id, submission_id, notice, about_day),
  foreign key (agency_id, submission_id) references submission (agency_id, id)
);
alter table review_notice enable row level security;
grant select, insert on review_notice to onemind_app;
create policy review_notice_given on review_notice for all to onemind_app using ((select is_system()));
