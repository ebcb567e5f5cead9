-- Whose address belongs to somebody of an agency: nobody speaks for the partner who works for the agency.

-- The mailbox that an address leads to, as src/identity/mailbox.ts has it: what follows a plus sign only sorts mail.
create function mailbox_of(address text) returns text
  language sql immutable parallel safe
  return (
    select case when host in ('gmail.com', 'googlemail.com') then replace(name, '.', '') || '@gmail.com'
                else name || '@' || host end
    from (select split_part(split_part(lower(trim(address)), '@', 1), '+', 1) as name,
                 split_part(lower(trim(address)), '@', 2) as host) a);

-- Members, those who were invited to be, and whoever stands on the roster, with an account or without. Told to the agency
-- itself and to the program alone.
create function is_address_of_agency(agency uuid, address text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return (agency is not distinct from acting_agency() or is_system()) and (
    exists (select from agency_membership m join identity.person p on p.id = m.person_id
            where m.agency_id = agency and m.ended_at is null and mailbox_of(p.email) = mailbox_of(address))
    or exists (select from invitation i
               where i.agency_id = agency and i.place = 'agency' and i.accepted_at is null and i.revoked_at is null
                 and i.expires_at > now() and mailbox_of(i.email) = mailbox_of(address))
    or exists (select from staff_member s
               where s.agency_id = agency and s.email <> '' and mailbox_of(s.email) = mailbox_of(address)
                 and (s.separated_on is null or s.separated_on > database_day())));
revoke all on function is_address_of_agency(uuid, text) from public;
grant execute on function is_address_of_agency(uuid, text) to onemind_app;

-- The same of a person by their account. For the program alone: a partner can't see who works at an agency.
create function works_for_agency(person uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return is_system() and exists (
    select from identity.person p where p.id = person and is_address_of_agency(agency, p.email));
revoke all on function works_for_agency(uuid, uuid) from public;
grant execute on function works_for_agency(uuid, uuid) to onemind_app;
