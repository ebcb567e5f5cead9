import type { Certificate } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import { certificateStandings, listCertificates } from '../certification/certification-actions.ts';
import type { Transaction } from '../database/acting.ts';
import type { Pledge } from './pledge.ts';
import { hasCertificate } from './pledge-store.ts';

/** The agency is certified: what the public reads about its certificate is not for the agency alone to change. */
export type CertifiedAlready = { readonly code: 'certified-already' };

/** Whether a certificate was issued under this pledge: then it has no term left to run, and the campaign alone ends it. */
export async function isCertified(tx: Transaction, pledge: Pledge): Promise<boolean> {
  return hasCertificate(tx, pledge);
}

/** A certificate with what it is worth today. */
export interface PledgeCertificate extends Certificate {
  readonly standing: CertificateStanding;
}

/** The certificate issued under the agency's newest pledge, while that pledge stands; undefined before there is one. */
export async function certificateOf(tx: Transaction, newest: Pledge): Promise<PledgeCertificate | undefined> {
  if (newest.state.is !== 'active' || !(await isCertified(tx, newest))) return undefined;
  const [latest] = await listCertificates(tx, newest.agency);
  if (!latest) return undefined;
  const standings = await certificateStandings(tx, [latest.number]);
  return { ...latest, standing: standings.get(latest.number) ?? { is: 'valid' } };
}
