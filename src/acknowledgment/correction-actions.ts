import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { AcknowledgmentId } from './acknowledgment.ts';
import type { RefusedWith } from './acknowledgment-refusal.ts';
import { findAcknowledgment, updateRevoked } from './correction-store.ts';

export { findAcknowledgment, type KeptAcknowledgment } from './correction-store.ts';

/** Takes one acknowledgment back with a reason: it stays in the record, and the person is asked again. */
export async function revokeAcknowledgment(
  tx: Transaction,
  act: AgencyAct,
  id: AcknowledgmentId,
  reason: string,
): Promise<Outcome<undefined, RefusedWith<'acknowledgment-not-found' | 'acknowledgment-revoked'>>> {
  if (!(await findAcknowledgment(tx, act.agency, id))) return refused({ code: 'acknowledgment-not-found' });
  if (!(await updateRevoked(tx, act.agency, id, { by: act.person, at: act.now, reason })))
    return refused({ code: 'acknowledgment-revoked' });
  await recordAudit(
    tx,
    { agency: act.agency },
    {
      action: 'policy-acknowledgment-revoked',
      subject: { kind: 'policy-acknowledgment', id },
      details: { reason },
    },
  );
  return done(undefined);
}
