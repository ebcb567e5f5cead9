-- The life of a policy beyond its checklist: what it amends, who looks at it before it is adopted, how it ends, and what
-- its document says.

alter table agency_policy
  add column amends        text not null default '',
  add column accreditation text not null default '',
  -- Since when the agency's partners may read this version; empty while they may not.
  add column shared_at     timestamptz,
  add column rescinded_on  date,
  add column rescinded_at  timestamptz,
  add column rescinded_by  uuid references identity.person (id),
  add column rescinded_name text,
  add column rescind_reason text,
  drop constraint agency_policy_state_check,
  add constraint agency_policy_state_check check (state in ('draft', 'adopted', 'superseded', 'rescinded')),
  add constraint agency_policy_rescinded check (
    (state = 'rescinded') = (num_nonnulls(rescinded_on, rescinded_at, rescinded_by, rescinded_name, rescind_reason) = 5)
    and (state = 'rescinded') = (num_nonnulls(rescinded_on, rescinded_at, rescinded_by, rescinded_name, rescind_reason) > 0));
create index agency_policy_review on agency_policy (review_on) where state = 'adopted';

-- The executive rescinds in person, as they adopt.
create function refuse_anothers_rescission() returns trigger
  language plpgsql
as $$
begin
  if acting_agency() is not null
     and not (new.rescinded_by is not distinct from acting_person() and is_acting_executive(new.agency_id)) then
    raise exception 'The executive alone rescinds the policy.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger agency_policy_rescinded before update on agency_policy
  for each row when (new.state = 'rescinded' and old.state is distinct from 'rescinded')
  execute function refuse_anothers_rescission();

-- What a document says, read once. A document that gave no text keeps why.
create table document_text (
  agency_id uuid not null references agency (id),
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pages     int,
  passages  jsonb,
  refusal   jsonb,
  read_at   timestamptz not null,
  primary key (agency_id, sha256),
  check ((passages is null) <> (refusal is null))
);
alter table document_text enable row level security;
grant select, insert, update on document_text to onemind_app;
create policy document_text_own on document_text for all to onemind_app using (agency_id = (select acting_agency()));

-- The passages of the document that a person took as where it covers an element.
create table policy_passage (
  agency_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  policy_id   uuid not null,
  code        text not null,
  page        int,
  section     text not null,
  -- Its place among the paragraphs of the document.
  place       int not null,
  quotation   text not null check (quotation <> ''),
  accepted_by uuid not null references identity.person (id),
  accepted_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, policy_id) references agency_policy (agency_id, id) on delete cascade
);
create index policy_passage_policy on policy_passage (agency_id, policy_id, code);
alter table policy_passage enable row level security;
grant select, insert, delete on policy_passage to onemind_app;
create policy policy_passage_own on policy_passage for all to onemind_app using (agency_id = (select acting_agency()));

-- What partners say about a version, element by element, and what the agency answers.
create table policy_comment (
  agency_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  policy_id     uuid not null,
  code          text not null,
  partner_id    uuid not null references partner_organization (id),
  written_by    uuid not null references identity.person (id),
  written_name  text not null,
  written_at    timestamptz not null,
  said          text not null check (length(said) between 1 and 4000),
  answer        text check (length(answer) between 1 and 4000),
  answered_by   uuid references identity.person (id),
  answered_name text,
  answered_at   timestamptz,
  settled_at    timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, policy_id) references agency_policy (agency_id, id) on delete cascade,
  check (num_nonnulls(answer, answered_by, answered_name, answered_at) in (0, 4))
);
create index policy_comment_policy on policy_comment (agency_id, policy_id, written_at);
create index policy_comment_partner on policy_comment (partner_id, agency_id);
alter table policy_comment enable row level security;
grant select, insert on policy_comment to onemind_app;
-- What was said stays as it was said.
grant update (answer, answered_by, answered_name, answered_at, settled_at) on policy_comment to onemind_app;

-- A partner reads what was shared with partners, while it works with the agency; of the comments, its own.
create policy agency_policy_partner on agency_policy for select to onemind_app using (
  shared_at is not null and (select acting_partner()) is not null and is_acting_partner_of(agency_id));
create policy policy_element_partner on policy_element for select to onemind_app using (
  (select acting_partner()) is not null and exists (
    select from agency_policy p where p.agency_id = policy_element.agency_id and p.id = policy_element.policy_id));
create policy stored_file_policy_partner on stored_file for select to onemind_app using (
  purpose = 'policy' and (select acting_partner()) is not null and exists (
    select from agency_policy p where p.agency_id = stored_file.agency_id and p.file_id = stored_file.id));

create policy policy_comment_read on policy_comment for select to onemind_app
  using (agency_id = (select acting_agency()));
create policy policy_comment_answered on policy_comment for update to onemind_app
  using (agency_id = (select acting_agency()));
create policy policy_comment_own on policy_comment for select to onemind_app using (
  partner_id = (select acting_partner()) and is_acting_partner_of(agency_id));
create policy policy_comment_written on policy_comment for insert to onemind_app with check (
  partner_id = (select acting_partner()) and written_by = acting_person() and is_acting_partner_of(agency_id)
  and answer is null and settled_at is null and exists (
    select from agency_policy p
    where p.agency_id = policy_comment.agency_id and p.id = policy_comment.policy_id
      and p.state = 'draft' and p.shared_at is not null));
