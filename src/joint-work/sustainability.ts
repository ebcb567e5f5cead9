import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { SustainabilityCriterion } from '../campaign-rules/sustainability-criterion.ts';
import type { Side } from '../partnership/partnership.ts';
import type { PartnershipFacts } from '../requirement/requirement-facts.ts';
import { halfYearBefore, halfYearOf } from './half-year.ts';
import { type JointWorkFacts, liaisonStanding, noJointWork } from './joint-work-facts.ts';

/** Which fact fulfils a criterion. */
export type Fulfilment =
  | { readonly code: 'confirmed-by-both' | 'actions-on-time' }
  | { readonly code: 'agreement-in-term'; readonly termEndsOn: CalendarDate | undefined }
  | {
      readonly code: 'liaison-in-place';
      /** The sides that said so at their latest check-in; of the others the agreement names one. */
      readonly confirmedBy: readonly Side[];
    }
  | {
      readonly code: 'meetings-held' | 'training-taught';
      readonly count: number;
      readonly months: number;
      readonly latest: CalendarDate;
      /** From this day on it is fulfilled no more, unless another one comes before. */
      readonly fulfilledUntil: CalendarDate;
    }
  | { readonly code: 'check-ins-answered'; readonly nextDueOn: CalendarDate };

/** What a criterion lacks, and by when it is due where there is a day. */
export type Lack =
  | { readonly code: 'confirmed-by-both' }
  | { readonly code: 'agreement-in-term'; readonly why: 'none' }
  | {
      readonly code: 'agreement-in-term';
      readonly why: 'not-begun';
      readonly day: CalendarDate;
      /** The last day of the term before, where there was one. */
      readonly lastEndedOn?: CalendarDate;
    }
  | {
      readonly code: 'agreement-in-term';
      readonly why: 'over';
      readonly day: CalendarDate;
      /** Whose answer to a renewal is awaited. */
      readonly renewalWaitsFor?: Side;
    }
  | { readonly code: 'liaison-in-place'; readonly goneAt: readonly Side[] }
  | {
      readonly code: 'meetings-held' | 'training-taught';
      readonly count: number;
      readonly atLeast: number;
      readonly months: number;
      /** The next one in the calendar. */
      readonly plannedOn: CalendarDate | undefined;
    }
  | { readonly code: 'check-ins-answered'; readonly missing: readonly Side[]; readonly dueOn: CalendarDate }
  | { readonly code: 'actions-on-time'; readonly overdue: number; readonly oldestDueOn: CalendarDate };

export type SustainabilityFinding = { readonly criterion: SustainabilityCriterion } & (
  | { readonly is: 'fulfilled'; readonly by: Fulfilment }
  | { readonly is: 'missing'; readonly lack: Lack }
);

/** For each criterion of the rules, in their order: the fact that fulfils it, or what is missing. */
export function sustainability(
  criteria: readonly SustainabilityCriterion[],
  facts: PartnershipFacts,
  today: CalendarDate,
): readonly SustainabilityFinding[] {
  return criteria.map((criterion) => {
    const found = judged(criterion, facts, facts.jointWork ?? noJointWork, today);
    return 'by' in found ? { criterion, is: 'fulfilled', ...found } : { criterion, is: 'missing', ...found };
  });
}

/** What keeps the partnership from being sustained, as these rules see it. */
export function requiredLacks(findings: readonly SustainabilityFinding[]): readonly Lack[] {
  return findings.flatMap((finding) =>
    finding.is === 'missing' && finding.criterion.weight === 'required' ? [finding.lack] : [],
  );
}

type Judged = { readonly by: Fulfilment } | { readonly lack: Lack };

function judged(
  criterion: SustainabilityCriterion,
  facts: PartnershipFacts,
  work: JointWorkFacts,
  today: CalendarDate,
): Judged {
  switch (criterion.code) {
    case 'confirmed-by-both': {
      const { code } = criterion;
      return facts.state === 'confirmed' ? { by: { code } } : { lack: { code } };
    }
    case 'agreement-in-term':
      return agreementInTerm(facts, today);
    case 'liaison-in-place':
      return liaisonInPlace(work);
    case 'meetings-held':
      return enough(criterion, { past: work.meetingsHeld, ahead: work.meetingsPlanned }, today);
    case 'training-taught':
      return enough(criterion, { past: work.trainings, ahead: [] }, today);
    case 'check-ins-answered':
      return checkInsAnswered(work, today);
    case 'actions-on-time':
      return actionsOnTime(work, today);
  }
}

/** The term's first and last day both belong to it. */
function agreementInTerm(
  { hasAgreement, termStartsOn, termEndsOn, lastEndedOn, renewalWaitsFor }: PartnershipFacts,
  today: CalendarDate,
): Judged {
  const code = 'agreement-in-term';
  if (!hasAgreement) return { lack: { code, why: 'none' } };
  if (termStartsOn !== undefined && termStartsOn > today)
    return { lack: { code, why: 'not-begun', day: termStartsOn, ...(lastEndedOn && { lastEndedOn }) } };
  if (termEndsOn !== undefined && termEndsOn < today)
    return { lack: { code, why: 'over', day: termEndsOn, ...(renewalWaitsFor && { renewalWaitsFor }) } };
  return { by: { code, termEndsOn } };
}

/** Every agreement names a liaison on both sides; that somebody is gone is known only from a check-in. */
function liaisonInPlace(work: JointWorkFacts): Judged {
  const code = 'liaison-in-place';
  const at = (standing: 'confirmed' | 'gone') =>
    (['agency', 'partner'] as const).filter((side) => liaisonStanding(work, side) === standing);
  const goneAt = at('gone');
  return goneAt.length > 0 ? { lack: { code, goneAt } } : { by: { code, confirmedBy: at('confirmed') } };
}

function enough(
  { code, atLeast, months }: Extract<SustainabilityCriterion, { readonly months: number }>,
  days: { readonly past: readonly CalendarDate[]; readonly ahead: readonly CalendarDate[] },
  today: CalendarDate,
): Judged {
  const counted = days.past
    .filter((day) => day <= today && addMonths(day, months) > today)
    .toSorted()
    .reverse();
  const [latest] = counted;
  const decisive = counted[atLeast - 1];
  if (latest === undefined || decisive === undefined) {
    const plannedOn = days.ahead.filter((day) => day >= today).toSorted()[0];
    return { lack: { code, count: counted.length, atLeast, months, plannedOn } };
  }
  const fulfilledUntil = addMonths(decisive, months);
  return { by: { code, count: counted.length, months, latest, fulfilledUntil } };
}

/** Each side answered for this half-year or the one before. */
function checkInsAnswered(work: JointWorkFacts, today: CalendarDate): Judged {
  const code = 'check-ins-answered';
  const half = halfYearOf(today);
  const recent = [half.startsOn, halfYearBefore(half).startsOn];
  const missing = (['agency', 'partner'] as const).filter(
    (side) => !work.checkIns.some((one) => one.side === side && recent.includes(one.startsOn)),
  );
  return missing.length > 0
    ? { lack: { code, missing, dueOn: half.endsOn } }
    : { by: { code, nextDueOn: nextDue(work, today) } };
}

/** The end of this half-year while a side has still to answer for it, else of the next. */
function nextDue(work: JointWorkFacts, today: CalendarDate): CalendarDate {
  const half = halfYearOf(today);
  const answered = work.checkIns.filter(({ startsOn }) => startsOn === half.startsOn).length;
  return answered < 2 ? half.endsOn : halfYearOf(addMonths(half.startsOn, 6)).endsOn;
}

function actionsOnTime(work: JointWorkFacts, today: CalendarDate): Judged {
  const code = 'actions-on-time';
  const overdue = work.openActionsDue.filter((day) => day < today).toSorted();
  const [oldestDueOn] = overdue;
  return oldestDueOn === undefined
    ? { by: { code } }
    : { lack: { code, overdue: overdue.length, oldestDueOn } };
}
