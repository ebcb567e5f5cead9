-- A message may carry one short text as a file, such as a meeting for a calendar. It goes with the words once the
-- message is out.
alter table mail_message
  -- {"name", "type", "text"} as src/mail/mail.ts has them
  add column attachment jsonb check (jsonb_typeof(attachment) = 'object' and octet_length(attachment::text) <= 200000);
