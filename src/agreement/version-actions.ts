import type { Transaction } from '../database/acting.ts';
import { closeVersion, insertVersion, selectVersions } from './agreement-store.ts';
import { type AgreementVersion, waitingVersion } from './agreement-version.ts';

export type { AgreementOf, VersionClosing, VersionToKeep } from './agreement-store.ts';

/**
 * Steps of an agreement's versions for acts that have locked the partnership: these neither lock, nor mail, nor record.
 */
export const proposeVersion: typeof insertVersion = insertVersion;

/** Every version of an agreement, the newest first, as the acting party may see them. */
export const listVersions: typeof selectVersions = selectVersions;

/** Closes the version that waits. Throws when none does. */
export async function closeWaiting(
  tx: Transaction,
  of: Parameters<typeof closeVersion>[1],
  closing: Parameters<typeof closeVersion>[3],
): Promise<AgreementVersion> {
  const waiting = waitingVersion(await selectVersions(tx, of));
  if (!waiting) throw new Error('No version of this agreement waits for an answer.');
  await closeVersion(tx, of, waiting.number, closing);
  return waiting;
}
