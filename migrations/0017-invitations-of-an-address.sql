-- Whoever is signed in finds the invitations that wait for their own address, without the mailed link, and is offered
-- the name under which they were invited instead of typing it again.

alter table invitation add column invited_name text check (length(invited_name) between 1 and 200);
grant update (invited_name) on invitation to onemind_app;
create index invitation_email on invitation (email);

-- Open invitations to the acting person's address: who invites into what, and nothing that a mailed link doesn't show.
create function invitations_of_acting_person()
  returns table (id uuid, place text, role text, agency_name text, partner_name text, inviter_name text, expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.id, i.place, i.role, a.name, o.name, nullif(inviter.name, ''), i.expires_at
  from identity.person p
  join invitation i on i.email = p.email
  left join agency a on a.id = i.agency_id
  left join partner_organization o on o.id = i.partner_id
  left join identity.person inviter on inviter.id = i.invited_by
  where p.id = acting_person() and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
  order by i.created_at desc, i.id;
end;
revoke all on function invitations_of_acting_person() from public;
grant execute on function invitations_of_acting_person() to onemind_app;

-- The name that the newest invitation to the acting person's address gives them.
create function invited_name_of_acting_person() returns text
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.invited_name
  from identity.person p
  join invitation i on i.email = p.email
  where p.id = acting_person() and i.invited_name is not null and i.revoked_at is null
  order by i.created_at desc, i.id
  limit 1;
end;
revoke all on function invited_name_of_acting_person() from public;
grant execute on function invited_name_of_acting_person() to onemind_app;
