-- A number that changes with everything the public list shows, so that a page once made can be given again as long as
-- the number stands.

create table directory_version (
  only_one   boolean primary key default true check (only_one),
  version    bigint not null default 1,
  changed_by xid8
);
insert into directory_version default values;
alter table directory_version enable row level security;
grant select on directory_version to onemind_app;
create policy directory_version_public on directory_version for select to onemind_app using (true);

-- Once a transaction, at its end: nobody waits longer for the one row than a commit takes.
create function count_directory_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update directory_version set version = version + 1, changed_by = pg_current_xact_id()
  where changed_by is distinct from pg_current_xact_id();
  return null;
end
$$;
create constraint trigger directory_entry_changed after insert or update or delete on directory_entry
  deferrable initially deferred for each row execute function count_directory_change();
