import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';
import type { CertificateNumber } from './certificate.ts';
import type { Measure } from './certificate-standing.ts';

/** An announced measure about which the agency was heard, and nobody has decided. */
export interface HeardMeasure {
  readonly agency: AgencyId;
  readonly agencyName: string;
  readonly number: CertificateNumber;
  /** Which event of the certificate announced it. */
  readonly place: number;
  readonly measure: Measure;
  readonly announcedBy: PersonId | undefined;
  /** The day of the agency's answer, or the day after its last to answer. */
  readonly heardOn: CalendarDate;
  readonly hasAnswer: boolean;
  /** Today where the agency is. */
  readonly today: CalendarDate;
}

export type HearingNotice = 'hearing-over' | 'decision-overdue';

/** The day by which the campaign means to have decided; the same target as for a review. */
export function decisionTarget({ heardOn }: Pick<HeardMeasure, 'heardOn'>, targetDays: number): CalendarDate {
  return addDays(heardOn, targetDays);
}

/** What is to be told today. Of an answer the campaign heard when it came. */
export function hearingNotice(
  heard: Pick<HeardMeasure, 'heardOn' | 'hasAnswer' | 'today'>,
  targetDays: number,
): HearingNotice | undefined {
  if (heard.today > decisionTarget(heard, targetDays)) return 'decision-overdue';
  return heard.hasAnswer ? undefined : 'hearing-over';
}
