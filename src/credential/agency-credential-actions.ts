import { recordAudit } from '../audit/audit.ts';
import type { Certificate, CertificateNumber } from '../certification/certificate.ts';
import { certificateStandings, findCertificate } from '../certification/certification-actions.ts';
import { actingAs, switchActing, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { findDirectoryEntryOf } from '../directory/directory-actions.ts';
import { currentSigningKey } from '../signing-key/signing-key-actions.ts';
import { agencyCredential, type CertifiedAgency } from './agency-credential.ts';
import {
  findNewestCredential,
  findRulesOf,
  type IssuedCredential,
  insertAgencyCredential,
  lockCredentialsOf,
} from './agency-credential-store.ts';
import { type SignedCredential, signCredential } from './signed-credential.ts';
import { issuerOf, type SigningDeps, takeStatusPlace } from './status-list-actions.ts';

/**
 * The credential of a certificate, issued when somebody first asks for it; from then on the same bytes. A certificate
 * that is not valid gets no new one, but the one it had is still given out: its status says that it was ended.
 * Undefined where there is nothing to give.
 */
export async function credentialOf(
  app: Database,
  number: CertificateNumber,
  deps: SigningDeps,
): Promise<SignedCredential | undefined> {
  const found = await actingAs(app, { as: 'public' }, (tx) => findNewestCredential(tx, number));
  if (found && !found.isEnded) return found;
  return actingAs(app, { as: 'system' }, (tx) => issueCredential(tx, number, deps));
}

/** The same within a transaction, as the certificate is issued: the key is opened for the program, whoever acts. */
export function issueCredential(
  tx: Transaction,
  number: CertificateNumber,
  deps: SigningDeps,
): Promise<SignedCredential | undefined> {
  return switchActing(tx, { as: 'system' }, async () => {
    // Who asked a moment earlier issues it; the others wait here and find it.
    await lockCredentialsOf(tx, number);
    const newest = await findNewestCredential(tx, number);
    if (newest && !newest.isEnded) return newest;
    const certificate = await findCertificate(tx, number);
    const standing = (await certificateStandings(tx, [number])).get(number);
    const rules = await findRulesOf(tx, number);
    const entry = certificate && (await findDirectoryEntryOf(tx, certificate.agency));
    if (!certificate || standing?.is !== 'valid' || !rules || !entry) return newest;
    const facts: CertifiedAgency = { ...certificate, name: certificate.agencyName, slug: entry.slug, rules };
    return issueEdition(tx, certificate, facts, newest, deps);
  });
}

async function issueEdition(
  tx: Transaction,
  certificate: Certificate,
  facts: CertifiedAgency,
  newest: IssuedCredential | undefined,
  deps: SigningDeps,
): Promise<SignedCredential> {
  const key = await currentSigningKey(tx, 'credential', deps);
  const status = await takeStatusPlace(tx);
  const at = deps.now();
  const edition = (newest?.edition ?? 0) + 1;
  // The first counts from the day of the certificate. One that follows has to have a later beginning (Open Badges 3.0).
  const issuedAt = edition === 1 ? new Date(`${certificate.certifiedOn}T00:00:00Z`) : at;
  const document = agencyCredential(issuerOf(deps), facts, { issuedAt, status });
  const signed = await signCredential(document, deps.config.siteUrl, key, at);
  const of = { agency: certificate.agency, number: certificate.number, edition };
  await insertAgencyCredential(tx, of, { status, key: key.id, at }, signed);
  await recordAudit(
    tx,
    { agency: certificate.agency },
    {
      action: 'credential-issued',
      subject: { kind: 'certificate', id: certificate.number },
      details: { edition, key: key.id },
    },
  );
  return signed;
}
