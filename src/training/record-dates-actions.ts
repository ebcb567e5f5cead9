import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { judgeDaysOf, recognizerOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import { withProposedDates } from './record-dates.ts';
import { judgeRecord } from './record-judging.ts';
import { personKey, recordId } from './record-key.ts';
import { findRecord, updateRecordDates } from './record-store.ts';
import type { StoredRecord } from './stored-record.ts';

export type RecordDateRefusal =
  | { readonly code: 'record-not-found' }
  /** Every date of it is as it is written, or was taken before. */
  | { readonly code: 'nothing-proposed' };

/** Takes the dates of a record that are written with a typo for the days they evidently mean. The text is kept. */
export async function takeProposedDates(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<Outcome<StoredRecord, RecordDateRefusal>> {
  await lockTraining(tx, agency);
  const found = await findRecord(tx, agency, id);
  if (!found || found.removal) return refused({ code: 'record-not-found' });
  const dated = withProposedDates(found, found.notes);
  if (!dated) return refused({ code: 'nothing-proposed' });
  const { record, notes } = dated;
  const recognize = await recognizerOf(tx, agency);
  const otherId = recordId(personKey(record.employeeNumber, record.name), record);
  const judgement = judgeRecord(record, recognize);
  await updateRecordDates(tx, agency, found.id, { record, notes, otherId, judgement });
  if (found.staffId) await judgeDaysOf(tx, agency, [found.staffId], recognize);
  await recordAudit(
    tx,
    { agency },
    {
      action: 'training-date-taken',
      subject: { kind: 'training-record', id: found.id },
      details: { staff: found.staffId ?? null, notes },
    },
  );
  return done({ ...record, notes });
}
