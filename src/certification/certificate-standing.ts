import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { PersonId } from '../database/acting.ts';

/** What can be done to a certificate against the agency's will. */
export type Measure = 'suspend' | 'revoke';

/** Whatever can happen to a certificate after it was issued. */
export type CertificateAct =
  | 'announced'
  | 'answered'
  | 'dropped'
  | 'suspended'
  | 'reinstated'
  | 'revoked'
  | 'lapsed'
  | 'withdrawn';

export interface CertificateEvent {
  readonly act: CertificateAct;
  /** What an announcement says will be done. */
  readonly measure: Measure | undefined;
  /** Grounds, an answer or a reason; empty only where a certificate lapsed by itself. */
  readonly words: string;
  /** The last day of the agency's right to answer an announcement. */
  readonly answerBy: CalendarDate | undefined;
  /** The day where the agency is. */
  readonly on: CalendarDate;
  /** Nobody where the program did it, or where the reader may not know. */
  readonly by: PersonId | undefined;
}

/** What a certificate is worth today, and since when and why it is worth less than when it was issued. */
export type CertificateStanding =
  | { readonly is: 'valid' }
  | { readonly is: 'suspended' | 'revoked'; readonly since: CalendarDate; readonly grounds: string }
  | { readonly is: 'lapsed' | 'withdrawn'; readonly since: CalendarDate };

/** A measure the agency was told of and may still answer, or has answered. */
export interface Announcement {
  readonly measure: Measure;
  readonly grounds: string;
  readonly on: CalendarDate;
  readonly answerBy: CalendarDate;
  readonly by: PersonId | undefined;
  readonly answers: readonly CertificateEvent[];
}

/** The standing after what has happened, the oldest first. The latest that changed it speaks. */
export function standingAfter(events: readonly CertificateEvent[]): CertificateStanding {
  const last = events.findLast(({ act }) => changesStanding(act));
  switch (last?.act) {
    case 'suspended':
    case 'revoked':
      return { is: last.act, since: last.on, grounds: last.words };
    case 'lapsed':
    case 'withdrawn':
      return { is: last.act, since: last.on };
    default:
      return { is: 'valid' };
  }
}

/**
 * The standing on a day: a certificate whose last day has passed has lapsed, also before the program wrote that down
 * and told the agency.
 */
export function standingOn(
  today: CalendarDate,
  validUntil: CalendarDate | undefined,
  events: readonly CertificateEvent[],
): CertificateStanding {
  const standing = standingAfter(events);
  const isOver = validUntil !== undefined && validUntil < today;
  return isOver && !hasEnded(standing) ? { is: 'lapsed', since: addDays(validUntil, 1) } : standing;
}

/** Whether a standing is the last there is: nothing happens to such a certificate any more. */
export function hasEnded({ is }: CertificateStanding): boolean {
  return is === 'revoked' || is === 'lapsed' || is === 'withdrawn';
}

/** The announcement that waits for an answer or for its decision. */
export function openAnnouncement(events: readonly CertificateEvent[]): Announcement | undefined {
  const at = events.findLastIndex(({ act }) => opensOrCloses(act));
  const found = events[at];
  if (found?.act !== 'announced' || !found.measure || !found.answerBy) return undefined;
  if (hasEnded(standingAfter(events))) return undefined;
  const { measure, words: grounds, on, answerBy, by } = found;
  const answers = events.slice(at + 1).filter(({ act }) => act === 'answered');
  return { measure, grounds, on, answerBy, by, answers };
}

/** Whether the agency was heard: it answered, or the day by which it could has passed. */
export function wasHeard({ answers, answerBy }: Announcement, today: CalendarDate): boolean {
  return answers.length > 0 || today > answerBy;
}

/** Why somebody may not carry out what was announced today; undefined when they may. */
export function whyNotToDecide(
  announced: Announcement,
  person: PersonId,
  today: CalendarDate,
):
  | { readonly code: 'announcer-decides-own' }
  | { readonly code: 'answer-open'; readonly until: CalendarDate }
  | undefined {
  if (announced.by === person) return { code: 'announcer-decides-own' };
  return wasHeard(announced, today) ? undefined : { code: 'answer-open', until: announced.answerBy };
}

/** What may be announced about a certificate that stands so. */
export function measuresFor(standing: CertificateStanding): readonly Measure[] {
  if (hasEnded(standing)) return [];
  return standing.is === 'valid' ? ['suspend', 'revoke'] : ['revoke'];
}

/** How many months before its last day a certificate may be followed by another. */
export const renewalMonths = 6;

/** Whether the agency may send its work in again: its certificate has ended, or ends soon. */
export function isOpenToRenewal(
  standing: CertificateStanding,
  validUntil: CalendarDate | undefined,
  today: CalendarDate,
): boolean {
  if (hasEnded(standing)) return true;
  return standing.is === 'valid' && validUntil !== undefined && validUntil <= addMonths(today, renewalMonths);
}

function changesStanding(act: CertificateAct): boolean {
  return act !== 'announced' && act !== 'answered' && act !== 'dropped';
}

function opensOrCloses(act: CertificateAct): boolean {
  return act === 'announced' || act === 'dropped' || act === 'suspended' || act === 'revoked';
}
