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

-- Ending the pledge behind a certificate changes what the public may believe: an agency asks the campaign for it.
create function is_certified_pledge(in_agency uuid, in_pledge uuid) returns boolean
  language sql stable
  return exists (
    select from certificate c join submission s on s.agency_id = c.agency_id and s.id = c.submission_id
    where c.agency_id = in_agency and s.pledge_id = in_pledge);
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

alter table certificate_number enable row level security;
alter table certificate enable row level security;
alter table acknowledgment_letter enable row level security;
grant select, insert on certificate, acknowledgment_letter to onemind_app;

create policy certificate_public on certificate for select to onemind_app using (true);
create policy certificate_issued on certificate for insert to onemind_app with check ((select is_campaign()));
create policy letter_own on acknowledgment_letter for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy letter_issued on acknowledgment_letter for insert to onemind_app with check ((select is_campaign()));
