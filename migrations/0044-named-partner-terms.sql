-- A partner is named in public by the terms that hold on the day: a renewal that was agreed early takes over on its
-- first day (see src/agreement/term-chain.ts). Each row is a span of days.
create or replace view named_partner with (security_barrier) as
  select p.agency_id, o.name, o.website, p.term_starts_on, p.term_ends_on
  from partnership p join partner_organization o on o.id = p.partner_id
  where p.state = 'active' and p.named_in_public
  union all
  select p.agency_id, o.name, o.website, term.starts_on,
         least(term.ends_on, later.starts_on - 1)
  from partnership p
  join partner_organization o on o.id = p.partner_id
  join agreement_version v on v.agency_id = p.agency_id and v.partnership_id = p.id
    and v.state = 'superseded' and v.answered_at is not null
  cross join lateral (select (v.terms -> 'arrangement' ->> 'termStartsOn')::date as starts_on,
                             (v.terms -> 'arrangement' ->> 'termEndsOn')::date as ends_on) term
  cross join lateral (
    select min(coalesce((n.terms -> 'arrangement' ->> 'termStartsOn')::date, '-infinity')) as starts_on
    from agreement_version n
    where n.agency_id = v.agency_id and n.partnership_id = v.partnership_id and n.number > v.number
      and (n.state = 'agreed' or n.state = 'superseded' and n.answered_at is not null)) later
  where p.state = 'active' and p.named_in_public
    and later.starts_on > coalesce(term.starts_on, '-infinity');
