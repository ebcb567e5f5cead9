-- Who has read and acknowledged which version of the policy: by an emailed link, with an account of their own, at roll
-- call before a supervisor, or on a sign-off list that was imported.

-- Nothing here is deleted: what was wrong is revoked with its reason. There is no reference to the roster, since people
-- who are taken out of it have acknowledged all the same.
create table policy_acknowledgment (
  agency_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  policy_id       uuid not null,
  staff_id        uuid not null,
  how             text not null check (how in ('link', 'account', 'roll-call', 'list')),
  acknowledged_on date not null,
  recorded_at     timestamptz not null,
  -- the supervisor at roll call, who imported the list, or the account's own person; a link has nobody
  recorded_by     uuid references identity.person (id),
  supervisor_name text,
  typed_name      text,
  -- one submission of a roll call: what is taken back together
  roll_call_id    uuid,
  import_id       uuid,
  import_row      int,
  revoked_at      timestamptz,
  revoked_by      uuid references identity.person (id),
  revoke_reason   text check (length(revoke_reason) between 1 and 1000),
  -- the merges this came over with, the newest last, and whose it was before each; and the one in which it gave way to
  -- the acknowledgment of the same version that the other person had
  merges          uuid[] not null default '{}',
  merged_from     uuid[] not null default '{}',
  gave_way_in     uuid,
  primary key (agency_id, id),
  foreign key (agency_id, policy_id) references agency_policy (agency_id, id),
  check ((how = 'link') = (recorded_by is null)),
  check ((how in ('link', 'account')) = (typed_name is not null)),
  check ((how = 'roll-call') = (roll_call_id is not null) and (how = 'roll-call') = (supervisor_name is not null)),
  check ((how = 'list') = (import_id is not null)),
  check (num_nonnulls(revoked_at, revoked_by, revoke_reason) in (0, 3))
);
create unique index policy_acknowledgment_standing on policy_acknowledgment (agency_id, policy_id, staff_id)
  where revoked_at is null and gave_way_in is null;
create index policy_acknowledgment_of_staff on policy_acknowledgment (agency_id, staff_id);
create index policy_acknowledgment_roll_call on policy_acknowledgment (agency_id, roll_call_id) where roll_call_id is not null;
create index policy_acknowledgment_import on policy_acknowledgment (agency_id, import_id) where import_id is not null;

-- How an agency asks: whether on its own for newcomers and new versions, and after how many days it reminds.
create table acknowledgment_asking (
  agency_id     uuid not null primary key references agency (id),
  asks_by_mail  boolean not null,
  reminder_days int check (reminder_days between 3 and 90),
  set_by        uuid not null references identity.person (id),
  set_at        timestamptz not null
);

-- One sending of links; `audience` says to whom.
create table acknowledgment_mailing (
  agency_id uuid not null references agency (id),
  id        uuid not null default gen_random_uuid(),
  policy_id uuid not null,
  audience  text not null check (audience in ('not-asked', 'unit', 'reminder')),
  unit      text,
  asked_by  uuid not null references identity.person (id),
  asked_at  timestamptz not null,
  mailed    int not null default 0,
  ended_at  timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, policy_id) references agency_policy (agency_id, id),
  check ((audience = 'unit') = (unit is not null))
);
create index acknowledgment_mailing_newest on acknowledgment_mailing (agency_id, policy_id, asked_at desc);

-- A link to one person for one version. Only its hash is kept, and not the address it went to.
create table acknowledgment_link (
  agency_id  uuid not null,
  id         uuid not null default gen_random_uuid(),
  mailing_id uuid not null,
  policy_id  uuid not null,
  staff_id   uuid not null,
  is_first   boolean not null,
  token_hash bytea not null unique,
  mailed_at  timestamptz not null,
  expires_at timestamptz not null,
  merges      uuid[] not null default '{}',
  merged_from uuid[] not null default '{}',
  primary key (agency_id, id),
  foreign key (agency_id, mailing_id) references acknowledgment_mailing (agency_id, id)
);
-- Nobody is mailed twice by one sending, nor for one version unless it is a reminder, or because what was given by the
-- first link was taken back. Whom somebody was merged into may have two.
create unique index acknowledgment_link_once on acknowledgment_link (agency_id, mailing_id, staff_id) where merges = '{}';
create unique index acknowledgment_link_first on acknowledgment_link (agency_id, policy_id, staff_id)
  where is_first and merges = '{}';
create index acknowledgment_link_of_staff on acknowledgment_link (agency_id, policy_id, staff_id, mailed_at desc);

-- A sign-off list as it is planned: it can be planned again from the kept file at any time, so it is not logged.
create unlogged table acknowledgment_staged (
  agency_id       uuid not null,
  import_id       uuid not null,
  import_row      int not null,
  kind            text not null,
  remark          text not null,
  family_name     text,
  given_name      text,
  middle_name     text,
  suffix          text,
  employee_number text,
  signed_on       date,
  version         text,
  staff_id        uuid,
  match_reason    text,
  candidates      uuid[],
  primary key (agency_id, import_id, import_row)
);

alter table file_import drop constraint file_import_subject_check;
alter table file_import add constraint file_import_subject_check
  check (subject in ('roster', 'training', 'acknowledgment'));
alter table stored_file drop constraint stored_file_purpose_check;
alter table stored_file add constraint stored_file_purpose_check
  check (purpose in ('evidence', 'agreement', 'policy', 'roster', 'training', 'certificate', 'acknowledgment'));

alter table policy_acknowledgment enable row level security;
alter table acknowledgment_asking enable row level security;
alter table acknowledgment_mailing enable row level security;
alter table acknowledgment_link enable row level security;
alter table acknowledgment_staged enable row level security;
grant select, insert, update (revoked_at, revoked_by, revoke_reason) on policy_acknowledgment to onemind_app;
grant select, insert, update on acknowledgment_asking to onemind_app;
grant select, insert, update (mailed, ended_at) on acknowledgment_mailing to onemind_app;
grant select, insert on acknowledgment_link to onemind_app;
grant select, insert, update, delete on acknowledgment_staged to onemind_app;

-- Who acknowledged is the agency's alone, like its roster. An agency writes down what was seen at roll call or stands on
-- a list, in the name of who does it; for somebody's own word there is their account or their link.
create policy policy_acknowledgment_seen on policy_acknowledgment for select to onemind_app
  using (agency_id = (select acting_agency()));
create policy policy_acknowledgment_written on policy_acknowledgment for insert to onemind_app
  with check (agency_id = (select acting_agency()) and how in ('roll-call', 'list') and recorded_by = (select acting_person()));
create policy policy_acknowledgment_revoked on policy_acknowledgment for update to onemind_app
  using (agency_id = (select acting_agency()))
  with check (agency_id = (select acting_agency()) and revoked_by = (select acting_person()));
create policy policy_acknowledgment_self on policy_acknowledgment for select to onemind_app
  using ((select acting()) = 'person' and is_own_staff(agency_id, staff_id));
create policy policy_acknowledgment_own_word on policy_acknowledgment for insert to onemind_app
  with check ((select acting()) = 'person' and how = 'account' and recorded_by = (select acting_person())
    and is_own_staff(agency_id, staff_id));
create policy acknowledgment_asking_own on acknowledgment_asking for all to onemind_app
  using (agency_id = (select acting_agency()));
create policy acknowledgment_asking_system on acknowledgment_asking for select to onemind_app using ((select is_system()));
create policy acknowledgment_mailing_own on acknowledgment_mailing for all to onemind_app
  using (agency_id = (select acting_agency()));
create policy acknowledgment_link_own on acknowledgment_link for all to onemind_app
  using (agency_id = (select acting_agency()));
create policy acknowledgment_staged_own on acknowledgment_staged for all to onemind_app
  using (agency_id = (select acting_agency()));

-- The version that staff follow on a day, as `versionInEffect` has it: none is in effect before it was adopted.
create function policy_in_effect(agency uuid, today date) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (
    select p.id from agency_policy p
    where p.agency_id = agency and p.state in ('adopted', 'superseded') and greatest(p.effective_on, p.adopted_on) <= today
      and exists (select from agency_policy a where a.agency_id = agency and a.state = 'adopted')
    order by p.state = 'adopted' desc, p.adopted_at desc limit 1);
revoke all on function policy_in_effect(uuid, date) from public;

-- What whoever holds a link is shown. It opens nothing else: the caller sees neither the roster nor the policy. A link
-- that was used stays used, also when the word given by it is taken back; nor do the others open that went to the same
-- person before that: whoever gave the word in their name may hold them too.
create function acknowledgment_link_shown(hash bytea, at timestamptz) returns table (
  agency_id uuid, link_id uuid, agency_name text, time_zone text, given_name text, family_name text, suffix text,
  title text, number text, effective_on date, file_name text, media_type text, size bigint, sha256 text,
  is_expired boolean, is_used boolean, is_asked boolean, is_in_effect boolean, acknowledged_on date)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.agency_id, l.id, a.name, a.time_zone, m.given_name, m.family_name, m.suffix,
    p.title, p.number, greatest(p.effective_on, p.adopted_on), f.name, f.media_type, f.size, f.sha256,
    l.expires_at <= at, exists (
      select from policy_acknowledgment u where u.agency_id = l.agency_id and u.policy_id = l.policy_id
        and u.staff_id = l.staff_id and u.how = 'link' and u.revoked_at >= l.mailed_at),
    m.separated_on is null or m.separated_on > (at at time zone a.time_zone)::date,
    p.id is not distinct from policy_in_effect(l.agency_id, (at at time zone a.time_zone)::date),
    k.acknowledged_on
  from acknowledgment_link l
  join agency a on a.id = l.agency_id
  join staff_member m on m.agency_id = l.agency_id and m.id = l.staff_id
  join agency_policy p on p.agency_id = l.agency_id and p.id = l.policy_id
  join stored_file f on f.agency_id = p.agency_id and f.id = p.file_id
  left join policy_acknowledgment k on k.agency_id = l.agency_id and k.policy_id = l.policy_id
    and k.staff_id = l.staff_id and k.revoked_at is null and k.gave_way_in is null
  where l.token_hash = hash;
end;
revoke all on function acknowledgment_link_shown(bytea, timestamptz) from public;
grant execute on function acknowledgment_link_shown(bytea, timestamptz) to onemind_app;

-- The one thing a link does. Answers whether this act wrote the acknowledgment: of two at once, one does.
create function acknowledge_by_link(hash bytea, typed text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  written int;
begin
  insert into policy_acknowledgment (agency_id, policy_id, staff_id, how, acknowledged_on, recorded_at, typed_name)
  select l.agency_id, l.policy_id, l.staff_id, 'link', (at at time zone s.time_zone)::date, at, typed
  from acknowledgment_link l
  join acknowledgment_link_shown(hash, at) s on s.link_id = l.id
  where l.token_hash = hash and not s.is_expired and not s.is_used and s.is_asked and s.is_in_effect
  on conflict (agency_id, policy_id, staff_id) where revoked_at is null and gave_way_in is null do nothing;
  get diagnostics written = row_count;
  return written = 1;
end
$$;
revoke all on function acknowledge_by_link(bytea, text, timestamptz) from public;
grant execute on function acknowledge_by_link(bytea, text, timestamptz) to onemind_app;

-- Who is merged into somebody brings along what they acknowledged. Of two acknowledgments of one version the earlier
-- stands. Taking the merge back gives each their own again.
create function move_acknowledgments() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    update policy_acknowledgment later set gave_way_in = new.id
    from policy_acknowledgment earlier
    where later.agency_id = new.agency_id and later.staff_id in (new.kept_id, new.removed_id)
      and later.revoked_at is null and later.gave_way_in is null
      and earlier.agency_id = new.agency_id and earlier.staff_id in (new.kept_id, new.removed_id)
      and earlier.revoked_at is null and earlier.gave_way_in is null
      and earlier.policy_id = later.policy_id and earlier.staff_id <> later.staff_id
      and (earlier.acknowledged_on, earlier.recorded_at, earlier.id) < (later.acknowledged_on, later.recorded_at, later.id);
    update policy_acknowledgment set staff_id = new.kept_id,
      merges = array_append(merges, new.id), merged_from = array_append(merged_from, new.removed_id)
    where agency_id = new.agency_id and staff_id = new.removed_id;
    update acknowledgment_link set staff_id = new.kept_id,
      merges = array_append(merges, new.id), merged_from = array_append(merged_from, new.removed_id)
    where agency_id = new.agency_id and staff_id = new.removed_id;
  else
    update policy_acknowledgment set staff_id = merged_from[cardinality(merged_from)],
      merges = trim_array(merges, 1), merged_from = trim_array(merged_from, 1)
    where agency_id = new.agency_id and staff_id = new.kept_id and merges[cardinality(merges)] = new.id;
    update acknowledgment_link set staff_id = merged_from[cardinality(merged_from)],
      merges = trim_array(merges, 1), merged_from = trim_array(merged_from, 1)
    where agency_id = new.agency_id and staff_id = new.kept_id and merges[cardinality(merges)] = new.id;
    update policy_acknowledgment k set gave_way_in = null
    where k.agency_id = new.agency_id and k.gave_way_in = new.id and not exists (
      select from policy_acknowledgment s
      where s.agency_id = k.agency_id and s.policy_id = k.policy_id and s.staff_id = k.staff_id
        and s.revoked_at is null and s.gave_way_in is null);
  end if;
  return null;
end
$$;
revoke all on function move_acknowledgments() from public;
create trigger staff_merge_moves_acknowledgments after insert on staff_merge
  for each row execute function move_acknowledgments();
create trigger staff_merge_returns_acknowledgments after update of undone_at on staff_merge
  for each row when (old.undone_at is null and new.undone_at is not null)
  execute function move_acknowledgments();
