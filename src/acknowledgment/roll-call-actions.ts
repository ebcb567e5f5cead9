import { randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PolicyId } from '../policy/policy.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { RollCallId } from './acknowledgment.ts';
import { askedVersion } from './acknowledgment-actions.ts';
import type { RefusedWith } from './acknowledgment-refusal.ts';
import { countRollCall, insertRollCall, updateRollCallRevoked } from './roll-call-store.ts';

/** A slip is taken back at once; later, each acknowledgment is corrected with its reason. */
const undoMinutes = 60;

export interface RollCallGiven {
  /** The version that was read out: another may have come into effect meanwhile. */
  readonly policy: PolicyId;
  readonly staff: readonly StaffId[];
}

/** Records who acknowledged the policy before the supervisor whose act this is. */
export async function holdRollCall(
  tx: Transaction,
  act: AgencyAct,
  given: RollCallGiven,
  today: CalendarDate,
): Promise<
  Outcome<
    { readonly id: RollCallId; readonly written: number },
    RefusedWith<'nothing-in-effect' | 'version-changed' | 'nobody-ticked'>
  >
> {
  const asked = await askedVersion(tx, act.agency, today);
  if (!asked) return refused({ code: 'nothing-in-effect' });
  if (asked.policy.id !== given.policy) return refused({ code: 'version-changed' });
  if (given.staff.length === 0) return refused({ code: 'nobody-ticked' });
  const id = randomUUID() as RollCallId;
  const supervisor = { id: act.person, name: act.personName };
  const written = await insertRollCall(tx, act.agency, asked.about, given.staff, {
    id,
    supervisor,
    at: act.now,
  });
  if (written > 0)
    await recordAudit(
      tx,
      { agency: act.agency },
      {
        action: 'policy-roll-call-held',
        subject: { kind: 'policy', id: given.policy },
        details: { rollCall: id, people: written },
      },
    );
  return done({ id, written });
}

/** How many acknowledgments of a roll call stand. */
export function rollCallSize(tx: Transaction, agency: AgencyId, id: RollCallId): Promise<number> {
  return countRollCall(tx, agency, id);
}

/** Takes a roll call back as a whole: by who held it, within the hour. */
export async function undoRollCall(
  tx: Transaction,
  act: AgencyAct,
  id: RollCallId,
): Promise<Outcome<{ readonly taken: number }, RefusedWith<'roll-call-gone'>>> {
  const since = new Date(act.now.getTime() - undoMinutes * 60_000);
  const reason = 'Taken back right after the roll call.';
  const taken = await updateRollCallRevoked(tx, act.agency, id, {
    by: act.person,
    at: act.now,
    since,
    reason,
  });
  if (taken === 0) return refused({ code: 'roll-call-gone' });
  await recordAudit(
    tx,
    { agency: act.agency },
    {
      action: 'policy-roll-call-undone',
      subject: { kind: 'roll-call', id },
      details: { people: taken },
    },
  );
  return done({ taken });
}
