import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { Certificate } from '../certification/certificate.ts';
import { certificateTasks } from '../certification/own-certificate-actions.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { countAwaiting } from '../joint-agreement/joint-reading-actions.ts';
import {
  checkInsAskedOfAgency,
  listAgreementsToAnswer,
  listOverdueOfAgency,
} from '../joint-work/agency-waiting-actions.ts';
import { listDueAgreements } from '../partnership/due-agreement-actions.ts';
import { listTermGaps } from '../partnership/term-gap-actions.ts';
import { draftAwaitingAdoption } from '../policy/waiting-adoption-actions.ts';
import { findWaitingMessage } from '../review-case/message-actions.ts';
import { countWantedProofs } from '../snapshot/wanted-proof-actions.ts';
import type { WaitingForAgency } from './waiting-for-agency.ts';

/** What waits for the agency's word or hand beside its requirements: one query each. Acts for the agency. */
export async function waitingForAgency(
  tx: Transaction,
  agency: { readonly id: AgencyId; readonly timeZone: string },
  today: CalendarDate,
  { latest, isAskedYearly }: { readonly latest: Certificate | undefined; readonly isAskedYearly: boolean },
): Promise<WaitingForAgency> {
  return {
    agreements: await listAgreementsToAnswer(tx, agency.id),
    groups: await countAwaiting(tx, { agency: agency.id }),
    overdue: await listOverdueOfAgency(tx, agency.id, today),
    checkIns: await checkInsAskedOfAgency(tx, agency, today),
    reviews: await reviewsDue(tx, agency.id, today),
    gaps: await listTermGaps(tx, agency.id, today),
    message: await messageOf(tx, agency),
    proofs: await countWantedProofs(tx, agency.id),
    certificate: latest && (await certificateTasks(tx, latest, today, isAskedYearly)),
    adoption: await adoptionOf(tx, agency),
  };
}

async function reviewsDue(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<WaitingForAgency['reviews']> {
  const due = await listDueAgreements(tx, agency, today);
  return due.filter(({ is }) => is === 'due-for-review');
}

async function messageOf(
  tx: Transaction,
  { id, timeZone }: { readonly id: AgencyId; readonly timeZone: string },
): Promise<WaitingForAgency['message']> {
  const message = await findWaitingMessage(tx, id);
  return message && { caseId: message.caseId, on: dayIn(timeZone, message.writtenAt) };
}

async function adoptionOf(
  tx: Transaction,
  { id, timeZone }: { readonly id: AgencyId; readonly timeZone: string },
): Promise<WaitingForAgency['adoption']> {
  const draft = await draftAwaitingAdoption(tx, id);
  return draft && { title: draft.title, askedOn: draft.askedAt && dayIn(timeZone, draft.askedAt) };
}
