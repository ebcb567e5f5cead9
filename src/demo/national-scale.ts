import type pg from 'pg';

export interface DemoSize {
  readonly agencies: number;
  /** People on all rosters together. */
  readonly staff: number;
}

/**
 * Fills an empty database with fictional agencies by a few set-based statements, for trying out and measuring.
 * Sizes follow the country: half of the agencies have under ten people, a few have tens of thousands.
 * Runs as the owner of the database, all or nothing.
 */
export async function fillNationalScale(owner: pg.Client, size: DemoSize): Promise<void> {
  await owner.query('begin');
  try {
    for (const step of steps(size)) await owner.query(step.statement, [...step.values]);
    await owner.query('commit');
  } catch (cause) {
    await owner.query('rollback');
    throw cause;
  }
  await owner.query('analyze');
}

interface Step {
  readonly statement: string;
  readonly values: readonly unknown[];
}

function steps({ agencies, staff }: DemoSize): readonly Step[] {
  return [
    { statement: places, values: [] },
    { statement: insertAgencies, values: [agencies] },
    { statement: weights, values: [staff] },
    { statement: insertPledges, values: [] },
    { statement: insertStaff, values: [] },
  ];
}

/** States with their zones, and words that fictional places are named with. */
const places = `
  create temporary table demo_state on commit drop as
  select row_number() over () - 1 as number, region, zone from (values
    ('AL','America/Chicago'),('AK','America/Anchorage'),('AZ','America/Phoenix'),('AR','America/Chicago'),
    ('CA','America/Los_Angeles'),('CO','America/Denver'),('CT','America/New_York'),('DE','America/New_York'),
    ('FL','America/New_York'),('GA','America/New_York'),('HI','Pacific/Honolulu'),('ID','America/Boise'),
    ('IL','America/Chicago'),('IN','America/Indiana/Indianapolis'),('IA','America/Chicago'),('KS','America/Chicago'),
    ('KY','America/New_York'),('LA','America/Chicago'),('ME','America/New_York'),('MD','America/New_York'),
    ('MA','America/New_York'),('MI','America/Detroit'),('MN','America/Chicago'),('MS','America/Chicago'),
    ('MO','America/Chicago'),('MT','America/Denver'),('NE','America/Chicago'),('NV','America/Los_Angeles'),
    ('NH','America/New_York'),('NJ','America/New_York'),('NM','America/Denver'),('NY','America/New_York'),
    ('NC','America/New_York'),('ND','America/Chicago'),('OH','America/New_York'),('OK','America/Chicago'),
    ('OR','America/Los_Angeles'),('PA','America/New_York'),('RI','America/New_York'),('SC','America/New_York'),
    ('SD','America/Chicago'),('TN','America/Chicago'),('TX','America/Chicago'),('UT','America/Denver'),
    ('VT','America/New_York'),('VA','America/New_York'),('WA','America/Los_Angeles'),('WV','America/New_York'),
    ('WI','America/Chicago'),('WY','America/Denver')) as state (region, zone)`;

const insertAgencies = `
  insert into agency (id, slug, name, kind, country, region, city, county, address, postal_code, website,
                      population_served, time_zone)
  select gen_random_uuid(), 'demo-' || n, name || case kind
           when 'sheriff' then ' County Sheriff''s Office' when 'campus' then ' College Police' else ' Police Department' end
           || case when repeat > 0 then ' ' || (repeat + 1) else '' end,
         kind, 'US', region, name, name || ' County', (n % 900 + 1) || ' Main Street', lpad((10000 + n % 89999)::text, 5, '0'),
         'https://demo-' || n || '.example', 500 + (n * 7919) % 400000, zone
  from (
    select n, region, zone, n / 22500 as repeat,
           (array['Elm','Oak','Cedar','Maple','Birch','Willow','Stone','River','Lake','Hill','Clear','Fair','North','South','East','West',
                  'Green','Silver','Golden','Iron','Copper','High','Low','Long','Broad','Mill','Fox','Deer','Eagle','Bear'])[1 + (n / 50) % 30]
           || (array['fork','bend','field','ford','ton','dale','view','wood','brook','port','haven','ridge','grove','mont','creek'])[1 + (n / 1500) % 15] as name,
           (array['municipal-police','municipal-police','municipal-police','municipal-police','municipal-police','municipal-police',
                  'sheriff','sheriff','campus'])[1 + n % 9] as kind
    from generate_series(0, $1::int - 1) n
    join demo_state on demo_state.number = n % 50
  ) fictional`;

/** Every agency's share of the people: the k-th largest gets about 1/k of the largest. */
const weights = `
  create temporary table demo_weight on commit drop as
  select id as agency_id, place, greatest(1, round(($1::numeric / total) / place))::int as people
  from (select id, row_number() over (order by md5(slug)) as place, sum(1.0 / row_number) over () as total
        from (select id, slug, row_number() over (order by md5(slug)) from agency) ranked) weighted`;

const insertPledges = `
  insert into pledge (agency_id, rules_version, state, target_months, sworn_headcount, executive_name, executive_rank,
                      executive_email, taken_on, target_on, limit_on, signed_name, signed_at, accepted_at, created_at)
  select agency_id, (array['2016','2018','2024','2024'])[1 + place % 4], 'active', 24, people, 'Demo Executive', 'Chief',
         'chief@demo.example', taken, taken + interval '24 months', taken + interval '36 months', 'Demo Executive', taken, taken, taken
  from (select agency_id, place, people, current_date - (place % 1500)::int as taken from demo_weight) pledged`;

const insertStaff = `
  insert into staff_member (agency_id, employee_number, family_name, given_name, kind, category, rank, unit, shift, hired_on)
  select agency_id, (10000 + n)::text,
         (array['Example','Sample','Fictional','Imagined','Invented','Pretend','Madeup','Supposed'])[1 + n % 8] || n % 97,
         (array['Alex','Jordan','Taylor','Casey','Riley','Morgan','Quinn','Avery','Rowan','Sage'])[1 + (n / 8) % 10],
         case when n % 6 = 5 then 'non-sworn' else 'sworn' end, case when n % 6 = 5 then 'dispatcher' else '' end,
         case when n % 6 = 5 then 'Dispatcher' when n % 12 = 0 then 'Sergeant' else 'Officer' end,
         'Unit ' || n % 12, (array['Day','Evening','Night'])[1 + n % 3], current_date - (n * 37) % 9000
  from demo_weight, generate_series(1, people) n`;
