import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import type { Certificate } from './certificate.ts';
import { openAnnouncement, standingAfter } from './certificate-standing.ts';
import type { CertificateTasks } from './certificate-tasks.ts';
import { dueCheckIn } from './check-in.ts';
import { listCheckIns } from './check-in-store.ts';
import { certificateEvents } from './standing-actions.ts';

/** `isAskedYearly` is the setting YEARLY_CHECK_IN. Acts for the agency or the campaign. */
export async function certificateTasks(
  tx: Transaction,
  { number, certifiedOn }: Pick<Certificate, 'number' | 'certifiedOn'>,
  today: CalendarDate,
  isAskedYearly: boolean,
): Promise<CertificateTasks> {
  const events = await certificateEvents(tx, number);
  const standing = standingAfter(events);
  const announced = openAnnouncement(events);
  const isAsked = isAskedYearly && standing.is === 'valid';
  return {
    standing,
    toAnswer: announced?.answers.length === 0 ? announced : undefined,
    checkIn: isAsked ? dueCheckIn(certifiedOn, today, await listCheckIns(tx, number)) : undefined,
  };
}
