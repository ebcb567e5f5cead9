import { recordAudit } from '../audit/audit.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { findImport } from '../file-import/import-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { firstDayOf } from '../policy/policy-life.ts';
import { lockRoster } from '../roster/roster-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { type AskedVersion, askedVersion } from './acknowledgment-actions.ts';
import type { SettledDay, SigningDays, SignOffDayDoubt } from './sign-off-day.ts';
import type { SignOffKey } from './sign-off-decision.ts';
import { type SignerAnswer, settleSigners } from './sign-off-decision-actions.ts';
import { listSignOffDecisions } from './sign-off-decision-store.ts';
import type { SignOffImport } from './sign-off-import.ts';
import { signOffImport } from './sign-off-import-actions.ts';
import { insertSettled, updateSigners, updateSigningDays } from './sign-off-late-store.ts';

export { type ImportedList, listImportedLists } from './sign-off-late-store.ts';

/** What settles lines of a list that was imported already. */
export type LateSettling =
  | { readonly is: 'signers'; readonly answers: ReadonlyMap<SignOffKey, SignerAnswer> }
  | { readonly is: 'days'; readonly doubt: SignOffDayDoubt; readonly settled: SettledDay };

type NotSettled =
  /** The list is not imported (any more), or another version is in effect than the one it is taken for. */
  | { readonly code: 'list-closed' }
  /** These answers name nobody on the roster, or several. Nothing was kept. */
  | { readonly code: 'signers-unknown'; readonly keys: readonly SignOffKey[] };

/**
 * Settles lines that were in doubt when their list was imported: who is sure now joins the acknowledgments as coming
 * with that list, and goes with it when the import is undone. Answers how many people were added.
 */
export async function settleImportedList(
  tx: Transaction,
  act: Pick<AgencyAct, 'agency' | 'person' | 'now'> & { readonly timeZone: string },
  id: string,
  settling: LateSettling,
): Promise<Outcome<{ readonly added: number }, NotSettled>> {
  // Whoever undoes the import meanwhile waits, or has done so before this looks.
  await lockRoster(tx, act.agency);
  const found = await findImport(tx, act.agency, signOffImport, id);
  const today = dayIn(act.timeZone, act.now);
  const asked = found && (await openVersion(tx, act.agency, found, today));
  if (!found || !asked) return refused({ code: 'list-closed' });
  const list = { agency: act.agency, id: found.id };
  if (settling.is === 'days') await updateSigningDays(tx, list, settling.doubt, settling.settled);
  else {
    const unknown = await settleSigners(tx, act, settling.answers);
    if (unknown.length > 0) return refused({ code: 'signers-unknown', keys: unknown });
    const said = await listSignOffDecisions(tx, act.agency);
    const now = new Map([...said].filter(([key]) => settling.answers.has(key)));
    await updateSigners(tx, list, now, boundsOf(asked, today));
  }
  const added = await insertSettled(tx, list, asked.about);
  await recordAudit(
    tx,
    { agency: act.agency },
    {
      action: 'acknowledgment-doubts-settled',
      subject: { kind: 'acknowledgment-import', id: found.id },
      details: { added },
    },
  );
  return done({ added });
}

/** Whether lines in doubt of a list can be settled after its import: while it stands and its version is in effect. */
export async function isOpenLate(
  tx: Transaction,
  agency: AgencyId,
  found: SignOffImport,
  today: CalendarDate,
): Promise<boolean> {
  return (await openVersion(tx, agency, found, today)) !== undefined;
}

async function openVersion(
  tx: Transaction,
  agency: AgencyId,
  { state, report }: SignOffImport,
  today: CalendarDate,
): Promise<AskedVersion | undefined> {
  if (state !== 'committed') return undefined;
  const asked = await askedVersion(tx, agency, today);
  return asked?.policy.id === report?.policy ? asked : undefined;
}

function boundsOf({ policy }: AskedVersion, today: CalendarDate): SigningDays {
  return { today, firstDay: firstDayOf(policy) };
}
