-- Credentials: the same certificate, and a person's own training, in a form that other programs check by themselves.

-- Whether a credential was ended is published as one bit among 131,072. A place in a list is drawn by lot and tells
-- nothing about whom it belongs to; a list takes no more once half of it is given out.
create table credential_status_list (
  list      int primary key generated always as identity,
  given_out int not null default 0 check (given_out <= 65536),
  -- counts what was ended, so that who has a list knows whether it still stands
  version   bigint not null default 0
);
create table credential_status (
  list     int not null references credential_status_list (list),
  place    int not null check (place between 0 and 131071),
  ended_at timestamptz,
  primary key (list, place)
);
create index credential_status_ended on credential_status (list, place) where ended_at is not null;

-- Ending is for good: Bitstring Status List knows no way back from a revocation. A certificate that is valid again
-- gets a credential of the next edition.
create function keep_credential_ended() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if old.ended_at is not null then
    raise exception 'An ended credential stays ended.' using errcode = 'integrity_constraint_violation';
  end if;
  update credential_status_list set version = version + 1 where list = new.list;
  return new;
end
$$;
revoke all on function keep_credential_ended() from public;
create trigger credential_status_end before update on credential_status
  for each row execute function keep_credential_ended();

-- The credential of a certificate, in both forms as they were signed: everybody gets the same bytes.
create table agency_credential (
  agency_id          uuid not null references agency (id),
  certificate_number text not null references certificate (number),
  edition            int not null check (edition > 0),
  list               int not null,
  place              int not null,
  signing_key_id     text not null references signing_key (id),
  issued_at          timestamptz not null,
  json_ld            text not null,
  jwt                text not null,
  primary key (agency_id, certificate_number, edition),
  unique (list, place),
  foreign key (list, place) references credential_status (list, place)
);
create index agency_credential_number on agency_credential (certificate_number, edition desc);

-- What takes a certificate's validity ends the credentials issued for it so far, in the same transaction.
create function end_credentials_of_certificate() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update credential_status s set ended_at = new.happened_at
  from agency_credential k join certificate c on c.number = k.certificate_number
  where c.agency_id = new.agency_id and c.id = new.certificate_id
    and s.list = k.list and s.place = k.place and s.ended_at is null;
  return new;
end
$$;
revoke all on function end_credentials_of_certificate() from public;
create trigger certificate_event_ends_credentials after insert on certificate_event
  for each row when (new.act in ('suspended', 'revoked', 'lapsed', 'withdrawn'))
  execute function end_credentials_of_certificate();

-- A person's own completed training, only when they asked for it, under the name they chose.
create table staff_credential (
  agency_id      uuid not null,
  id             uuid not null,
  staff_id       uuid not null,
  person_id      uuid not null references identity.person (id),
  record_id      uuid not null,
  holder         text not null check (length(holder) between 1 and 200),
  training       text not null,
  completed_on   date not null,
  list           int not null,
  place          int not null,
  signing_key_id text not null references signing_key (id),
  issued_at      timestamptz not null,
  json_ld        text not null,
  jwt            text not null,
  ended_at       timestamptz,
  ended_by       uuid references identity.person (id),
  ended_because  text check (ended_because in ('own-wish', 'agency')),
  primary key (agency_id, id),
  unique (list, place),
  foreign key (list, place) references credential_status (list, place),
  foreign key (agency_id, staff_id) references staff_member (agency_id, id),
  foreign key (agency_id, record_id) references training_record (agency_id, id),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
-- one at a time for each record
create unique index staff_credential_live on staff_credential (agency_id, record_id) where ended_at is null;
create index staff_credential_person on staff_credential (agency_id, person_id, issued_at desc);

create function end_status_of_staff_credential() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update credential_status set ended_at = new.ended_at where list = new.list and place = new.place;
  return new;
end
$$;
revoke all on function end_status_of_staff_credential() from public;
create trigger staff_credential_end after update of ended_at on staff_credential
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function end_status_of_staff_credential();

alter table credential_status_list enable row level security;
alter table credential_status enable row level security;
alter table agency_credential enable row level security;
alter table staff_credential enable row level security;
grant select, insert, update (given_out) on credential_status_list to onemind_app;
grant select, insert, update (ended_at) on credential_status to onemind_app;
grant select, insert on agency_credential to onemind_app;
grant select, insert, update (ended_at, ended_by, ended_because) on staff_credential to onemind_app;

create policy credential_status_list_public on credential_status_list for select to onemind_app using (true);
create policy credential_status_list_kept on credential_status_list for all to onemind_app using ((select is_system()));
create policy credential_status_public on credential_status for select to onemind_app using (true);
create policy credential_status_kept on credential_status for all to onemind_app using ((select is_system()));
create policy agency_credential_public on agency_credential for select to onemind_app using (true);
create policy agency_credential_issued on agency_credential for insert to onemind_app with check ((select is_system()));

-- Only the person asks for one; the person and their agency see it, and either may end it, never take that back.
create policy staff_credential_self on staff_credential for select to onemind_app
  using ((select acting()) = 'person' and person_id = (select acting_person()));
create policy staff_credential_asked on staff_credential for insert to onemind_app
  with check ((select acting()) = 'person' and person_id = (select acting_person())
    and is_own_staff(agency_id, staff_id) and ended_at is null);
create policy staff_credential_given_up on staff_credential for update to onemind_app
  using ((select acting()) = 'person' and person_id = (select acting_person()) and ended_at is null)
  with check (ended_because = 'own-wish' and ended_by = (select acting_person()));
create policy staff_credential_agency on staff_credential for select to onemind_app
  using (agency_id = (select acting_agency()));
create policy staff_credential_revoked on staff_credential for update to onemind_app
  using (agency_id = (select acting_agency()) and ended_at is null)
  with check (ended_because = 'agency' and ended_by = (select acting_person()));
