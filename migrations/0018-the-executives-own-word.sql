-- The executive signs the pledge and adopts the policy in person: whoever the agency's transaction acts for has to hold
-- the role, and stands as the signer.

create function is_acting_executive(in_agency uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (
    select from agency_membership m
    where m.agency_id = in_agency and m.person_id = acting_person() and m.role = 'executive' and m.ended_at is null);
end;
revoke all on function is_acting_executive(uuid) from public;
grant execute on function is_acting_executive(uuid) to onemind_app;

create function refuse_anothers_signature() returns trigger
  language plpgsql
as $$
begin
  if acting_agency() is not null
     and not (new.signed_by is not distinct from acting_person() and is_acting_executive(new.agency_id)) then
    raise exception 'The executive alone signs the pledge.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_signed before update of signed_by, signed_at, signed_name on pledge
  for each row when (num_nonnulls(new.signed_by, new.signed_at, new.signed_name) > 0
    and (new.signed_by, new.signed_at, new.signed_name) is distinct from (old.signed_by, old.signed_at, old.signed_name))
  execute function refuse_anothers_signature();

create function refuse_anothers_adoption() returns trigger
  language plpgsql
as $$
begin
  if acting_agency() is null
     or num_nonnulls(new.adopted_by, new.adopted_at, new.adopted_on, new.adopted_name) = 0 then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (new.adopted_by, new.adopted_at, new.adopted_on, new.adopted_name)
       is not distinct from (old.adopted_by, old.adopted_at, old.adopted_on, old.adopted_name) then
      return new;
    end if;
  end if;
  if not (new.adopted_by is not distinct from acting_person() and is_acting_executive(new.agency_id)) then
    raise exception 'The executive alone adopts the policy.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger agency_policy_adopted before insert or update on agency_policy
  for each row execute function refuse_anothers_adoption();
