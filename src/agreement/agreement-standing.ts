import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { Partnership, PartnershipStateName } from '../partnership/partnership.ts';

/** Where an agreement stands on a day: what both sides did, and what the dates make of it. */
export type AgreementStanding = PartnershipStateName | 'due-for-review' | 'lapsed';

type Dated = {
  readonly state: { readonly is: PartnershipStateName };
  readonly arrangement: Pick<Partnership['arrangement'], 'termEndsOn' | 'reviewOn'>;
};

/** `lapsed` from the day after the term's last; `due-for-review` from the review day on. */
export function agreementStanding({ state, arrangement }: Dated, today: CalendarDate): AgreementStanding {
  if (state.is !== 'active') return state.is;
  const { termEndsOn, reviewOn } = arrangement;
  if (termEndsOn && termEndsOn < today) return 'lapsed';
  return reviewOn && reviewOn <= today ? 'due-for-review' : 'active';
}

/** What a day brings that both sides are told once: a change of standing, or a date that comes near. */
export const agreementNotices = [
  'review-60',
  'review-30',
  'review-7',
  'due-for-review',
  'term-60',
  'term-30',
  'term-7',
  'lapsed',
] as const;

export type AgreementNotice = (typeof agreementNotices)[number];

export interface NoticeDue {
  readonly notice: AgreementNotice;
  /** The review day or the term's last day. A new date has notices of its own. */
  readonly aboutDay: CalendarDate;
}

/**
 * What is to be told today about an active agreement: 60, 30 and 7 days ahead, and when the day is there. Each stands
 * for a span of days, so that a day on which the program rested loses nothing. The days ahead are local discretion.
 */
export function noticesDue({ state, arrangement }: Dated, today: CalendarDate): readonly NoticeDue[] {
  if (state.is !== 'active') return [];
  const { termEndsOn, reviewOn } = arrangement;
  const term = termEndsOn && nearing('term', daysBetween(today, termEndsOn));
  const review = reviewOn && nearing('review', daysBetween(today, reviewOn));
  return [
    ...(termEndsOn && term ? [{ notice: term, aboutDay: termEndsOn }] : []),
    // Once the term is over, that is the matter.
    ...(reviewOn && review && term !== 'lapsed' ? [{ notice: review, aboutDay: reviewOn }] : []),
  ];
}

/** A term's last day still counts; a review is due on its day. */
function nearing(what: 'term' | 'review', daysLeft: number): AgreementNotice | undefined {
  if (what === 'term' && daysLeft < 0) return 'lapsed';
  if (what === 'review' && daysLeft <= 0) return 'due-for-review';
  if (daysLeft <= 7) return `${what}-7`;
  if (daysLeft <= 30) return `${what}-30`;
  return daysLeft <= 60 ? `${what}-60` : undefined;
}
