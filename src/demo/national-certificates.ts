import { person } from './national-pledges.ts';

/** A third of the agencies, with pledges old enough: approved on a day between the pledge and today. */
export const submissions = `
  insert into submission (agency_id, pledge_id, round, state, rules_version, snapshot, snapshot_sha256, submitted_by,
                          submitted_at, reviewer, claimed_at, reviewed_at, approver, approved_at)
  select p.agency_id, p.id, 1, 'approved', p.rules_version, '{}', encode(sha256('{}'), 'hex'), ${person('executive')},
         done - interval '20 days', ${person('reviewer')}, done - interval '15 days', done - interval '10 days',
         ${person('approver')}, done
  from (select pledge.*, taken_on + (current_date - taken_on) * 3 / 4 as done from pledge) p
  join national_size s on s.agency_id = p.agency_id
  where s.place % 3 = 0 and p.taken_on < current_date - 400`;

export const certificates = `
  insert into certificate (agency_id, number, submission_id, agency_name, place, pledged_on, certified_on, rules_version,
                           rules_title, campaign_name, issuer, signatory_name, signatory_title, snapshot_sha256)
  select a.id, 'OM-' || extract(year from s.approved_at) || '-'
               || lpad((row_number() over (partition by extract(year from s.approved_at) order by s.approved_at, a.slug))::text, 6, '0'),
         s.id, a.name, a.city || ', ' || a.region, p.taken_on, s.approved_at::date, s.rules_version,
         'Rules of ' || s.rules_version, 'One Mind Campaign', 'Demo Issuer', 'Demo Signatory', 'Demo Title', s.snapshot_sha256
  from submission s join agency a on a.id = s.agency_id join pledge p on p.agency_id = s.agency_id and p.id = s.pledge_id`;

/** The numbers that follow go on from here. */
export const certificateNumbers = `
  insert into certificate_number (year, last)
  select split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) from certificate group by 1`;

export const letters = `
  insert into acknowledgment_letter (agency_id, certificate_id, executive_name, executive_rank, address_lines, sworn,
                                     advanced, trained, contact_email)
  select c.agency_id, c.id, p.executive_name, p.executive_rank, array[a.address, a.city || ', ' || a.region || ' ' || a.postal_code],
         p.sworn_headcount, ceil(p.sworn_headcount / 4.0)::int, p.sworn_headcount, 'campaign@national.example'
  from certificate c join agency a on a.id = c.agency_id join pledge p on p.agency_id = c.agency_id`;
