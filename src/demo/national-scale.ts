import type pg from 'pg';
import { regions } from '../agency/region.ts';
import { courseKey } from '../training/course-title.ts';
import { families, givens } from './invented-names.ts';
import { nationalAgencies, nationalSizes } from './national-agencies.ts';
import { nationalAgreements } from './national-agreements.ts';
import { certificateNumbers, certificates, letters, submissions } from './national-certificates.ts';
import { organizations, partnerships } from './national-partnerships.ts';
import { people, pledges } from './national-pledges.ts';
import { nationalScope, nationalStaff, nationalTraining } from './national-staff.ts';

export interface DemoSize {
  readonly agencies: number;
  /** People on all rosters together, sworn and not; what comes out lies within a few in a hundred. */
  readonly staff: number;
}

/**
 * Fills an empty database with fictional agencies by a few set-based statements, for trying out and measuring.
 * Sizes follow the country: half of the agencies have under ten sworn, the largest some 36,000 people of a million.
 * All have pledged; a third is certified and lists a partner. They have no audit trail, and files are only named.
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
  await owner.query('vacuum analyze');
}

interface Step {
  readonly statement: string;
  readonly values: readonly unknown[];
}

function steps({ agencies, staff }: DemoSize): readonly Step[] {
  const states = regions.filter(({ country }) => country === 'US');
  const codes = states.map(({ code }) => code);
  const zones = states.map(({ timeZone }) => timeZone);
  const keys = [courseKey(titles.advanced), courseKey(titles.base)];
  return [
    { statement: people, values: [] },
    ...publishing('disable'),
    { statement: nationalAgencies, values: [agencies, codes, zones] },
    { statement: nationalSizes, values: [staff] },
    { statement: pledges, values: [] },
    { statement: nationalScope, values: [] },
    { statement: nationalStaff, values: [families, givens] },
    { statement: nationalTraining, values: [titles.advanced, titles.base, ...keys] },
    { statement: organizations, values: [] },
    { statement: partnerships, values: [] },
    { statement: 'alter table agreement_version disable trigger user', values: [] },
    { statement: nationalAgreements, values: [] },
    { statement: 'alter table agreement_version enable trigger user', values: [] },
    { statement: submissions, values: [] },
    { statement: certificates, values: [] },
    { statement: certificateNumbers, values: [] },
    { statement: letters, values: [] },
    ...publishing('enable'),
    { statement: publishInPortions, values: [] },
  ];
}

/** Every source of the directory publishes what changed; here all is published once, when everything is there. */
function publishing(change: 'disable' | 'enable'): readonly Step[] {
  const triggers = [
    ['pledge', 'publish_new_pledge'],
    ['certificate', 'publish_certificate'],
  ] as const;
  return triggers.map(([table, name]) => ({
    statement: `alter table ${table} ${change} trigger ${name}`,
    values: [],
  }));
}

/** By the function the triggers call. Its time grows with the square of the agencies named at once. */
const publishInPortions = `
  select publish_agencies(array_agg(agency_id))
  from (select agency_id, ntile(1 + (select count(*) from national_size)::int / 500) over (order by place) as portion
        from national_size) portions
  group by portion`;

const titles = {
  advanced: 'Crisis Intervention Team (CIT) Training',
  base: 'Mental Health First Aid for Public Safety',
} as const;
