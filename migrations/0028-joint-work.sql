-- What an agency and a partner do together: meetings, what was decided there, trainings, and how each side says it goes.

-- Whether the acting partner shares this very partnership: from the first confirmation until a side ends it. A change
-- that waits for a new yes does not interrupt the work.
create function shares_partnership(agency uuid, shared uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from partnership p
    where p.agency_id = agency and p.id = shared and p.partner_id = acting_partner()
      and p.confirmed_at is not null and p.state not in ('declined', 'ended'));
revoke all on function shares_partnership(uuid, uuid) from public;
grant execute on function shares_partnership(uuid, uuid) to onemind_app;

-- Whether the acting person works at an agency. Who does reads for its partner, and does nothing for it: one person does
-- not speak for both sides.
create function works_at_agency(agency uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from agency_membership m
    where m.agency_id = agency and m.person_id = acting_person() and m.ended_at is null);
revoke all on function works_at_agency(uuid) from public;
grant execute on function works_at_agency(uuid) to onemind_app;

create table joint_meeting (
  agency_id      uuid not null references agency (id),
  id             uuid not null default gen_random_uuid(),
  partnership_id uuid not null,
  state          text not null check (state in ('planned', 'held', 'cancelled')),
  title          text not null check (length(title) between 1 and 200),
  -- the day and times of the agency's own clock
  day            date not null,
  starts_at      time not null,
  ends_at        time not null check (ends_at > starts_at),
  place          text not null default '',
  link           text not null default '',
  agenda         text not null default '',
  minutes        text not null default '',
  -- who came: [{"side", "name", "role"}], as typed, and nothing else about a person
  attendees      jsonb not null default '[]' check (jsonb_typeof(attendees) = 'array'),
  cancel_reason  text,
  -- Counts every change: a save is bound to what was shown, and a calendar knows which entry is newer.
  revision       int not null default 1,
  planned_by_side text not null check (planned_by_side in ('agency', 'partner')),
  planned_at     timestamptz not null,
  changed_at     timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id),
  check (place <> '' or link <> ''),
  check ((state = 'cancelled') = (cancel_reason is not null))
);
create index joint_meeting_by_day on joint_meeting (agency_id, partnership_id, day desc, id);

-- What both sides decided to do, and who sees to it.
create table joint_action (
  agency_id      uuid not null references agency (id),
  id             uuid not null default gen_random_uuid(),
  partnership_id uuid not null,
  meeting_id     uuid,
  what           text not null check (length(what) between 1 and 1000),
  owner_side     text not null check (owner_side in ('agency', 'partner')),
  owner_name     text not null default '',
  due_on         date not null,
  state          text not null check (state in ('open', 'done', 'dropped')),
  drop_reason    text,
  closed_at      timestamptz,
  revision       int not null default 1,
  added_at       timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id),
  foreign key (agency_id, meeting_id) references joint_meeting (agency_id, id),
  check ((state = 'dropped') = (drop_reason is not null)),
  check ((state = 'open') = (closed_at is null))
);
create index joint_action_by_day on joint_action (agency_id, partnership_id, due_on, id);
create index joint_action_of_meeting on joint_action (agency_id, meeting_id) where meeting_id is not null;

-- Trainings that both sides gave together; how many of the agency attended, never who.
create table joint_training (
  agency_id        uuid not null references agency (id),
  id               uuid not null default gen_random_uuid(),
  partnership_id   uuid not null,
  course           text not null check (length(course) between 1 and 300),
  held_on          date not null,
  taught_by_side   text not null check (taught_by_side in ('agency', 'partner', 'both')),
  taught_by        text not null default '',
  attended         int not null check (attended between 0 and 100000),
  -- the class it was, when it is in the agency's calendar
  class_session_id uuid,
  removed_at       timestamptz,
  revision         int not null default 1,
  added_at         timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id),
  foreign key (agency_id, class_session_id) references class_session (agency_id, id)
);
create index joint_training_by_day on joint_training (agency_id, partnership_id, held_on desc, id);
create unique index joint_training_once_a_class on joint_training (agency_id, partnership_id, class_session_id)
  where removed_at is null and class_session_id is not null;

-- Twice a year each side says how it is going.
create table joint_check_in (
  agency_id        uuid not null references agency (id),
  partnership_id   uuid not null,
  -- January 1 or July 1
  half_starts_on   date not null check (extract(day from half_starts_on) = 1 and extract(month from half_starts_on) in (1, 7)),
  side             text not null check (side in ('agency', 'partner')),
  -- question to answer, 1 (worst) to 5 (best)
  ratings          jsonb not null check (jsonb_typeof(ratings) = 'object'),
  going_well       text not null default '',
  would_help       text not null default '',
  liaison_in_place boolean not null,
  -- whom the agreement named on this side when it was answered
  liaison_name     text not null,
  answered_by      uuid not null references identity.person (id),
  answered_name    text not null,
  answered_at      timestamptz not null,
  changed_at       timestamptz,
  revision         int not null default 1,
  primary key (agency_id, partnership_id, half_starts_on, side),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id)
);

-- Who changed what of all this, for both sides to see.
create table joint_change (
  agency_id      uuid not null references agency (id),
  id             uuid not null default gen_random_uuid(),
  partnership_id uuid not null,
  subject_id     uuid not null,
  at             timestamptz not null,
  side           text not null check (side in ('agency', 'partner')),
  person_id      uuid not null references identity.person (id),
  -- as the account was called then: the other side can't look it up
  person_name    text not null,
  act            text not null,
  fields         text[] not null default '{}',
  primary key (agency_id, id),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id)
);
create index joint_change_of_subject on joint_change (agency_id, subject_id, at);

alter table joint_meeting enable row level security;
alter table joint_action enable row level security;
alter table joint_training enable row level security;
alter table joint_check_in enable row level security;
alter table joint_change enable row level security;
grant select, insert, update on joint_meeting, joint_action, joint_training to onemind_app;
-- What an answer says may be changed; which half-year, which partnership and which side it is of, may not.
grant select, insert,
  update (ratings, going_well, would_help, liaison_in_place, liaison_name, answered_by, answered_name, changed_at, revision)
  on joint_check_in to onemind_app;
grant select, insert on joint_change to onemind_app;

create policy joint_meeting_agency on joint_meeting for all to onemind_app using (agency_id = (select acting_agency()));
create policy joint_action_agency on joint_action for all to onemind_app using (agency_id = (select acting_agency()));
create policy joint_training_agency on joint_training for all to onemind_app using (agency_id = (select acting_agency()));
create policy joint_change_agency on joint_change for all to onemind_app using (agency_id = (select acting_agency()))
  with check (agency_id = (select acting_agency()) and side = 'agency' and person_id = (select acting_person()));

create policy joint_meeting_partner on joint_meeting for all to onemind_app
  using ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id))
  with check ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id)
    and not works_at_agency(agency_id));
create policy joint_action_partner on joint_action for all to onemind_app
  using ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id))
  with check ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id)
    and not works_at_agency(agency_id));
create policy joint_training_partner on joint_training for all to onemind_app
  using ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id))
  with check ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id)
    and not works_at_agency(agency_id));
create policy joint_change_partner on joint_change for all to onemind_app
  using ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id))
  with check ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id)
    and side = 'partner' and person_id = (select acting_person()) and not works_at_agency(agency_id));

-- The program looks for what is due.
create policy joint_action_system on joint_action for select to onemind_app using ((select is_system()));

-- Whether a side has answered for a half-year: said to the two sides, and to the program.
create function has_checked_in(agency uuid, shared uuid, half date, as_side text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from joint_check_in c
    where c.agency_id = agency and c.partnership_id = shared and c.half_starts_on = half and c.side = as_side
      and (agency = acting_agency() or is_system() or shares_partnership(agency, shared)));
revoke all on function has_checked_in(uuid, uuid, date, text) from public;
grant execute on function has_checked_in(uuid, uuid, date, text) to onemind_app;

-- Each side writes its own answer, and reads the other's once it has answered itself or the half-year is over: nobody
-- answers after the other's words. Who belongs to both reads the partner's once the agency has answered.
create policy joint_check_in_agency on joint_check_in for select to onemind_app using (
  agency_id = (select acting_agency())
  and (side = 'agency' or half_starts_on + interval '6 months' <= current_date
    or has_checked_in(agency_id, partnership_id, half_starts_on, 'agency')));
create policy joint_check_in_partner on joint_check_in for select to onemind_app using (
  (select acting_partner()) is not null and shares_partnership(agency_id, partnership_id)
  and (half_starts_on + interval '6 months' <= current_date
    or case when works_at_agency(agency_id) then has_checked_in(agency_id, partnership_id, half_starts_on, 'agency')
            else side = 'partner' or has_checked_in(agency_id, partnership_id, half_starts_on, 'partner') end));
create policy joint_check_in_of_agency on joint_check_in for insert to onemind_app
  with check (agency_id = (select acting_agency()) and side = 'agency' and answered_by = (select acting_person()));
create policy joint_check_in_of_partner on joint_check_in for insert to onemind_app
  with check ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id) and side = 'partner'
    and answered_by = (select acting_person()) and not works_at_agency(agency_id));
create policy joint_check_in_changed_by_agency on joint_check_in for update to onemind_app
  using (agency_id = (select acting_agency()) and side = 'agency')
  with check (agency_id = (select acting_agency()) and side = 'agency' and answered_by = (select acting_person()));
create policy joint_check_in_changed_by_partner on joint_check_in for update to onemind_app
  using ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id) and side = 'partner'
    and not works_at_agency(agency_id))
  with check ((select acting_partner()) is not null and shares_partnership(agency_id, partnership_id) and side = 'partner'
    and answered_by = (select acting_person()));

-- The days of an agency's joint work, for the rules that ask whether a partnership is sustained: no words, no names. It
-- says whether a side's liaison was in place at its latest answers, also while the answers themselves are not yet open.
create function joint_work_days(agency uuid)
  returns table (partnership_id uuid, kind text, side text, day date, in_place boolean, is_same_liaison boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with mine as (
    select p.agency_id, p.id, p.agency_contact_name, p.partner_contact_name from partnership p
    where p.agency_id = joint_work_days.agency
      and (p.agency_id = acting_agency() or shares_partnership(p.agency_id, p.id) or is_campaign() or is_system())
  )
  select m.partnership_id, m.state, null::text, m.day, null::boolean, null::boolean
  from joint_meeting m join mine on mine.agency_id = m.agency_id and mine.id = m.partnership_id
  where m.state in ('held', 'planned')
  union all
  select t.partnership_id, 'training', t.taught_by_side, t.held_on, null, null
  from joint_training t join mine on mine.agency_id = t.agency_id and mine.id = t.partnership_id
  where t.removed_at is null
  union all
  select a.partnership_id, 'open-action', a.owner_side, a.due_on, null, null
  from joint_action a join mine on mine.agency_id = a.agency_id and mine.id = a.partnership_id
  where a.state = 'open'
  union all
  select c.partnership_id, 'check-in', c.side, c.half_starts_on, c.liaison_in_place,
         c.liaison_name = case c.side when 'agency' then mine.agency_contact_name else mine.partner_contact_name end
  from joint_check_in c join mine on mine.agency_id = c.agency_id and mine.id = c.partnership_id;
end;
revoke all on function joint_work_days(uuid) from public;
grant execute on function joint_work_days(uuid) to onemind_app;
