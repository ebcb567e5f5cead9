-- Files an agency sent, by the hash of their content, and the evidence among them.

create table stored_file (
  agency_id   uuid not null references agency (id),
  id          uuid not null default gen_random_uuid(),
  purpose     text not null check (purpose in ('evidence', 'agreement', 'policy', 'roster', 'training')),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name        text not null check (length(name) between 1 and 200),
  media_type  text not null,
  size        bigint not null check (size >= 0),
  uploaded_by uuid not null references identity.person (id),
  uploaded_at timestamptz not null default now(),
  primary key (agency_id, id)
);
create index stored_file_sha256 on stored_file (agency_id, sha256);

create table evidence (
  agency_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  requirement text not null,
  title       text not null check (length(title) between 1 and 200),
  note        text not null default '',
  file_id     uuid not null,
  replaces    uuid,
  added_by    uuid not null references identity.person (id),
  added_at    timestamptz not null default now(),
  removed_at  timestamptz,
  removed_by  uuid references identity.person (id),
  primary key (agency_id, id),
  foreign key (agency_id, file_id) references stored_file (agency_id, id),
  foreign key (agency_id, replaces) references evidence (agency_id, id)
);
create unique index evidence_replaced_once on evidence (agency_id, replaces) where replaces is not null;

alter table stored_file enable row level security;
alter table evidence enable row level security;
grant select, insert, delete on stored_file to onemind_app;
grant select, insert, update on evidence to onemind_app;

create policy stored_file_own on stored_file for all to onemind_app using (agency_id = (select acting_agency()));
create policy evidence_own on evidence for all to onemind_app using (agency_id = (select acting_agency()));
-- The campaign's and the partner's sight of files comes with what they are shown: see the review and partnership migrations.

-- Whether any agency keeps a file with this content: asked before the content goes. The program alone asks.
create function is_content_kept(in_sha256 text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not is_system() or exists (select from stored_file f where f.sha256 = in_sha256);
revoke all on function is_content_kept(text) from public;
grant execute on function is_content_kept(text) to onemind_app;
