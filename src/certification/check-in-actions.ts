import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { standingOf } from '../workspace/standing-actions.ts';
import type { Certificate } from './certificate.ts';
import { type CheckIn, type CheckInFigures, dueCheckIn } from './check-in.ts';
import { insertCheckIn, listCheckIns } from './check-in-store.ts';

export { listCheckIns } from './check-in-store.ts';

/** Gives the yearly check-in that is due: the figures are counted now, the words are the agency's. */
export async function giveCheckIn(
  tx: Transaction,
  act: AgencyAct,
  given: { readonly certificate: Certificate; readonly today: CalendarDate; readonly note: string },
): Promise<Outcome<CheckIn, { readonly code: 'nothing-due' }>> {
  const { number, certifiedOn } = given.certificate;
  const due = dueCheckIn(certifiedOn, given.today, await listCheckIns(tx, number));
  if (!due) return refused({ code: 'nothing-due' });
  const figures = await figuresOn(tx, act, given.today);
  const checkIn = { year: due.year, on: given.today, by: act.person, note: given.note, figures };
  if (!(await insertCheckIn(tx, number, checkIn))) return refused({ code: 'nothing-due' });
  await recordAudit(
    tx,
    { agency: act.agency },
    {
      action: 'certificate-check-in',
      subject: { kind: 'certificate', id: number },
      details: { year: due.year, ...figures },
    },
  );
  return done(checkIn);
}

async function figuresOn(tx: Transaction, act: AgencyAct, today: CalendarDate): Promise<CheckInFigures> {
  const { facts, outstanding } = await standingOf(tx, act.agency, today);
  const { sworn, advanced, base } = facts.coverage ?? { sworn: 0, advanced: 0, base: 0 };
  return { sworn, advanced, trained: advanced + base, outstanding: outstanding.length };
}
