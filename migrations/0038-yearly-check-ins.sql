-- Once a year a certified agency says how it stands, where the campaign asks for it.

create table certificate_check_in (
  agency_id      uuid not null,
  certificate_id uuid not null,
  -- which anniversary of the certificate: 1 is a year after it was issued
  year           int not null check (year >= 1),
  given_on       date not null,
  given_at       timestamptz not null default now(),
  given_by       uuid not null references identity.person (id),
  note           text not null default '' check (length(note) <= 4000),
  -- as counted that day
  sworn          int not null,
  advanced       int not null,
  trained        int not null,
  -- how many things were left to do by the rules of the pledge
  outstanding    int not null,
  primary key (agency_id, certificate_id, year),
  foreign key (agency_id, certificate_id) references certificate (agency_id, id)
);

alter table certificate_check_in enable row level security;
grant select, insert on certificate_check_in to onemind_app;
create policy check_in_seen on certificate_check_in for select to onemind_app
  using (agency_id = (select acting_agency()) or (select is_campaign()) or (select is_system()));
create policy check_in_given on certificate_check_in for insert to onemind_app
  with check (agency_id = (select acting_agency()) and given_by = (select acting_person()));
