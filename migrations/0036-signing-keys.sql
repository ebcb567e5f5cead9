-- The keys that sign certificates, letters and credentials. Public halves stay for good: what a key signed is checked
-- against it long after it was retired. Nothing is deleted.

create table signing_key (
  id              text primary key check (id ~ '^(credential|document)-[0-9a-f]{16}$'),
  purpose         text not null check (purpose in ('credential', 'document')),
  public_key      bytea not null,
  certificate_pem text,
  held            text not null check (held in ('sealed', 'file')),
  created_at      timestamptz not null,
  retired_at      timestamptz,
  check ((purpose = 'document') = (certificate_pem is not null)),
  check (purpose = 'document' or held = 'sealed')
);
create unique index signing_key_current on signing_key (purpose) where retired_at is null;

-- Private halves, sealed under a key that derives from the program's secret; one that lies in a file of the operator's
-- has no row here.
create table sealed_signing_key (
  key_id text primary key references signing_key (id),
  sealed bytea not null
);

alter table signing_key enable row level security;
alter table sealed_signing_key enable row level security;
grant select, insert, update (retired_at) on signing_key to onemind_app;
grant select, insert on sealed_signing_key to onemind_app;

create policy signing_key_public on signing_key for select to onemind_app using (true);
create policy signing_key_made on signing_key for insert to onemind_app with check ((select is_system()));
create policy signing_key_retired on signing_key for update to onemind_app using ((select is_system()));
create policy sealed_signing_key_own on sealed_signing_key for all to onemind_app using ((select is_system()));
