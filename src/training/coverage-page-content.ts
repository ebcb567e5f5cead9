import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import { rosterWords } from '../roster/roster-page-content.ts';
import { isStaffCategory } from '../roster/staff-category.ts';
import type { Exclusion } from './exclusion.ts';
import type { PeopleStanding } from './people-query.ts';
import type { StandingChange } from './rules-change.ts';
import type { Standing } from './standing.ts';

/** The words of the pages about coverage. */
export const coverageContent = {
  title: 'Training',
  lead: 'Who is trained, counted by the rules of your pledge.',
  import: 'Import training records',
  classes: 'Classes, sign-in sheets and attendance',
  certificates: 'Certificates that people sent in',
  certificatesWaiting: (waiting: number) =>
    waiting === 1
      ? '1 certificate that somebody sent in.'
      : `${waiting.toLocaleString('en-US')} certificates that people sent in.`,
  accounts: 'Accounts and the roster',
  day: 'As of',
  dayHint: 'Any day: coverage as it was, or as it will be if nobody else takes a class.',
  rules: 'Count by other rules',
  show: 'Show',
  dayError: 'Enter a day, such as 3/5/2026',
  noRoster: {
    heading: 'No one is on the roster yet',
    text: 'Training is counted against your roster. Import the roster first, then your training records.',
    action: 'Go to the roster',
  },
  noRecords:
    'No training records yet. Import a file from your training system, or enter records person by person.',
  sworn: 'Sworn officers with a full crisis course',
  everyone: 'Everyone trained',
  base: 'Advanced officers who also have the base course',
  parts: { unit: 'By unit', shift: 'By shift', rank: 'By rank or title' },
  notGiven: 'Not given',
  excluded: 'Not counted',
  excludedLead: 'These people are on your roster, but not in the figures above.',
  noneExcluded: 'Everyone on your roster is counted.',
  change: 'What other rules would change',
  changeLead: 'Your pledge stays bound to its own rules. This only compares.',
  noChange: 'Nobody’s standing would change.',
  review: 'Waiting for you',
  unplaced: (records: number) =>
    records === 1
      ? '1 record whose person we could not find.'
      : `${records.toLocaleString('en-US')} records whose person we could not find.`,
  doubtful: (records: number) =>
    records === 1
      ? '1 record may count once somebody has looked at it.'
      : `${records.toLocaleString('en-US')} records may count once somebody has looked at them.`,
  expiring: 'Ending in the next 180 days',
  people: 'See who',
  download: 'Download who is trained',
  downloadRecords: 'Download all training records',
  downloadList: 'Download this list',
  downloadByRules: (version: string) => `Download who is trained by the rules of ${version}`,
  peopleTitle: 'People and their training',
  peopleLead: 'Everyone who is counted, by where they stand.',
  peopleSearch: 'Name, number, unit or rank',
  peopleShown: 'Show',
  nobody: { heading: 'No one', text: 'Nobody who is counted stands so on this day.' },
  lapsed: (program: string, day: string) => `${program} lapsed: its last day was ${day}`,
  expiringTitle: 'Training that ends soon',
  expiringLead: 'The last days on which a course counts, over the next 180 days.',
  noneExpiring: {
    heading: 'Nothing ends soon',
    text: 'No course of anybody who is counted ends in this time.',
  },
  notices: {
    imported: 'The training records were imported.',
    discarded: 'The import was given up. The records are as they were.',
  } satisfies Readonly<Record<string, string>>,
} as const;

export const peopleStandingWords: Readonly<Record<PeopleStanding, string>> = {
  untrained: 'Not trained yet',
  'base-missing': 'Advanced, but without the base course',
  advanced: 'With a full crisis course',
  base: 'With a base course',
  everyone: 'Everyone who is counted',
};

export const standingWords: Readonly<Record<Standing, string>> = {
  advanced: 'advanced',
  'advanced-without-base': 'advanced, but still needing the base course',
  base: 'base',
  untrained: 'not trained',
};

export function programName(program: Program): string {
  return programStandards[program].shortName;
}

/** “12 officers: left the agency” as a line of the list of those who aren't counted. */
export function exclusionSentence(
  { reason, kind, category, people }: Exclusion,
  rules: CampaignRules,
): string {
  const who = `${people.toLocaleString('en-US')} ${whoOf(kind, category, people)}`;
  switch (reason) {
    case 'separated':
      return `${who}: left the agency.`;
    case 'not-yet-hired':
      return `${who}: not hired yet on that day.`;
    case 'out-of-scope':
      return rules.trained.of === 'sworn'
        ? `${who}: the rules of ${rules.version} count sworn officers only.`
        : `${who}: your agency has not put them in scope of the pledge. You choose who is in scope under Settings. (onemind check counts dispatchers unless told otherwise.)`;
  }
}

function whoOf(kind: Exclusion['kind'], category: string, people: number): string {
  if (kind === 'sworn') return people === 1 ? 'sworn officer' : 'sworn officers';
  const job = isStaffCategory(category) ? ` (${rosterWords.categories[category].toLowerCase()})` : '';
  return `non-sworn staff${job}`;
}

/** “3 sworn officers would go from base to not trained, because of CRIT.” */
export function standingChangeSentence({ kind, from, to, programs, people }: StandingChange): string {
  const who = kind === 'sworn' ? (people === 1 ? 'sworn officer' : 'sworn officers') : 'non-sworn staff';
  const held = programs.length > 0 ? ` They hold ${programs.map(programName).join(' and ')}.` : '';
  return `${people.toLocaleString('en-US')} ${who}: from ${standingWords[from]} to ${standingWords[to]}.${held}`;
}
