-- Groups under one agreement: a county, a region or an association brings many agencies and partners together. The lead
-- writes one agreement; each agency joins by its own word, each partner confirms once. Of every pair that has given its
-- word the database makes a partnership like any other, with a version that both sides confirmed.

create table joint_group (
  id             uuid primary key default gen_random_uuid(),
  name           text not null check (length(name) between 2 and 200),
  kind           text not null check (kind in ('county', 'region', 'state-association', 'other')),
  lead_agency_id uuid not null references agency (id),
  lead_name      text not null,
  state          text not null default 'preparing' check (state in ('preparing', 'open', 'ended')),
  -- The version that everybody is asked for; 0 while the lead is still writing.
  version        int not null default 0 check (version >= 0),
  begun_by       uuid not null references identity.person (id),
  begun_by_side  text not null check (begun_by_side in ('agency', 'campaign')),
  begun_at       timestamptz not null,
  ended_at       timestamptz,
  ended_by       uuid references identity.person (id),
  end_reason     text,
  check ((state = 'preparing') = (version = 0) or state = 'ended'),
  check (state <> 'ended' or (ended_at is not null and end_reason <> ''))
);
create index joint_group_lead on joint_group (lead_agency_id);

create table joint_version (
  group_id       uuid not null references joint_group (id),
  number         int not null check (number > 0),
  -- As src/agreement/agreement-terms.ts has them, with the contacts left empty: each party gives its own.
  terms          jsonb not null,
  note           text not null default '',
  proposed_by    uuid not null references identity.person (id),
  proposed_name  text not null check (proposed_name <> ''),
  proposed_title text not null,
  proposed_at    timestamptz not null,
  primary key (group_id, number)
);

create table joint_draft_step (
  group_id uuid not null references joint_group (id),
  step     text not null,
  answers  jsonb not null,
  revision int not null default 1,
  saved_by uuid not null references identity.person (id),
  saved_at timestamptz not null,
  primary key (group_id, step)
);

create table joint_member (
  group_id       uuid not null references joint_group (id),
  id             uuid not null default gen_random_uuid(),
  -- Null while the agency that the address belongs to is not in the program.
  agency_id      uuid references agency (id),
  email          text check (email = lower(email)),
  name           text not null,
  state          text not null default 'asked' check (state in ('asked', 'joined', 'declined', 'left', 'withdrawn')),
  asked_at       timestamptz,
  -- The version that it joined.
  version        int,
  contact_name   text not null default '',
  contact_email  text not null default '',
  contact_phone  text not null default '',
  always         text not null default '',
  answered_by    uuid references identity.person (id),
  answered_name  text,
  answered_title text,
  answered_at    timestamptz,
  reason         text,
  primary key (group_id, id),
  check (agency_id is not null or email is not null),
  check (state <> 'joined' or (agency_id is not null and version is not null and answered_by is not null
         and answered_name <> '' and answered_at is not null and contact_name <> '' and contact_email <> '')),
  check (state not in ('declined', 'left') or (answered_at is not null and reason <> ''))
);
create unique index joint_member_one_agency on joint_member (group_id, agency_id) where agency_id is not null;
create unique index joint_member_one_address on joint_member (group_id, email) where agency_id is null;
create index joint_member_agency on joint_member (agency_id);
create index joint_member_address on joint_member (email) where agency_id is null;

create table joint_partner (
  group_id        uuid not null references joint_group (id),
  partner_id      uuid not null references partner_organization (id),
  name            text not null,
  representative_email text check (representative_email = lower(representative_email)),
  state           text not null default 'asked' check (state in ('asked', 'confirmed', 'declined', 'left', 'withdrawn')),
  asked_at        timestamptz,
  version         int,
  -- Whether its word holds for agencies of the list that join later.
  covers_later    boolean not null default false,
  -- The agencies that were on the list when it confirmed: its word holds for no other. The database writes it.
  covers          uuid[] not null default '{}',
  named_in_public boolean not null default false,
  contact_name    text not null default '',
  contact_email   text not null default '',
  contact_phone   text not null default '',
  always          text not null default '',
  answered_by     uuid references identity.person (id),
  answered_name   text,
  answered_title  text,
  answered_at     timestamptz,
  reason          text,
  -- The agreement as it was confirmed: one content, kept in the books of each agency.
  document_sha256 text,
  document_name   text,
  document_type   text,
  document_size   bigint,
  primary key (group_id, partner_id),
  check (state <> 'confirmed' or (version is not null and answered_by is not null and answered_name <> ''
         and answered_at is not null and contact_name <> '' and contact_email <> '')),
  check (state not in ('declined', 'left') or (answered_at is not null and reason <> ''))
);
create index joint_partner_partner on joint_partner (partner_id);

-- Which partnership came out of which version, for one agency and one partner.
create table joint_partnership (
  group_id       uuid not null references joint_group (id),
  agency_id      uuid not null,
  partner_id     uuid not null references partner_organization (id),
  version        int not null,
  partnership_id uuid not null,
  file_id        uuid,
  agreed_at      timestamptz not null,
  primary key (group_id, agency_id, partner_id, version),
  foreign key (group_id, version) references joint_version (group_id, number),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id) deferrable initially deferred
);
create index joint_partnership_agency on joint_partnership (agency_id);
create index joint_partnership_partner on joint_partnership (partner_id);

-- Whether the acting agency or partner has a place in the group. Before it is opened nobody but the lead has.
create function is_in_joint_group(in_group uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from joint_group g where g.id = in_group and (
    g.lead_agency_id = acting_agency()
    or g.version > 0 and (
      exists (select from joint_member m where m.group_id = g.id and m.agency_id = acting_agency() and m.state <> 'withdrawn')
      or exists (select from joint_partner p where p.group_id = g.id and p.partner_id = acting_partner() and p.state <> 'withdrawn'))));
create function leads_joint_group(in_group uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from joint_group g where g.id = in_group and g.lead_agency_id = acting_agency());

-- Acts about one group follow each other. False when the acting party has no place in it.
create function lock_joint_group(in_group uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not (is_in_joint_group(in_group) or is_campaign() or is_system()) then return false; end if;
  perform from joint_group g where g.id = in_group for update;
  return found;
end
$$;

-- Names of the agencies, and nothing else of them: who has joined, for everybody in the group; who is asked, for the
-- partners too, whose word may hold for them. `awaits_partner`: the acting partner has confirmed, and its word does not
-- hold for this one.
create function joint_member_names(in_group uuid) returns table (name text, has_joined boolean, awaits_partner boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select m.name, m.state = 'joined', coalesce(p.state = 'confirmed' and p.version = g.version and case m.state
    when 'joined' then m.version = g.version and not exists (select from joint_partnership j
      where j.group_id = g.id and j.agency_id = m.agency_id and j.partner_id = p.partner_id and j.version = g.version)
    else p.covers_later and not m.agency_id = any (p.covers) end, false)
  from joint_member m
  join joint_group g on g.id = m.group_id
  left join joint_partner p on p.group_id = g.id and p.partner_id = acting_partner()
  where m.group_id = in_group
    and (m.state = 'joined' or m.state = 'asked' and m.agency_id is not null and acting_partner() is not null)
    and (is_in_joint_group(in_group) or is_campaign() or is_system())
  order by m.state = 'joined' desc, m.name collate "und-x-icu";
end;
create function joint_partner_names(in_group uuid) returns table (partner_id uuid, name text, has_confirmed boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.partner_id, p.name, p.state = 'confirmed' and p.version = g.version
  from joint_partner p join joint_group g on g.id = p.group_id
  where p.group_id = in_group and p.state in ('asked', 'confirmed')
    and (is_in_joint_group(in_group) or is_campaign() or is_system())
  order by p.name collate "und-x-icu";
end;
revoke all on function is_in_joint_group(uuid), leads_joint_group(uuid), lock_joint_group(uuid), joint_member_names(uuid),
  joint_partner_names(uuid) from public;
grant execute on function is_in_joint_group(uuid), leads_joint_group(uuid), lock_joint_group(uuid), joint_member_names(uuid),
  joint_partner_names(uuid) to onemind_app;

alter table joint_group enable row level security;
alter table joint_version enable row level security;
alter table joint_draft_step enable row level security;
alter table joint_member enable row level security;
alter table joint_partner enable row level security;
alter table joint_partnership enable row level security;
grant select, insert, update on joint_group, joint_member, joint_partner to onemind_app;
grant select, insert on joint_version to onemind_app;
grant select, insert, update, delete on joint_draft_step to onemind_app;
grant select on joint_partnership to onemind_app;

create policy joint_group_seen on joint_group for select to onemind_app
  using (lead_agency_id = (select acting_agency()) or is_in_joint_group(id));
create policy joint_group_begun on joint_group for insert to onemind_app with check (
  state = 'preparing' and version = 0 and begun_by = (select acting_person())
  and (begun_by_side = 'agency' and lead_agency_id = (select acting_agency())
    or begun_by_side = 'campaign' and (select is_campaign())));
create policy joint_group_led on joint_group for update to onemind_app using (lead_agency_id = (select acting_agency()));
create policy joint_group_campaign on joint_group for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

create policy joint_version_seen on joint_version for select to onemind_app using (is_in_joint_group(group_id));
create policy joint_version_written on joint_version for insert to onemind_app
  with check (leads_joint_group(group_id) and proposed_by = (select acting_person()));
create policy joint_version_campaign on joint_version for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

create policy joint_draft_lead on joint_draft_step for all to onemind_app using (leads_joint_group(group_id));

create policy joint_member_lead on joint_member for all to onemind_app using (leads_joint_group(group_id));
create policy joint_member_own on joint_member for select to onemind_app
  using (agency_id = (select acting_agency()) and is_in_joint_group(group_id));
create policy joint_member_answered on joint_member for update to onemind_app
  using (agency_id = (select acting_agency()) and is_in_joint_group(group_id));
create policy joint_member_campaign on joint_member for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

create policy joint_partner_lead on joint_partner for all to onemind_app using (leads_joint_group(group_id));
create policy joint_partner_own on joint_partner for select to onemind_app
  using (partner_id = (select acting_partner()) and is_in_joint_group(group_id));
create policy joint_partner_answered on joint_partner for update to onemind_app
  using (partner_id = (select acting_partner()) and is_in_joint_group(group_id));
create policy joint_partner_campaign on joint_partner for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

create policy joint_partnership_agency on joint_partnership for select to onemind_app
  using (agency_id = (select acting_agency()));
create policy joint_partnership_partner on joint_partnership for select to onemind_app
  using (partner_id = (select acting_partner()));
create policy joint_partnership_campaign on joint_partnership for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

-- The lead leads: it opens, puts new versions before everybody, and ends. It never changes hands, and never goes back.
create function refuse_backward_group() returns trigger
  language plpgsql
as $$
begin
  if (new.id, new.lead_agency_id, new.begun_by, new.begun_at) is distinct from (old.id, old.lead_agency_id, old.begun_by, old.begun_at)
     or old.state = 'ended'
     or new.version not in (old.version, old.version + 1)
     or new.version > old.version and not exists (
       select from joint_version v where v.group_id = new.id and v.number = new.version) then
    raise exception 'A group does not go this way.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger joint_group_forward before update on joint_group for each row execute function refuse_backward_group();

-- The lead asks; each party answers for itself, to the version that is before it.
create function refuse_word_for_another() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asks constant text[] := '{state,asked_at,representative_email,name}';
  answers constant text[] := '{state,version,covers_later,named_in_public,contact_name,contact_email,contact_phone,always,'
    'answered_by,answered_name,answered_title,answered_at,reason,document_sha256,document_name,document_type,document_size}';
  is_own constant boolean := coalesce(case tg_table_name
    when 'joint_member' then to_jsonb(new) ->> 'agency_id' = acting_agency()::text
    else to_jsonb(new) ->> 'partner_id' = acting_partner()::text end, false);
  now_at constant int := (select g.version from joint_group g where g.id = new.group_id and g.state <> 'ended');
begin
  -- Merging organizations and an agency that takes its place by its address: the database itself.
  if pg_trigger_depth() > 1 or is_campaign() or is_system() then return new; end if;
  if now_at is null then
    raise exception 'The group has ended.' using errcode = 'insufficient_privilege';
  end if;
  -- A partner confirms for whom it reads of: an agency of the program is listed under its own name.
  if tg_table_name = 'joint_member' and to_jsonb(new) ->> 'agency_id' is not null
     and (tg_op = 'INSERT' or new.name is distinct from old.name) then
    new.name := coalesce((select a.name from agency a where a.id = (to_jsonb(new) ->> 'agency_id')::uuid), new.name);
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'asked' or new.version is not null or new.answered_by is not null then
      raise exception 'A party is asked, and answers for itself.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if is_own and to_jsonb(new) - answers is not distinct from to_jsonb(old) - answers
     and new.state not in ('asked', 'withdrawn') and new.answered_by is not distinct from acting_person()
     and (new.state not in ('joined', 'confirmed') or new.version = now_at) then
    return new;
  end if;
  if leads_joint_group(new.group_id) and to_jsonb(new) - asks is not distinct from to_jsonb(old) - asks
     and (new.state = old.state or new.state = 'withdrawn' and old.state in ('asked', 'declined')
       or new.state = 'asked' and old.state in ('declined', 'left', 'withdrawn')) then
    return new;
  end if;
  raise exception 'Nobody answers for another.' using errcode = 'insufficient_privilege';
end
$$;
revoke all on function refuse_word_for_another() from public;
create trigger joint_member_1_parts before insert or update on joint_member
  for each row execute function refuse_word_for_another();
create trigger joint_partner_1_parts before insert or update on joint_partner
  for each row execute function refuse_word_for_another();

-- Keeps for whom a partner gave its word: the agencies that it could read of at that moment, and none listed later.
create function keep_joint_list() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- The lead's lists and the partner's word follow each other.
  perform from joint_group g where g.id = new.group_id for update;
  new.covers := array(select m.agency_id from joint_member m
    where m.group_id = new.group_id and m.agency_id is not null and m.state in ('asked', 'joined') order by 1);
  return new;
end
$$;
revoke all on function keep_joint_list() from public;
create trigger joint_partner_2_list before update on joint_partner for each row
  when (new.state = 'confirmed' and (new.state, new.version, new.answered_at) is distinct from (old.state, old.version, old.answered_at))
  execute function keep_joint_list();

-- Makes partnerships of the pairs whose two sides have given their word to the version that is before everybody, once
-- each. Called when a partner confirms (`in_partner`: with everybody who has joined by then) and when an agency joins
-- (`in_agency`: with the partners whose word holds for later joiners). Nobody is paired with an agency that was not on
-- the list when the partner confirmed.
create function agree_joint_partnerships(in_group uuid, in_agency uuid, in_partner uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  g joint_group;
  made uuid[];
begin
  -- The lock makes joins and confirmations follow each other; what is read from here on includes all before it.
  select * into g from joint_group where id = in_group for update;
  perform from partnership p
  where p.state in ('proposed', 'active')
    and p.agency_id in (select m.agency_id from joint_member m where m.group_id = g.id and m.state = 'joined'
                        and (in_agency is null or m.agency_id = in_agency))
    and p.partner_id in (select q.partner_id from joint_partner q where q.group_id = g.id and q.state = 'confirmed'
                         and (in_partner is null or q.partner_id = in_partner))
  order by p.agency_id, p.id for update;
  with due as (
    insert into joint_partnership (group_id, agency_id, partner_id, version, partnership_id, file_id, agreed_at)
    select g.id, m.agency_id, q.partner_id, g.version, coalesce(live.id, gen_random_uuid()),
           case when q.document_sha256 is not null then gen_random_uuid() end, greatest(m.answered_at, q.answered_at)
    from joint_member m
    join joint_partner q on q.group_id = m.group_id
    left join partnership live on live.agency_id = m.agency_id and live.partner_id = q.partner_id
      and live.state in ('proposed', 'active')
    where m.group_id = g.id and g.state = 'open'
      and m.state = 'joined' and m.version = g.version and q.state = 'confirmed' and q.version = g.version
      and (in_agency is null or m.agency_id = in_agency and q.covers_later)
      and (in_partner is null or q.partner_id = in_partner)
      and m.agency_id = any (q.covers)
      -- One person does not speak for both sides.
      and q.answered_by <> m.answered_by
      and not exists (select from agency_membership a
        where a.agency_id = m.agency_id and a.person_id = q.answered_by and a.ended_at is null)
    on conflict do nothing
    returning partnership_id
  )
  select coalesce(array_agg(due.partnership_id), '{}') into made from due;
  if made = '{}' then return; end if;

  insert into partnership (agency_id, id, partner_id, state, purpose, services, other_services,
      agency_contact_name, agency_contact_email, agency_contact_phone, partner_contact_name, partner_contact_email,
      partner_contact_phone, proposed_by, proposed_at, named_in_public)
  select j.agency_id, j.partnership_id, j.partner_id, 'proposed', v.terms -> 'arrangement' ->> 'purpose',
         array(select jsonb_array_elements_text(v.terms -> 'arrangement' -> 'services')),
         v.terms -> 'arrangement' ->> 'otherServices', m.contact_name, m.contact_email, m.contact_phone,
         q.contact_name, q.contact_email, q.contact_phone, m.answered_by, m.answered_at, q.named_in_public
  from joint_partnership j
  join joint_version v on v.group_id = j.group_id and v.number = j.version
  join joint_member m on m.group_id = j.group_id and m.agency_id = j.agency_id
  join joint_partner q on q.group_id = j.group_id and q.partner_id = j.partner_id
  where j.group_id = g.id and j.version = g.version and j.partnership_id = any (made)
    and not exists (select from partnership p where p.agency_id = j.agency_id and p.id = j.partnership_id);

  insert into stored_file (agency_id, id, purpose, sha256, name, media_type, size, uploaded_by, uploaded_at)
  select j.agency_id, j.file_id, 'agreement', q.document_sha256, q.document_name, q.document_type, q.document_size,
         q.answered_by, q.answered_at
  from joint_partnership j join joint_partner q on q.group_id = j.group_id and q.partner_id = j.partner_id
  where j.group_id = g.id and j.version = g.version and j.partnership_id = any (made) and j.file_id is not null;

  -- What waited between the two is settled by what both have said now: nobody took it back.
  update agreement_version v set state = 'superseded', closed_at = j.agreed_at
  from joint_partnership j
  where j.group_id = g.id and j.version = g.version and j.partnership_id = any (made)
    and v.agency_id = j.agency_id and v.partnership_id = j.partnership_id and v.state = 'proposed';

  insert into agreement_version (agency_id, partnership_id, number, side, terms, file_id, note, state, proposed_by,
      proposed_name, proposed_title, proposed_at, answered_by, answered_name, answered_title, answered_at)
  select j.agency_id, j.partnership_id, coalesce(last.number, 0) + 1, 'agency',
         jsonb_build_object(
           'arrangement', (v.terms -> 'arrangement') || jsonb_build_object(
             'agencyContact', jsonb_build_object('name', m.contact_name, 'email', m.contact_email, 'phone', m.contact_phone),
             'partnerContact', jsonb_build_object('name', q.contact_name, 'email', q.contact_email, 'phone', q.contact_phone)),
           'memorandum', (v.terms -> 'memorandum') || jsonb_build_object('agencyAlways', m.always, 'partnerAlways', q.always)),
         j.file_id, g.name, 'agreed', m.answered_by, m.answered_name, m.answered_title, m.answered_at,
         q.answered_by, q.answered_name, q.answered_title, q.answered_at
  from joint_partnership j
  join joint_version v on v.group_id = j.group_id and v.number = j.version
  join joint_member m on m.group_id = j.group_id and m.agency_id = j.agency_id
  join joint_partner q on q.group_id = j.group_id and q.partner_id = j.partner_id
  left join lateral (select max(number) as number from agreement_version a
    where a.agency_id = j.agency_id and a.partnership_id = j.partnership_id) last on true
  where j.group_id = g.id and j.version = g.version and j.partnership_id = any (made);

  perform append_audit_event('agency:' || j.agency_id, j.agency_id, j.partner_id, 'joint-partnership-agreed', 'partnership',
    j.partnership_id::text, jsonb_build_object('group', g.id, 'version', g.version, 'partner', j.partner_id))
  from (select * from joint_partnership j where j.group_id = g.id and j.version = g.version
        and j.partnership_id = any (made) order by j.agency_id, j.partner_id) j;
end
$$;
revoke all on function agree_joint_partnerships(uuid, uuid, uuid) from public;

create function agree_after_join() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform agree_joint_partnerships(new.group_id, new.agency_id, null);
  return null;
end
$$;
create function agree_after_confirmation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform agree_joint_partnerships(new.group_id, null, new.partner_id);
  return null;
end
$$;
revoke all on function agree_after_join(), agree_after_confirmation() from public;
create trigger joint_member_joined after update of state, version, answered_at on joint_member
  for each row when (new.state = 'joined') execute function agree_after_join();
create trigger joint_partner_confirmed after update of state, version, answered_at on joint_partner
  for each row when (new.state = 'confirmed') execute function agree_after_confirmation();

-- An agency that was asked by its address before it was in the program finds the invitation when it comes.
create function take_joint_invitation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update joint_member m set agency_id = a.id, name = a.name
  from agency a, identity.person p
  where a.id = new.agency_id and p.id = new.person_id and m.agency_id is null and m.email = lower(p.email)
    and m.state = 'asked'
    and not exists (select from joint_member o where o.group_id = m.group_id and o.agency_id = a.id);
  return null;
end
$$;
revoke all on function take_joint_invitation() from public;
create trigger agency_membership_invited after insert on agency_membership
  for each row when (new.role in ('coordinator', 'executive')) execute function take_joint_invitation();
