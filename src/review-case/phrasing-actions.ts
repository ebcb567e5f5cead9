import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReviewAct } from '../review/review-actions.ts';
import type { Phrasing, PhrasingId, PhrasingRefusal, PhrasingWords } from './phrasing.ts';
import { insertPhrasing, updatePhrasing } from './phrasing-store.ts';

export { findPhrasing, listPhrasings, listPhrasingsFor } from './phrasing-store.ts';

type By = Pick<ReviewAct, 'person' | 'now'>;

export async function addPhrasing(tx: Transaction, act: By, words: PhrasingWords): Promise<PhrasingId> {
  const id = await insertPhrasing(tx, words, { by: act.person, at: act.now });
  await record(tx, 'phrasing-added', id);
  return id;
}

/** Changes it for uses to come; comments that were written with it stay as they are. */
export async function changePhrasing(
  tx: Transaction,
  act: By,
  phrasing: Pick<Phrasing, 'id' | 'revision'>,
  words: PhrasingWords,
): Promise<Outcome<undefined, PhrasingRefusal>> {
  const isChanged = await updatePhrasing(tx, phrasing, words, { by: act.person, at: act.now });
  if (!isChanged) return refused({ code: 'phrasing-moved-on' });
  await record(tx, 'phrasing-changed', phrasing.id);
  return done(undefined);
}

/** Takes it out of use; it is kept. */
export async function retirePhrasing(
  tx: Transaction,
  act: By,
  phrasing: Pick<Phrasing, 'id' | 'revision'>,
): Promise<Outcome<undefined, PhrasingRefusal>> {
  const isRetired = await updatePhrasing(tx, phrasing, 'retire', { by: act.person, at: act.now });
  if (!isRetired) return refused({ code: 'phrasing-moved-on' });
  await record(tx, 'phrasing-retired', phrasing.id);
  return done(undefined);
}

function record(tx: Transaction, action: string, id: PhrasingId): Promise<void> {
  return recordAudit(tx, 'campaign', { action, subject: { kind: 'review-phrasing', id } });
}
