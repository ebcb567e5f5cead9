import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import {
  type Acting,
  type AgencyId,
  type PersonId,
  switchActing,
  type Transaction,
} from '../database/acting.ts';
import { type AdmittedFile, keepFile } from '../files/file-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { attestRecord } from '../training/record-entry-actions.ts';
import { certificateConfirmedMail, certificateReturnedMail } from './own-record-mail-content.ts';
import { findStaffOf } from './staff-account-store.ts';
import {
  type CertificateFacts,
  type CertificateRefusal,
  mostWaiting,
  recordProvenBy,
  type SubmittedCertificate,
  type SubmittedCertificateId,
} from './submitted-certificate.ts';
import {
  countWaiting,
  findCertificate,
  findSender,
  insertCertificate,
  lockWaiting,
  updateSettled,
} from './submitted-certificate-store.ts';

export { findCertificate, listCertificates } from './submitted-certificate-store.ts';

/** How many certificates wait for the agency. */
export function countWaitingCertificates(tx: Transaction, agency: AgencyId): Promise<number> {
  return countWaiting(tx, agency);
}

/** A person in their own matters, and the agency they belong to, which keeps the trace. */
export interface OwnAct {
  readonly agency: AgencyId;
  readonly person: PersonId;
}

/** Sends in a certificate about oneself. `tx` acts for the person: the database takes it for nobody else. */
export async function submitCertificate(
  tx: Transaction,
  { agency, person }: OwnAct,
  facts: CertificateFacts,
  file: AdmittedFile,
): Promise<Outcome<SubmittedCertificateId, CertificateRefusal>> {
  const staff = await findStaffOf(tx, agency, person);
  if (!staff) return refused({ code: 'account-not-linked' });
  if ((await countWaiting(tx, agency, staff)) >= mostWaiting) return refused({ code: 'too-many-waiting' });
  const kept = await keepFile(tx, file, { agency, purpose: 'certificate', by: person });
  const id = await insertCertificate(tx, agency, { staff, facts, file: kept, by: person });
  await recordOwn(tx, { agency, person }, 'certificate-submitted', id, { staff, sha256: file.sha256 });
  return done(id);
}

/** Takes back what oneself sent in, as long as nobody has decided. */
export async function takeBackCertificate(
  tx: Transaction,
  act: OwnAct,
  id: string,
): Promise<Outcome<undefined, CertificateRefusal>> {
  const found = await lockWaiting(tx, act.agency, id);
  if (!found) return refuseSettled(tx, act.agency, id);
  await updateSettled(tx, act.agency, found.id, { state: 'taken-back' });
  await recordOwn(tx, act, 'certificate-taken-back', found.id, { staff: found.staff.id });
  return done(undefined);
}

/**
 * Writes the training record that the certificate proves, with what the officer read on it, and tells the person.
 * A record that was there already is proven by it too. A class completed after the agency's today waits for a look.
 */
export async function confirmCertificate(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  facts: CertificateFacts,
): Promise<Outcome<SubmittedCertificate, CertificateRefusal>> {
  const { agency, person: by } = act;
  const found = await lockWaiting(tx, agency, id);
  if (!found) return refuseSettled(tx, agency, id);
  const origin = { from: 'certificate', id: found.id } as const;
  const today = dayIn((await agencyById(tx, agency)).timeZone, act.now);
  const attested = await attestRecord(tx, agency, found.staff.id, recordProvenBy(facts), by, origin, today);
  // A certificate is of a person of the roster, and nobody is ever deleted from it.
  if (!attested.ok) throw new Error(`The certificate ${found.id} is nobody's.`);
  const { record } = attested.value;
  await updateSettled(tx, agency, found.id, { state: 'confirmed', by, record });
  await recordDecision(tx, agency, 'certificate-confirmed', found, { record });
  await mailSender(tx, act, found, (about) => certificateConfirmedMail({ ...about, course: facts.title }));
  return done(found);
}

export async function returnCertificate(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  reason: string,
): Promise<Outcome<SubmittedCertificate, CertificateRefusal>> {
  const { agency, person: by } = act;
  const found = await lockWaiting(tx, agency, id);
  if (!found) return refuseSettled(tx, agency, id);
  await updateSettled(tx, agency, found.id, { state: 'returned', by, reason });
  await recordDecision(tx, agency, 'certificate-returned', found, {});
  await mailSender(tx, act, found, (about) =>
    certificateReturnedMail({ ...about, course: found.facts.title, reason }),
  );
  return done(found);
}

async function refuseSettled(tx: Transaction, agency: AgencyId, id: string) {
  const found = await findCertificate(tx, agency, id);
  return found
    ? refused({ code: 'certificate-closed', state: found.state.is })
    : refused({ code: 'certificate-not-found' });
}

type Letter = Parameters<typeof certificateConfirmedMail>[0];

async function mailSender(
  tx: Transaction,
  act: AgencyAct,
  { id }: SubmittedCertificate,
  write: (about: Omit<Letter, 'course'>) => ReturnType<typeof certificateConfirmedMail>,
): Promise<void> {
  const to = await findSender(tx, act.agency, id);
  // Somebody whose account is gone can't be told; the decision stands on the page.
  if (!to) return;
  const { name, slug } = await agencyById(tx, act.agency);
  const url = `${act.siteUrl}/workspace/${slug}/my-training`;
  await postMail(tx, write({ to, agency: name, campaign: act.campaign, url }));
}

function recordDecision(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  { id, staff }: SubmittedCertificate,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  const subject = { kind: 'submitted-certificate', id };
  return recordAudit(tx, { agency }, { action, subject, details: { staff: staff.id, ...details } });
}

/** The agency's trail is written by members for their agency: for that one line the act is theirs as its member. */
function recordOwn(
  tx: Transaction,
  { agency, person }: OwnAct,
  action: string,
  id: SubmittedCertificateId,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  const asMember: Acting = { as: 'agency', agency, person };
  return switchActing(tx, asMember, () =>
    recordAudit(tx, { agency }, { action, subject: { kind: 'submitted-certificate', id }, details }),
  );
}
