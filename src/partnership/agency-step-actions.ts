import type { Transaction } from '../database/acting.ts';
import { type AdmittedFile, keepFile, type StoredFileId } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { isLive, type Partnership } from './partnership.ts';
import type { StaleAnswer } from './partnership-refusal.ts';
import { lockPartnership } from './partnership-store.ts';

/** A proposed or active partnership of the acting agency, as it was shown, kept for this transaction. */
export async function lockLive(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  revision: number,
): Promise<Outcome<Partnership, StaleAnswer>> {
  const partnership = await lockPartnership(tx, { agency: act.agency }, id);
  if (!partnership) return refused({ code: 'partnership-not-found' });
  if (!isLive(partnership)) return refused({ code: 'partnership-elsewhere', state: partnership.state.is });
  if (partnership.revision !== revision) return refused({ code: 'partnership-changed' });
  return done(partnership);
}

/** Keeps the agreement that came with an act, if one did. */
export async function keptAgreement(
  tx: Transaction,
  act: AgencyAct,
  file: AdmittedFile | undefined,
): Promise<StoredFileId | undefined> {
  return file && keepFile(tx, file, { agency: act.agency, purpose: 'agreement', by: act.person });
}

/** What the trail says of such a file. */
export function agreementDetails(file: AdmittedFile | undefined) {
  return file ? { agreement: file.sha256 } : {};
}
