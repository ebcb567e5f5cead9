-- Many certificates at once, to print or to send. What was asked for is frozen as numbers; the parts that are made lie in
-- the file store, so that work which another process takes over goes on after the last of them.

create table certificate_batch (
  id         uuid primary key default gen_random_uuid(),
  asked_by   uuid not null references identity.person (id),
  asked_at   timestamptz not null default now(),
  form       text not null check (form in ('zip', 'pdf')),
  size       text not null check (size in ('letter', 'wall')),
  numbers    text[] not null check (cardinality(numbers) between 1 and 2000),
  -- work belongs to an agency; a batch's to that of its first certificate
  job_agency uuid not null references agency (id),
  -- what was made is kept a while; what was asked for, and by whom, stays
  files_removed_at timestamptz
);

create table certificate_batch_part (
  batch_id uuid not null references certificate_batch (id),
  place    int not null check (place >= 0),
  sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- bytes of each document in it, one after the other
  lengths  int[] not null check (cardinality(lengths) > 0),
  made_at  timestamptz not null,
  primary key (batch_id, place)
);

alter table certificate_batch enable row level security;
alter table certificate_batch_part enable row level security;
grant select, insert on certificate_batch, certificate_batch_part to onemind_app;
grant update (files_removed_at) on certificate_batch to onemind_app;
grant delete on certificate_batch_part to onemind_app;

create policy certificate_batch_seen on certificate_batch for select to onemind_app
  using ((select is_campaign()) or (select is_system()));
create policy certificate_batch_asked on certificate_batch for insert to onemind_app
  with check ((select is_campaign()) and asked_by = (select acting_person()));
create policy certificate_batch_part_seen on certificate_batch_part for select to onemind_app
  using ((select is_campaign()) or (select is_system()));
create policy certificate_batch_part_made on certificate_batch_part for insert to onemind_app
  with check ((select is_system()));
create policy certificate_batch_emptied on certificate_batch for update to onemind_app
  using ((select is_system())) with check ((select is_system()));
create policy certificate_batch_part_removed on certificate_batch_part for delete to onemind_app
  using ((select is_system()) and exists (
    select from certificate_batch b where b.id = certificate_batch_part.batch_id and b.files_removed_at is not null));

-- The same certificates set again are the same bytes: a batch keeps its content as an agency's books do.
create or replace function is_content_kept(in_sha256 text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not is_system() or exists (select from stored_file f where f.sha256 = in_sha256)
    or exists (select from certificate_batch_part p join certificate_batch b on b.id = p.batch_id
               where p.sha256 = in_sha256 and b.files_removed_at is null);
