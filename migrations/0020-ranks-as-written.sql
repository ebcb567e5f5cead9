-- The rank as the file or the person wrote it, beside the normalized one: `SGT.` beside Sergeant. '' where nobody wrote one.
alter table staff_member add column rank_written text not null default '';
alter table roster_change add column rank_written text not null default '';

-- Former facts can be given back: they say that no such text was kept then.
update import_touch set before = before || '{"rank_written": ""}' where before is not null;
update staff_merge set kept_before = kept_before || '{"rank_written": ""}',
  removed_before = removed_before || '{"rank_written": ""}';
