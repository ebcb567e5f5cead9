import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { readCertificateNumber } from '../certification/certificate.ts';
import { standingOn } from '../certification/certificate-standing.ts';
import { certificateEvents, findCertificate } from '../certification/certification-actions.ts';
import { ownIssuer } from '../credential/did-actions.ts';
import type { SiteAddresses } from '../credential/did-web.ts';
import { isStatusEnded } from '../credential/status-list-actions.ts';
import type { Transaction } from '../database/acting.ts';
import { publicKeys } from '../signing-key/signing-key-actions.ts';
import type { IntactThing, SignedFacts, Trust } from './examination.ts';
import { examine } from './examination-actions.ts';
import type { Finding } from './finding.ts';

/** Whose signatures this site believes: its own, of all its keys, also of those that sign nothing new. */
export async function ownTrust(tx: Transaction, site: SiteAddresses): Promise<Trust> {
  const documentKeys = await publicKeys(tx, 'document');
  return {
    issuer: await ownIssuer(tx, site),
    certificates: documentKeys.map(({ certificatePem }) => certificatePem),
  };
}

/** Examines what was handed in, and says what the register knows of it now. Nothing of it is kept. */
export async function findOut(
  tx: Transaction,
  bytes: Uint8Array,
  at: SiteAddresses & { readonly now: Date },
): Promise<Finding> {
  const examination = await examine(bytes, await ownTrust(tx, at), at.now);
  return examination.is === 'intact' ? registered(tx, examination, lastDayOn(at.now)) : examination;
}

/**
 * The day it still is somewhere in the states and territories (American Samoa): no certificate ends before its last day
 * is over where its agency is. Where agencies lie, the public does not see.
 */
export function lastDayOn(now: Date): CalendarDate {
  return dayIn('Pacific/Pago_Pago', now);
}

async function registered(
  tx: Transaction,
  { form, facts }: IntactThing,
  today: CalendarDate,
): Promise<Finding> {
  if (facts.of === 'credential' && facts.credential.about.is === 'training') {
    const isEnded = await isStatusEnded(tx, facts.credential.status);
    return isEnded === undefined
      ? { is: 'not-registered', form, facts }
      : { is: 'training', form, facts, isEnded };
  }
  const number = readCertificateNumber(numberIn(facts));
  const certificate = number && (await findCertificate(tx, number));
  if (!certificate) return { is: 'not-registered', form, facts };
  const standing = standingOn(today, certificate.validUntil, await certificateEvents(tx, certificate.number));
  const isEnded = facts.of === 'credential' && (await isStatusEnded(tx, facts.credential.status)) !== false;
  return { is: 'known', form, facts, certificate, standing, isReplaced: isEnded && standing.is === 'valid' };
}

function numberIn(facts: SignedFacts): string {
  if (facts.of === 'document') return facts.number;
  const { about } = facts.credential;
  return about.is === 'agency' ? about.number : '';
}
