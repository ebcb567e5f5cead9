/** The few who signed, sent and reviewed everything. */
export const people = `
  insert into identity.person (name, email, email_verified) values
    ('Demo Executive', 'executive@national.example', true), ('Demo Reviewer', 'reviewer@national.example', true),
    ('Demo Approver', 'approver@national.example', true)
  on conflict (email) do nothing`;

export const person = (mailbox: 'executive' | 'reviewer' | 'approver') =>
  `(select id from identity.person where email = '${mailbox}@national.example')`;

/** Every agency has pledged, on some day of the last four years, under the rules of its time. */
export const pledges = `
  insert into pledge (agency_id, rules_version, state, target_months, sworn_headcount, executive_name, executive_rank,
                      executive_email, taken_on, target_on, limit_on, signed_name, signed_at, signed_by, accepted_at,
                      accepted_by, created_at)
  select agency_id, (array['2018','2024','2024'])[1 + place % 3], 'active', 24, people, 'Demo Executive', 'Chief',
         'executive@national.example', taken, taken + interval '24 months', taken + interval '36 months',
         'Demo Executive', taken, ${person('executive')}, taken, ${person('reviewer')}, taken
  from (select agency_id, place, people, current_date - ((place * 37) % 1460)::int as taken from national_size) pledged`;
