import { type AgencyKind, agencyKindLabel, isAgencyKind } from '../agency/agency-kind.ts';
import { regionName } from '../agency/region.ts';
import { sizeBands } from '../monthly-outcome/shared-total.ts';
import type { Figures, Grouping } from './figures.ts';
import type { Quarter } from './quarter.ts';

export const figuresContent = {
  title: 'Figures',
  lead: 'How the campaign stands, for any quarter. Every figure is counted from what agencies and reviewers did.',
  quarter: 'Quarter',
  show: 'Show',
  by: 'Told apart by',
  groupings: {
    state: 'State or province',
    type: 'Type of agency',
    size: 'Number of sworn officers',
  } satisfies Record<Grouping, string>,
  quarterName: ({ year, number }: Quarter) =>
    `${['First', 'Second', 'Third', 'Fourth'][number - 1]} quarter of ${year}`,
  unfinished: 'This quarter is not over. The figures are those of today.',
  whole: 'All agencies',
  inQuarter: 'In this quarter',
  atEnd: 'On its last day',
  sinceBeginning: 'Since the beginning',
  waiting: {
    heading: 'Where cases wait now',
    none: 'No case waits.',
    columns: { place: 'Where', cases: 'Cases', oldest: 'The oldest since' },
    states: {
      waiting: 'For a reviewer',
      'in-review': 'With a reviewer',
      'awaiting-approval': 'For the second reviewer',
      returned: 'For the agency’s answer',
      appeal: 'For the decision of an appeal',
    },
  },
  /** What stands after the large numbers. */
  tiles: {
    pledged: 'pledged',
    certified: 'certified',
    newPledges: (count: number) => (count === 1 ? 'new pledge' : 'new pledges'),
    newCertificates: (count: number) => (count === 1 ? 'new certificate' : 'new certificates'),
    trained: (count: number) => (count === 1 ? 'officer trained' : 'officers trained'),
    medianDays: (count: number) =>
      `${count === 1 ? 'day' : 'days'} from pledge to certificate: the median of all certificates since the beginning`,
  },
  columns: {
    group: 'Group',
    pledged: 'Pledged',
    newPledges: 'New pledges',
    withdrawn: 'Pledges ended',
    certified: 'Certified',
    newCertificates: 'New certificates',
    medianDays: 'Median days from pledge to certificate (issued in this quarter)',
    rounds: 'Review rounds per case',
    trained: 'Officers trained',
    advanced: 'With a crisis course',
  } satisfies Record<keyof Figures, string>,
  /** The same where ten columns stand beside each other on a screen; `shortNote` says what they leave out. */
  shortColumns: {
    pledged: 'Pledged',
    newPledges: 'New pledges',
    withdrawn: 'Ended',
    certified: 'Certified',
    newCertificates: 'Newly certified',
    medianDays: 'Median days, this quarter',
    rounds: 'Rounds',
    trained: 'Trained',
    advanced: 'Crisis course',
  } satisfies Record<keyof Omit<Figures, 'group'>, string>,
  shortNote:
    'Median days run from pledge to certificate. Rounds are those of the review, for each case. Both are those of the certificates issued in this quarter.',
  trainedNote:
    'Officers are those of agencies whose certificate counts, as they were counted when the certificate was issued.',
  empty: { heading: 'No pledge yet', text: 'Figures begin with the first pledge that is accepted.' },
  reportTitle: ({ year, number }: Quarter) =>
    `Report of the ${['first', 'second', 'third', 'fourth'][number - 1]} quarter of ${year}`,
  standing: (day: string) =>
    `How the campaign stood on ${day}, the last day of the quarter, and what happened in it.`,
  standingYet: (day: string) => `The quarter is not over. This is how the campaign stood on ${day}.`,
  medianNote: (days: string) =>
    `Since the beginning, over all certificates, the median is ${days} days from pledge to certificate. The table has the median of the certificates issued in this quarter.`,
  waitingOn: (day: string) => `Where cases waited on ${day}`,
  csv: 'Download (CSV)',
  pdf: 'Download (PDF)',
} as const;

/** The name of a group as people read it. */
export function groupName(grouping: Grouping, group: string): string {
  switch (grouping) {
    case 'state':
      return regionName(group);
    case 'type':
      return isAgencyKind(group) ? agencyKindLabel(group satisfies AgencyKind) : group;
    case 'size':
      return sizeBands.find(({ code }) => code === group)?.label ?? group;
  }
}

/** In the order people expect: sizes by number, everything else by its name. */
export function inOrder(grouping: Grouping, figures: readonly Figures[]): readonly Figures[] {
  if (grouping === 'size') {
    return sizeBands.flatMap(({ code }) => figures.filter(({ group }) => group === code));
  }
  return figures.toSorted((one, other) =>
    groupName(grouping, one.group).localeCompare(groupName(grouping, other.group), 'en-US'),
  );
}
