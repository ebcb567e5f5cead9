-- Addresses at which a calendar program finds the meetings of a partnership, or all meetings of an agency or a partner,
-- without signing in. An address is one person's own: it works while that person may read the meetings, and until they
-- make a new one. Of its token only the hash is kept; the program works the token out from the id and its secret.
create table calendar_address (
  id             uuid primary key,
  token_hash     bytea not null unique,
  side           text not null check (side in ('agency', 'partner')),
  agency_id      uuid references agency (id),
  partner_id     uuid references partner_organization (id),
  -- Null for all meetings of the side.
  partnership_id uuid,
  person_id      uuid not null references identity.person (id),
  made_at        timestamptz not null,
  revoked_at     timestamptz,
  check ((side = 'agency') = (agency_id is not null) and (side = 'partner') = (partner_id is not null))
);
create unique index calendar_address_one on calendar_address
  (person_id, side, coalesce(agency_id, partner_id), coalesce(partnership_id, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null;

alter table calendar_address enable row level security;
grant select, insert, update (revoked_at) on calendar_address to onemind_app;

create policy calendar_address_agency on calendar_address for all to onemind_app
  using (side = 'agency' and agency_id = (select acting_agency()) and person_id = (select acting_person()))
  with check (side = 'agency' and agency_id = (select acting_agency()) and person_id = (select acting_person())
    and (partnership_id is null or exists (
      select from partnership p where p.agency_id = (select acting_agency()) and p.id = partnership_id)));
create policy calendar_address_partner on calendar_address for all to onemind_app
  using (side = 'partner' and partner_id = (select acting_partner()) and person_id = (select acting_person()))
  with check (side = 'partner' and partner_id = (select acting_partner()) and person_id = (select acting_person())
    and (partnership_id is null or exists (
      select from partnership p where p.partner_id = (select acting_partner()) and p.id = partnership_id)));

-- Whose address it is, for whoever holds it, and whether it still works.
create function calendar_address_shown(hash bytea)
  returns table (side text, agency_id uuid, partner_id uuid, partnership_id uuid, person_id uuid, works boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.side, a.agency_id, a.partner_id, a.partnership_id, a.person_id,
    a.revoked_at is null and case a.side
      when 'agency' then exists (select from agency_membership m where m.agency_id = a.agency_id
        and m.person_id = a.person_id and m.ended_at is null and m.role in ('coordinator', 'executive', 'training-officer'))
      else exists (select from partner_membership m where m.partner_id = a.partner_id
        and m.person_id = a.person_id and m.ended_at is null) end
  from calendar_address a where a.token_hash = calendar_address_shown.hash;
end;
revoke all on function calendar_address_shown(bytea) from public;
grant execute on function calendar_address_shown(bytea) to onemind_app;
