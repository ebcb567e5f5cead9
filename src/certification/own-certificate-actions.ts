import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import type { Certificate } from './certificate.ts';
import { hasEnded, openAnnouncement, standingOn } from './certificate-standing.ts';
import type { CertificateTasks } from './certificate-tasks.ts';
import { dueCheckIn } from './check-in.ts';
import { listCheckIns } from './check-in-store.ts';
import { certificateEvents } from './standing-actions.ts';

/** `isAskedYearly` is the setting YEARLY_CHECK_IN. Acts for the agency or the campaign. */
export async function certificateTasks(
  tx: Transaction,
  { number, certifiedOn, validUntil }: Pick<Certificate, 'number' | 'certifiedOn' | 'validUntil'>,
  today: CalendarDate,
  isAskedYearly: boolean,
): Promise<CertificateTasks> {
  const events = await certificateEvents(tx, number);
  const standing = standingOn(today, validUntil, events);
  const isAsked = isAskedYearly && standing.is === 'valid';
  return {
    standing,
    announced: hasEnded(standing) ? undefined : openAnnouncement(events),
    checkIn: isAsked ? dueCheckIn(certifiedOn, today, await listCheckIns(tx, number)) : undefined,
  };
}
