-- The agreement of a partnership as a sequence of versions. Either side proposes one; the other confirms or declines it,
-- or answers with the next. The partnership's row shows what is in effect (while nothing is, what waits), and the
-- database writes it there: neither side can write terms that the other has not confirmed.

alter table partnership
  -- Whose answer is awaited; null while nothing is before anybody.
  add column waiting_for text check (waiting_for in ('agency', 'partner'));

create table agreement_version (
  agency_id      uuid not null,
  partnership_id uuid not null,
  number         int not null check (number > 0),
  side           text not null check (side in ('agency', 'partner')),
  -- As src/agreement/agreement-terms.ts has them.
  terms          jsonb not null,
  -- The signed document, or the memorandum as both sides confirmed it.
  file_id        uuid,
  -- What the proposer says about it to the other side.
  note           text not null default '',
  renews         boolean not null default false,
  state          text not null default 'proposed' check (state in ('proposed', 'agreed', 'declined', 'withdrawn', 'superseded')),
  proposed_by    uuid not null references identity.person (id),
  proposed_name  text not null check (proposed_name <> ''),
  proposed_title text not null,
  proposed_at    timestamptz not null,
  answered_by    uuid references identity.person (id),
  answered_name  text,
  answered_title text,
  answered_at    timestamptz,
  decline_reason text,
  -- When it was taken back, or another version took its place.
  closed_at      timestamptz,
  primary key (agency_id, partnership_id, number),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id),
  foreign key (agency_id, file_id) references stored_file (agency_id, id),
  check (state <> 'agreed' or (answered_by is not null and answered_name <> '' and answered_at is not null)),
  -- One person does not speak for both sides.
  check (answered_by is null or answered_by <> proposed_by),
  check (state <> 'declined' or (answered_at is not null and decline_reason <> '')),
  check (state not in ('withdrawn', 'superseded') or closed_at is not null)
);
create unique index agreement_version_one_waiting on agreement_version (agency_id, partnership_id) where state = 'proposed';
create unique index agreement_version_one_agreed on agreement_version (agency_id, partnership_id) where state = 'agreed';

-- What one side is writing: each step of the builder by itself, so that two people of a side can work beside each other.
create table agreement_draft_step (
  agency_id  uuid not null references agency (id),
  partner_id uuid not null references partner_organization (id),
  side       text not null check (side in ('agency', 'partner')),
  step       text not null,
  -- The fields by name, as typed.
  answers    jsonb not null,
  revision   int not null default 1,
  saved_by   uuid not null references identity.person (id),
  saved_at   timestamptz not null,
  primary key (agency_id, partner_id, side, step)
);

-- What a day brought about was noted and told once: see src/agreement/agreement-standing.ts.
create table agreement_notice (
  agency_id      uuid not null,
  partnership_id uuid not null,
  notice         text not null,
  -- The review day or the term's last day that it is about: another day has notices of its own.
  about_day      date not null,
  given_at       timestamptz not null,
  primary key (agency_id, partnership_id, notice, about_day),
  foreign key (agency_id, partnership_id) references partnership (agency_id, id)
);

alter table agreement_version enable row level security;
alter table agreement_draft_step enable row level security;
alter table agreement_notice enable row level security;
grant select, insert, update on agreement_version to onemind_app;
grant select, insert, update, delete on agreement_draft_step to onemind_app;
grant select, insert on agreement_notice to onemind_app;

create policy agreement_version_agency on agreement_version for all to onemind_app
  using (agency_id = (select acting_agency()));
create policy agreement_version_partner on agreement_version for all to onemind_app using (
  (select acting_partner()) is not null and exists (
    select from partnership p where p.agency_id = agreement_version.agency_id
      and p.id = agreement_version.partnership_id and p.partner_id = (select acting_partner())));
create policy agreement_version_campaign on agreement_version for select to onemind_app
  using ((select is_campaign()) or (select is_system()));

-- A draft is its side's own business until it is proposed.
create policy agreement_draft_agency on agreement_draft_step for all to onemind_app
  using (side = 'agency' and agency_id = (select acting_agency()));
create policy agreement_draft_partner on agreement_draft_step for all to onemind_app using (
  side = 'partner' and partner_id = (select acting_partner()) and exists (
    select from partnership p where p.agency_id = agreement_draft_step.agency_id and p.partner_id = (select acting_partner())));

create policy agreement_notice_agency on agreement_notice for all to onemind_app
  using (agency_id = (select acting_agency()));
create policy agreement_notice_program on agreement_notice for all to onemind_app using ((select is_system()));

-- The partner reads the document of every version, and sends one along with its own.
create policy stored_file_agreement_version on stored_file for select to onemind_app using (
  purpose = 'agreement' and (select acting_partner()) is not null and exists (
    select from agreement_version v
    join partnership p on p.agency_id = v.agency_id and p.id = v.partnership_id
    where v.agency_id = stored_file.agency_id and v.file_id = stored_file.id
      and p.partner_id = (select acting_partner())));
create policy stored_file_sent_by_partner on stored_file for select to onemind_app using (
  purpose = 'agreement' and (select acting_partner()) is not null and uploaded_by = (select acting_person()));
create policy stored_file_from_partner on stored_file for insert to onemind_app with check (
  purpose = 'agreement' and (select acting_partner()) is not null and uploaded_by = (select acting_person()) and exists (
    select from partnership p
    where p.agency_id = stored_file.agency_id and p.partner_id = (select acting_partner())
      and p.state in ('proposed', 'active')));

-- What two sides had arranged before there were versions is their first.
update partnership set waiting_for = 'partner' where state = 'proposed';
insert into agreement_version (agency_id, partnership_id, number, side, terms, file_id, state, proposed_by, proposed_name,
                               proposed_title, proposed_at, answered_by, answered_name, answered_title, answered_at,
                               decline_reason, closed_at)
select p.agency_id, p.id, 1, 'agency',
       jsonb_build_object('arrangement', jsonb_strip_nulls(jsonb_build_object(
         'purpose', p.purpose, 'services', p.services, 'otherServices', p.other_services,
         'agencyContact', jsonb_build_object('name', p.agency_contact_name, 'email', p.agency_contact_email, 'phone', p.agency_contact_phone),
         'partnerContact', jsonb_build_object('name', p.partner_contact_name, 'email', p.partner_contact_email, 'phone', p.partner_contact_phone),
         'termStartsOn', p.term_starts_on, 'termEndsOn', p.term_ends_on, 'reviewOn', p.review_on))),
       p.agreement_file_id,
       case p.state when 'active' then 'agreed' when 'ended' then 'withdrawn' else p.state end,
       p.proposed_by, coalesce(nullif(who.name, ''), who.email), '', p.proposed_at,
       case p.state when 'active' then p.confirmed_by end, case p.state when 'active' then p.confirmed_name end,
       case p.state when 'active' then p.confirmed_title end,
       case p.state when 'active' then p.confirmed_at when 'declined' then p.declined_at end,
       case p.state when 'declined' then p.decline_reason end, case p.state when 'ended' then p.ended_at end
from partnership p join identity.person who on who.id = p.proposed_by;

-- A side proposes for itself and takes its own back; it confirms and declines what the other proposed; and what was
-- proposed keeps its words.
create function refuse_the_other_sides_word() returns trigger
  language plpgsql
as $$
declare
  answers constant text[] := '{state,file_id,answered_by,answered_name,answered_title,answered_at,decline_reason,closed_at}';
  mine constant text := case when acting_agency() is not null then 'agency' when acting_partner() is not null then 'partner' end;
begin
  -- The database itself closes a version when another takes its place.
  if pg_trigger_depth() > 1 then return new; end if;
  if tg_op = 'INSERT' then
    if new.side is distinct from mine or new.state <> 'proposed' or new.proposed_by is distinct from acting_person()
       or (new.answered_by, new.answered_name, new.answered_at) is distinct from (null::uuid, null::text, null::timestamptz) then
      raise exception 'A side proposes for itself, and nothing more.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if old.state <> 'proposed' or to_jsonb(new) - answers is distinct from to_jsonb(old) - answers then
    raise exception 'A version that was proposed keeps its words, and is answered once.' using errcode = 'insufficient_privilege';
  end if;
  if mine is null
     or new.state in ('agreed', 'declined') and (old.side = mine or new.answered_by is distinct from acting_person())
     or new.state = 'withdrawn' and old.side <> mine
     or new.state in ('proposed', 'superseded') then
    raise exception 'A side does not answer for the other.' using errcode = 'insufficient_privilege';
  end if;
  if new.file_id is distinct from old.file_id and (old.file_id is not null or new.state <> 'agreed') then
    raise exception 'A version keeps its document.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger agreement_version_1_parts before insert or update on agreement_version
  for each row execute function refuse_the_other_sides_word();

-- One version waits and one is agreed: the earlier one makes room.
create function supersede_earlier_version() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update agreement_version v
  set state = 'superseded', closed_at = coalesce(new.answered_at, new.proposed_at)
  where v.agency_id = new.agency_id and v.partnership_id = new.partnership_id and v.state = new.state
    and v.number <> new.number;
  return new;
end
$$;
revoke all on function supersede_earlier_version() from public;
create trigger agreement_version_2_room before insert or update of state on agreement_version
  for each row when (new.state in ('proposed', 'agreed')) execute function supersede_earlier_version();

create function show_version_on_partnership() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  said constant jsonb := new.terms -> 'arrangement';
begin
  if new.state = 'agreed' or new.state = 'proposed' then
    update partnership p set
      purpose = said ->> 'purpose',
      services = array(select jsonb_array_elements_text(said -> 'services')),
      other_services = said ->> 'otherServices',
      agency_contact_name = said -> 'agencyContact' ->> 'name',
      agency_contact_email = said -> 'agencyContact' ->> 'email',
      agency_contact_phone = said -> 'agencyContact' ->> 'phone',
      partner_contact_name = said -> 'partnerContact' ->> 'name',
      partner_contact_email = said -> 'partnerContact' ->> 'email',
      partner_contact_phone = said -> 'partnerContact' ->> 'phone',
      term_starts_on = (said ->> 'termStartsOn')::date,
      term_ends_on = (said ->> 'termEndsOn')::date,
      review_on = (said ->> 'reviewOn')::date,
      agreement_file_id = new.file_id
    where p.agency_id = new.agency_id and p.id = new.partnership_id and (new.state = 'agreed' or p.state = 'proposed');
  end if;
  update partnership p set
    revision = p.revision + 1,
    waiting_for = case when new.state <> 'proposed' then null when new.side = 'agency' then 'partner' else 'agency' end,
    proposed_by = case when new.state = 'proposed' then new.proposed_by else p.proposed_by end,
    proposed_at = case when new.state = 'proposed' then new.proposed_at else p.proposed_at end,
    state = case when new.state = 'agreed' then 'active'
                 when new.state = 'declined' and new.side = 'agency' and p.state = 'proposed' then 'declined'
                 else p.state end,
    declined_at = case when new.state = 'declined' and p.state = 'proposed' then new.answered_at else p.declined_at end,
    decline_reason = case when new.state = 'declined' and p.state = 'proposed' then new.decline_reason else p.decline_reason end,
    -- The partner's own word, whether it answered or proposed.
    confirmed_by = case when new.state = 'agreed' then case when new.side = 'agency' then new.answered_by else new.proposed_by end
                        else p.confirmed_by end,
    confirmed_at = case when new.state = 'agreed' then new.answered_at else p.confirmed_at end,
    confirmed_name = case when new.state = 'agreed' then case when new.side = 'agency' then new.answered_name else new.proposed_name end
                          else p.confirmed_name end,
    confirmed_title = case when new.state = 'agreed' then case when new.side = 'agency' then new.answered_title else new.proposed_title end
                           else p.confirmed_title end
  where p.agency_id = new.agency_id and p.id = new.partnership_id and p.state in ('proposed', 'active');
  return null;
end
$$;
revoke all on function show_version_on_partnership() from public;
create trigger agreement_version_shown after insert or update of state on agreement_version
  for each row execute function show_version_on_partnership();

-- Nothing waits in a partnership that is over.
create function close_waiting_version() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update agreement_version v set state = 'withdrawn', closed_at = new.ended_at
  where v.agency_id = new.agency_id and v.partnership_id = new.id and v.state = 'proposed';
  return null;
end
$$;
revoke all on function close_waiting_version() from public;
create trigger partnership_over after update of state on partnership
  for each row when (new.state = 'ended' and old.state <> 'ended') execute function close_waiting_version();
