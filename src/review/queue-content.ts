import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { requirementNames } from './review-content.ts';
import type { QueueShow } from './review-queue.ts';
import type { CoverageFigure, SubmissionChange } from './submission-change.ts';

export const queueContent = {
  title: 'Reviews',
  lead: 'Agencies that have sent in their work.',
  oldestFirst: 'The oldest comes first.',
  empty: { heading: 'Nothing to review', text: 'When an agency sends in its work, it shows here.' },
  emptyFilter: {
    heading: 'Nothing here',
    text: 'No submission fits. Show others, or search for another name.',
  },
  search: 'Agency',
  showLabel: 'Show',
  shows: {
    open: 'Open',
    mine: 'Mine',
    waiting: 'Waiting for a reviewer',
    overdue: 'Overdue',
    approval: 'Waiting for approval',
    appeals: 'With an appeal',
    decided: 'Decided',
  } satisfies Record<QueueShow, string>,
  appealTag: 'Appeal',
  size: (sworn: number) => `${sworn.toLocaleString('en-US')} sworn`,
  nobody: 'Nobody yet',
  first: 'First round',
  unchanged: (answers: number) =>
    answers === 0 ? 'No file or figure changed' : `No file or figure changed; ${answersWords(answers)}`,
  agencyAnswers: (day: string) => `Agency: ${day}`,
  more: (count: number) => `and ${count} more`,
  columns: {
    agency: 'Agency',
    size: 'Size',
    round: 'Round',
    submitted: 'Sent in',
    due: 'Answer due',
    state: 'State',
    reviewer: 'Reviewer',
  },
  others: {
    heading: 'Also to decide',
    appeal: (agency: string) => `Appeal of ${agency}`,
    since: (day: string) => `filed ${day}`,
    heard: (day: string) => `heard ${day}`,
    measures: {
      suspend: (number: string, agency: string) => `Suspend certificate ${number} of ${agency}?`,
      revoke: (number: string, agency: string) => `Revoke certificate ${number} of ${agency}?`,
    },
  },
  links: { ties: 'Your ties to agencies', phrasings: 'Phrasings' },
} as const;

/** How many answers the agency gave to what was asked before. */
export function answersWords(answers: number): string {
  return answers === 1 ? '1 answer' : `${answers} answers`;
}

export function ageWords(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** How far the target lies ahead or behind: "in 3 days", "2 days late". */
export function dueWords(targetOn: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, targetOn);
  if (days === 0) return 'today';
  if (days > 0) return days === 1 ? 'tomorrow' : `in ${days} days`;
  return days === -1 ? '1 day late' : `${-days} days late`;
}

const figureNames: Readonly<Record<CoverageFigure, string>> = {
  sworn: 'sworn officers',
  advanced: 'with a full crisis course',
  base: 'with the base course',
  untrained: 'untrained',
  'non-sworn': 'non-sworn staff',
  'non-sworn-trained': 'non-sworn staff trained',
};

/** A change in words, as a reviewer reads it. */
export function changeWords(change: SubmissionChange): string {
  switch (change.code) {
    case 'document-added':
      return `New file: ${change.title}`;
    case 'document-removed':
      return `File gone: ${change.title}`;
    case 'document-replaced':
      return `New version: ${change.title}`;
    case 'partnership-added':
      return `New partner: ${change.partner}`;
    case 'partnership-gone':
      return `No longer a partner: ${change.partner}`;
    case 'partnership-changed':
      return `Agreement changed: ${change.partner}`;
    case 'policy-adopted-anew':
      return 'A new version of the policy';
    case 'elements-answered-anew':
      return `Policy checklist: ${change.elements.length} ${change.elements.length === 1 ? 'answer' : 'answers'} changed`;
    case 'figure-changed':
      return `${figureNames[change.figure]}: ${change.before} before, ${change.after} now`;
    case 'requirement-state-changed':
      return `Stands otherwise: ${requirementNames[change.requirement]}`;
  }
}
