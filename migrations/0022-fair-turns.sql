-- Work is given out in turns: an agency that has just had one waits behind those that had none.

-- Long work waits for a process that has time for it; what is short is also done beside it.
alter table job add column is_long boolean not null default false;

-- When work of an agency ended last.
create index job_turn on job (agency_id, ended_at desc) where ended_at is not null;
