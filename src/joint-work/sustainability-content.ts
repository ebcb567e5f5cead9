import { longDate } from '../calendar/calendar-date.ts';
import type {
  SustainabilityCode,
  SustainabilityCriterion,
} from '../campaign-rules/sustainability-criterion.ts';
import type { Side } from '../partnership/partnership.ts';
import type { Fulfilment, Lack } from './sustainability.ts';

/** What each side is called in a sentence: “your agency”, “Harbor Counseling”. `other` is who the reader works with. */
export interface SideWords extends Readonly<Record<Side, string>> {
  readonly other: string;
}

export const criterionTitles: Readonly<Record<SustainabilityCode, string>> = {
  'confirmed-by-both': 'Both sides confirmed it',
  'agreement-in-term': 'The agreement is in term',
  'liaison-in-place': 'Each side has a liaison',
  'meetings-held': 'You meet',
  'actions-on-time': 'What you decided gets done',
  'training-taught': 'You teach together',
  'check-ins-answered': 'Both sides say how it is going',
};

/** What the criterion asks for, with its number. */
export function criterionText(criterion: SustainabilityCriterion): string {
  switch (criterion.code) {
    case 'confirmed-by-both':
      return 'The agency proposed the partnership and the partner said yes.';
    case 'agreement-in-term':
      return 'There is an agreement, its term has begun and has not ended.';
    case 'liaison-in-place':
      return 'The agreement names a person on each side, and no check-in said that this person left.';
    case 'meetings-held':
      return `At least ${times(criterion.atLeast, 'meeting')} held in the last ${criterion.months} months.`;
    case 'training-taught':
      return `At least ${times(criterion.atLeast, 'training')} taught together in the last ${criterion.months} months.`;
    case 'actions-on-time':
      return 'No action on the joint list is overdue.';
    case 'check-ins-answered':
      return 'Each side answered “How is it going?” for this half-year or the one before.';
  }
}

/** Which fact fulfils it. */
export function fulfilmentSentence(by: Fulfilment, words: SideWords): string {
  switch (by.code) {
    case 'confirmed-by-both':
      return 'Both sides have confirmed the partnership.';
    case 'agreement-in-term':
      return by.termEndsOn
        ? `The agreement runs until ${longDate(by.termEndsOn)}.`
        : 'The agreement has no end date.';
    case 'liaison-in-place':
      return by.confirmedBy.length > 0
        ? `The agreement names a liaison on each side. ${capital(both(by.confirmedBy, words))} confirmed theirs at the latest check-in.`
        : 'The agreement names a liaison on each side. Confirm yours at the next check-in.';
    case 'meetings-held':
      return `${capital(times(by.count, 'meeting'))} held in the last ${by.months} months, the latest on ${longDate(by.latest)}. Hold another before ${longDate(by.fulfilledUntil)}.`;
    case 'training-taught':
      return `${capital(times(by.count, 'training'))} taught in the last ${by.months} months, the latest on ${longDate(by.latest)}. Teach another before ${longDate(by.fulfilledUntil)}.`;
    case 'actions-on-time':
      return 'Nothing on the joint list is overdue.';
    case 'check-ins-answered':
      return `Both sides have answered. The next answers are due by ${longDate(by.nextDueOn)}.`;
  }
}

/** What to do about what is missing, and by when. */
export function lackSentence(lack: Lack, words: SideWords): string {
  switch (lack.code) {
    case 'confirmed-by-both':
      return words.other === words.partner
        ? `Wait for ${words.partner} to confirm the partnership, or remind them.`
        : 'Confirm the partnership.';
    case 'agreement-in-term':
      return agreementLack(lack, words);
    case 'liaison-in-place':
      return `Name a new liaison in the agreement with ${words.other}: the check-in of ${both(lack.goneAt, words)} says theirs is not in place.`;
    case 'meetings-held': {
      const next = lack.plannedOn ? ` The next one is planned for ${longDate(lack.plannedOn)}.` : '';
      return `Meet with ${words.other}, and write down what came of it: ${lack.count} of ${times(lack.atLeast, 'meeting')} in the last ${lack.months} months.${next}`;
    }
    case 'training-taught':
      return `Teach a class together with ${words.other}, and list it: ${lack.count} of ${times(lack.atLeast, 'training')} in the last ${lack.months} months.`;
    case 'check-ins-answered':
      return `Answer “How is it going?” about the partnership with ${words.other}: missing from ${both(lack.missing, words)}, due by ${longDate(lack.dueOn)}.`;
    case 'actions-on-time': {
      const are = lack.overdue === 1 ? '1 action is' : `${lack.overdue} actions are`;
      return `Do or drop what is overdue on the list with ${words.other}: ${are} late, the oldest was due on ${longDate(lack.oldestDueOn)}.`;
    }
  }
}

function agreementLack(
  lack: Extract<Lack, { readonly code: 'agreement-in-term' }>,
  words: SideWords,
): string {
  switch (lack.why) {
    case 'none':
      return 'Write the agreement here, or upload the signed one.';
    case 'not-begun':
      return lack.lastEndedOn
        ? `No agreed term is in effect: the last one ended on ${longDate(lack.lastEndedOn)}, the next begins on ${longDate(lack.day)}. Propose an earlier first day, or wait.`
        : `Wait until the agreement begins on ${longDate(lack.day)}.`;
    case 'over':
      if (!lack.renewalWaitsFor) return `Renew the agreement: it ended on ${longDate(lack.day)}.`;
      return words[lack.renewalWaitsFor] === words.other
        ? `Wait for ${words.other} to confirm the renewal: the last term ended on ${longDate(lack.day)}.`
        : `Confirm the renewal that ${words.other} proposed, or answer it: the last term ended on ${longDate(lack.day)}.`;
  }
}

function both(sides: readonly Side[], words: SideWords): string {
  return new Intl.ListFormat('en-US').format(sides.map((side) => words[side]));
}

function times(count: number, what: string): string {
  return count === 1 ? `one ${what}` : `${count} ${what}s`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const sustainedContent = {
  title: 'Is this partnership sustained?',
  lead: 'The pledge asks for a partnership that is clearly defined and sustainable. Here is what shows it, and what is missing.',
  yes: { heading: 'Yes, as these rules ask', text: 'Every required sign is there.' },
  no: (count: number) => ({
    heading: 'Not yet',
    text: count === 1 ? 'One required sign is missing.' : `${count} required signs are missing.`,
  }),
  table: 'The signs, one by one',
  columns: {
    sign: 'Sign',
    standing: 'Where you stand',
    weight: 'Counts',
    why: 'What shows it, or what to do',
  },
  fulfilled: 'There',
  missing: 'Missing',
  required: 'Required',
  shown: 'Shown, not required',
  localDiscretion: 'Local discretion: the campaign names no number.',
  localDiscretionNone: 'Local discretion: the campaign does not ask for this.',
  sources: 'Where this comes from',
  rules: (title: string) => `By the campaign’s ${title.toLowerCase()}.`,
  views: 'How each side sees it',
  viewsNone: 'Nobody has answered “How is it going?” yet.',
  toCheckIns: 'All answers',
  links: {
    'confirmed-by-both': 'See the partnership',
    'agreement-in-term': 'See the agreement',
    'liaison-in-place': 'See the liaisons',
    'meetings-held': 'Meetings',
    'actions-on-time': 'Actions',
    'training-taught': 'Joint trainings',
    'check-ins-answered': 'Check-ins',
  } satisfies Readonly<Record<SustainabilityCode, string>>,
} as const;
