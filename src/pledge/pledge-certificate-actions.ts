import type { Certificate } from '../certification/certificate.ts';
import { listCertificates } from '../certification/certification-actions.ts';
import type { Transaction } from '../database/acting.ts';
import type { Pledge } from './pledge.ts';
import { hasCertificate } from './pledge-store.ts';

/** The agency is certified: what the public reads about its certificate is not for the agency alone to change. */
export type CertifiedAlready = { readonly code: 'certified-already' };

/** Whether a certificate was issued under this pledge: then it has no term left to run, and the campaign alone ends it. */
export async function isCertified(tx: Transaction, pledge: Pledge): Promise<boolean> {
  return hasCertificate(tx, pledge);
}

/** The certificate issued under the agency's newest pledge, while that pledge stands; undefined before there is one. */
export async function certificateOf(tx: Transaction, newest: Pledge): Promise<Certificate | undefined> {
  if (newest.state.is !== 'active' || !(await isCertified(tx, newest))) return undefined;
  const [latest] = await listCertificates(tx, newest.agency);
  return latest;
}
