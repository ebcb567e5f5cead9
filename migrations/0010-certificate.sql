-- Certificates: what the public can check, and the letter that is the agency's own.

create table certificate_number (
  year int primary key,
  last int not null
);

create table certificate (
  agency_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  number          text not null unique check (number ~ '^OM-\d{4}-\d{6}$'),
  submission_id   uuid not null,
  agency_name     text not null,
  place           text not null,
  pledged_on      date not null,
  certified_on    date not null,
  rules_version   text not null,
  rules_title     text not null,
  campaign_name   text not null,
  issuer          text not null,
  signatory_name  text not null,
  signatory_title text not null,
  snapshot_sha256 text not null,
  -- the last day it speaks for the agency; none where the campaign's certificates have no end
  valid_until     date check (valid_until > certified_on),
  issued_at       timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, submission_id),
  foreign key (agency_id, submission_id) references submission (agency_id, id)
);

create table acknowledgment_letter (
  agency_id      uuid not null,
  certificate_id uuid not null,
  executive_name text not null,
  executive_rank text not null,
  address_lines  text[] not null,
  sworn          int not null,
  advanced       int not null,
  trained        int not null,
  contact_email  text not null,
  primary key (agency_id, certificate_id),
  foreign key (agency_id, certificate_id) references certificate (agency_id, id)
);

-- The next number of a year. Two certificates issued at once follow each other; a certificate that fails gives its number back.
-- Only the campaign issues: to everybody else there is no next number.
create function next_certificate_number(in_year int) returns text
  language sql security definer set search_path = public, pg_temp
begin atomic
  insert into certificate_number select in_year, 1 where is_campaign()
  on conflict (year) do update set last = certificate_number.last + 1
  returning format('OM-%s-%s', year, lpad(last::text, 6, '0'));
end;
revoke all on function next_certificate_number(int) from public;
grant execute on function next_certificate_number(int) to onemind_app;

-- What became of a certificate after it was issued. Nothing is changed or deleted: each event is added, and the latest that
-- changes the standing speaks.
create table certificate_event (
  agency_id      uuid not null,
  certificate_id uuid not null,
  place          bigint generated always as identity,
  act            text not null check (act in (
    'announced', 'answered', 'dropped', 'suspended', 'reinstated', 'revoked', 'lapsed', 'withdrawn')),
  -- what an announcement says will be done
  measure        text check (measure in ('suspend', 'revoke')),
  -- grounds, an answer or a reason; those of a public act are public
  words          text not null check (length(words) <= 4000),
  -- the last day of the agency's right to answer an announcement
  answer_by      date,
  -- the day where the agency is
  happened_on    date not null,
  happened_at    timestamptz not null default now(),
  by_person      uuid references identity.person (id),
  primary key (agency_id, certificate_id, place),
  foreign key (agency_id, certificate_id) references certificate (agency_id, id),
  check ((act = 'announced') = (measure is not null and answer_by is not null)),
  check ((act = 'lapsed') = (by_person is null)),
  check (act = 'lapsed' or words <> '')
);

-- The latest act that changed what a certificate is worth; none for one that is as it was issued.
create function certificate_standing_act(in_agency uuid, in_certificate uuid) returns text
  language sql stable security definer set search_path = public, pg_temp
  return (
    select e.act from certificate_event e
    where e.agency_id = in_agency and e.certificate_id = in_certificate
      and e.act in ('suspended', 'reinstated', 'revoked', 'lapsed', 'withdrawn')
    order by e.place desc limit 1);
revoke all on function certificate_standing_act(uuid, uuid) from public;
grant execute on function certificate_standing_act(uuid, uuid) to onemind_app;

create index certificate_ending on certificate (valid_until) where valid_until is not null;

-- Nobody is certified twice for the same thing: another approval under a pledge comes once its certificate has ended, or
-- within half a year of its last day.
create function refuse_second_approval() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (
    select from certificate c join submission s on s.agency_id = c.agency_id and s.id = c.submission_id
    where s.agency_id = new.agency_id and s.pledge_id = new.pledge_id and s.id <> new.id
      and coalesce(certificate_standing_act(c.agency_id, c.id), 'reinstated') in ('reinstated', 'suspended')
      and (c.valid_until is null or c.valid_until > (new.approved_at::date + interval '7 months')::date)) then
    raise exception 'The pledge is certified already.' using errcode = 'unique_violation';
  end if;
  return new;
end
$$;
revoke all on function refuse_second_approval() from public;
create trigger submission_approved_once before update of state on submission
  for each row when (new.state = 'approved' and old.state <> 'approved') execute function refuse_second_approval();

create function is_valid_certificate(in_agency uuid, in_certificate uuid) returns boolean
  language sql stable
  return coalesce(certificate_standing_act(in_agency, in_certificate), 'reinstated') = 'reinstated';

-- The day by the database's own clock, whatever the program says. An agency's day is this one or one of its neighbors.
create function database_day() returns date
  language sql stable
  return (now() at time zone 'UTC')::date;

-- Events of one certificate follow each other, and only in an order that is fair: nothing is taken from an agency before
-- it was told why and could answer, nobody decides what they announced, and what has ended stays ended. They happen on the
-- day they are written. The time to answer is at least seven days, the least that CERTIFICATE_ANSWER_DAYS can be set to.
create function check_certificate_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  standing text;
  ends date;
  open_one certificate_event;
begin
  select c.valid_until into ends from certificate c
    where c.agency_id = new.agency_id and c.id = new.certificate_id for update;
  new.happened_at := now();
  standing := coalesce(certificate_standing_act(new.agency_id, new.certificate_id), 'reinstated');
  select * into open_one from certificate_event e
    where e.agency_id = new.agency_id and e.certificate_id = new.certificate_id
      and e.act in ('announced', 'dropped', 'suspended', 'revoked')
    order by e.place desc limit 1;
  if open_one.act is distinct from 'announced' then open_one := null; end if;
  if standing in ('revoked', 'lapsed', 'withdrawn')
    or abs(new.happened_on - database_day()) > 1
    or new.act = 'announced' and new.answer_by < new.happened_on + 7
    or new.act = 'announced' and (open_one.place is not null or standing = 'suspended' and new.measure = 'suspend')
    or new.act in ('answered', 'dropped', 'suspended', 'revoked') and open_one.place is null
    or new.act = 'reinstated' and standing <> 'suspended'
    or new.act = 'lapsed' and (ends is null or ends >= new.happened_on)
    or new.act in ('suspended', 'revoked') and (
      (new.act = 'revoked') <> (open_one.measure = 'revoke')
      or open_one.by_person = new.by_person
      or open_one.answer_by >= new.happened_on and not exists (
        select from certificate_event e where e.agency_id = new.agency_id
          and e.certificate_id = new.certificate_id and e.act = 'answered' and e.place > open_one.place))
    or new.act in ('announced', 'dropped', 'suspended', 'reinstated', 'revoked')
      and cardinality(ties_between(new.by_person, new.agency_id)) > 0
  then
    raise exception 'A certificate does not go from % to %.', standing, new.act using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
revoke all on function check_certificate_event() from public;
create trigger certificate_event_in_order before insert on certificate_event
  for each row execute function check_certificate_event();

-- A certificate is what an approval issues: of what was approved, by who approved it, as long as nobody who had a part in
-- the approval has a tie to the agency. (What it asks of ties is in the migration of review cases.)
create function refuse_unapproved_certificate() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  round submission;
begin
  select * into round from submission s where s.agency_id = new.agency_id and s.id = new.submission_id for share;
  if round.state is distinct from 'approved' or round.snapshot_sha256 <> new.snapshot_sha256
     or is_campaign() and (
       round.approver is distinct from acting_person()
       or ties_between(acting_person(), new.agency_id) <> '{}'
       or exists (select from tied_deciders(new.agency_id, new.submission_id))) then
    raise exception 'A certificate is issued by who approved its submission.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
revoke all on function refuse_unapproved_certificate() from public;
create trigger certificate_of_approval before insert on certificate
  for each row execute function refuse_unapproved_certificate();

-- Ending the pledge behind a certificate changes what the public may believe: an agency asks the campaign for it.
create function is_certified_pledge(in_agency uuid, in_pledge uuid) returns boolean
  language sql stable
  return exists (
    select from certificate c join submission s on s.agency_id = c.agency_id and s.id = c.submission_id
    where c.agency_id = in_agency and s.pledge_id = in_pledge
      and coalesce(certificate_standing_act(c.agency_id, c.id), '') not in ('revoked', 'lapsed', 'withdrawn'));
create function refuse_withdrawal_of_certified() returns trigger
  language plpgsql
as $$
begin
  if acting_agency() is not null and is_certified_pledge(new.agency_id, new.id) then
    raise exception 'A certified agency does not end its pledge alone.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_certified before update of state on pledge
  for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn')
  execute function refuse_withdrawal_of_certified();

-- What the campaign was told about an announcement that waits for its decision, once each.
create table certificate_notice (
  agency_id      uuid not null,
  certificate_id uuid not null,
  place          bigint not null,
  notice         text not null check (notice in ('hearing-over', 'decision-overdue')),
  given_at       timestamptz not null,
  primary key (agency_id, certificate_id, place, notice),
  foreign key (agency_id, certificate_id, place) references certificate_event (agency_id, certificate_id, place)
);
alter table certificate_notice enable row level security;
grant select, insert on certificate_notice to onemind_app;
create policy certificate_notice_given on certificate_notice for all to onemind_app using ((select is_system()));

alter table certificate_number enable row level security;
alter table certificate enable row level security;
alter table certificate_event enable row level security;
alter table acknowledgment_letter enable row level security;
grant select, insert on certificate_event to onemind_app;
grant select, insert on certificate, acknowledgment_letter to onemind_app;

create policy certificate_public on certificate for select to onemind_app using (true);
create policy certificate_issued on certificate for insert to onemind_app with check ((select is_campaign()));
create policy letter_own on acknowledgment_letter for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy letter_issued on acknowledgment_letter for insert to onemind_app with check ((select is_campaign()));

-- The public reads what changed a certificate's standing and why; what is announced or answered stays between the two.
create policy certificate_event_public on certificate_event for select to onemind_app
  using (act in ('suspended', 'reinstated', 'revoked', 'lapsed', 'withdrawn'));
create policy certificate_event_seen on certificate_event for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy certificate_event_campaign on certificate_event for insert to onemind_app
  with check ((select is_campaign()) and by_person = (select acting_person())
    and act in ('announced', 'dropped', 'suspended', 'reinstated', 'revoked'));
create policy certificate_event_agency on certificate_event for insert to onemind_app
  with check (agency_id = (select acting_agency()) and by_person = (select acting_person())
    and act in ('answered', 'withdrawn'));
create policy certificate_event_lapse on certificate_event for insert to onemind_app
  with check ((select is_system()) and act = 'lapsed');
