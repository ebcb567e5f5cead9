-- Monthly outcomes: how often something happened in a month, and never to whom. No table here has room for a call.

create table monthly_outcome (
  agency_id uuid not null references agency (id),
  -- its first day
  month     date not null check (extract(day from month) = 1 and month >= '2000-01-01'),
  measure   text not null check (measure in (
    'mental-health-calls', 'trained-officer', 'provider-present', 'uses-of-force', 'officer-injuries', 'subject-injuries',
    'transports', 'arrests', 'involuntary-commitments', 'referrals', 'follow-ups', 'repeat-encounters')),
  -- a measure that wasn't counted in a month has no row; zero is a count
  count     int not null check (count between 0 and 1000000),
  primary key (agency_id, month, measure)
);

-- Every count that came, changed or went: what it was and what it became. The audit trail, which the campaign reads,
-- says who changed which month; the counts themselves stand here alone, since they stay with the agency.
create table monthly_outcome_change (
  agency_id  uuid not null references agency (id),
  id         bigint generated always as identity,
  month      date not null,
  measure    text not null,
  was        int,
  became     int,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (agency_id, id)
);
create index monthly_outcome_change_of_month on monthly_outcome_change (agency_id, month, id);

create function keep_outcome_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into monthly_outcome_change (agency_id, month, measure, was, became, changed_by)
  values (coalesce(new.agency_id, old.agency_id), coalesce(new.month, old.month), coalesce(new.measure, old.measure),
          old.count, new.count, acting_person());
  return null;
end
$$;
revoke all on function keep_outcome_change() from public;
create trigger monthly_outcome_kept after insert or update or delete on monthly_outcome
  for each row execute function keep_outcome_change();

-- What an agency has decided about its counts. Without a row: not shared, and the baseline follows from the pledge.
create table outcome_setting (
  agency_id            uuid primary key references agency (id),
  shares_with_campaign boolean not null default false,
  baseline_first       date check (extract(day from baseline_first) = 1),
  baseline_last        date check (extract(day from baseline_last) = 1),
  revision             int not null default 0,
  check ((baseline_first is null) = (baseline_last is null)),
  check (baseline_last >= baseline_first)
);

-- Whether the acting partner has an agreement with an agency whose term has not ended. It is one day later here than on the
-- page, which knows where the agency is.
create function is_acting_partner_in_term(agency uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from partnership p
    where p.agency_id = agency and p.partner_id = acting_partner() and p.state = 'active'
      and (p.term_ends_on is null or p.term_ends_on >= database_day() - 1));
revoke all on function is_acting_partner_in_term(uuid) from public;
grant execute on function is_acting_partner_in_term(uuid) to onemind_app;

alter table monthly_outcome enable row level security;
alter table monthly_outcome_change enable row level security;
alter table outcome_setting enable row level security;
grant select, insert, update (count), delete on monthly_outcome to onemind_app;
grant select on monthly_outcome_change to onemind_app;
grant select, insert, update on outcome_setting to onemind_app;

create policy monthly_outcome_agency on monthly_outcome for all to onemind_app using (agency_id = (select acting_agency()));
create policy monthly_outcome_partner on monthly_outcome for select to onemind_app
  using ((select acting_partner()) is not null and is_acting_partner_in_term(agency_id));
create policy monthly_outcome_change_agency on monthly_outcome_change for select to onemind_app
  using (agency_id = (select acting_agency()));
create policy outcome_setting_agency on outcome_setting for all to onemind_app using (agency_id = (select acting_agency()));
create policy outcome_setting_partner on outcome_setting for select to onemind_app
  using ((select acting_partner()) is not null and is_acting_partner_in_term(agency_id));

-- All that the campaign sees of counts: whole years that are over, of agencies that share. A year's count of 1 to 4 is
-- null here already, so that nothing made from this view can tell which of them it is. A year is told two months after
-- its end: while months still come in, the difference of two days' totals would be the count of one month.
-- `months` has bit 0 for January: which months were counted.
create view shared_outcome_year with (security_barrier) as
  select y.agency_id, a.region, p.sworn_headcount as sworn, y.year, y.measure, y.months,
         case when y.count between 1 and 4 then null else y.count end as count
  from (
    select o.agency_id, extract(year from o.month)::int as year, o.measure, sum(o.count)::int as count,
           bit_or(1 << (extract(month from o.month)::int - 1)) as months
    from monthly_outcome o join outcome_setting s on s.agency_id = o.agency_id
    where s.shares_with_campaign and ((select is_campaign()) or (select is_system()))
    group by 1, 2, 3
  ) y
  join agency a on a.id = y.agency_id
  left join pledge p on p.agency_id = y.agency_id and p.state <> 'withdrawn'
  where y.year < extract(year from current_date - interval '2 months');
grant select on shared_outcome_year to onemind_app;
