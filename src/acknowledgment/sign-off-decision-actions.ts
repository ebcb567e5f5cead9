import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { listAllStaff } from '../roster/roster-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { staffNumberKey } from '../roster/staff-number.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { SignOffKey } from './sign-off-decision.ts';
import { deleteSignOffDecision, upsertSignOffDecision } from './sign-off-decision-store.ts';

export { listWrittenSigners, type WrittenSigner } from './sign-off-decision-store.ts';

/** What somebody says about a person as a list writes them: one of the roster, by id or by number, or nobody of it. */
export type SignerAnswer =
  | { readonly is: 'person'; readonly staff: string }
  | { readonly is: 'number'; readonly number: string }
  | { readonly is: 'nobody' };

/**
 * Keeps what was said, for this list and those to come; the list has to be planned anew afterwards. Answers the keys whose
 * answer names nobody on the roster, or more than one: nothing is kept then.
 */
export async function settleSigners(
  tx: Transaction,
  act: Pick<AgencyAct, 'agency' | 'person' | 'now'>,
  answers: ReadonlyMap<SignOffKey, SignerAnswer>,
): Promise<readonly SignOffKey[]> {
  const staff = await listAllStaff(tx, act.agency);
  const ids = new Set<string>(staff.map(({ id }) => id));
  const found = [...answers].map(([key, answer]) => ({ key, staff: meant(answer, staff, ids) }));
  const unknown = found.filter((one) => one.staff === 'unknown').map(({ key }) => key);
  if (unknown.length > 0) return unknown;
  for (const { key, staff: said } of found) {
    if (said === 'unknown') continue;
    await upsertSignOffDecision(tx, act.agency, { key, staff: said }, { by: act.person, at: act.now });
  }
  await recordSettled(tx, act.agency, 'policy-signers-settled', found.length);
  return [];
}

/** Takes an answer back: the person is in doubt again. */
export async function reopenSigner(
  tx: Transaction,
  act: Pick<AgencyAct, 'agency'>,
  key: SignOffKey,
): Promise<void> {
  if (await deleteSignOffDecision(tx, act.agency, key))
    await recordSettled(tx, act.agency, 'policy-signer-reopened', 1);
}

type Staff = Awaited<ReturnType<typeof listAllStaff>>;

function meant(
  answer: SignerAnswer,
  staff: Staff,
  ids: ReadonlySet<string>,
): StaffId | undefined | 'unknown' {
  switch (answer.is) {
    case 'nobody':
      return undefined;
    case 'person':
      return ids.has(answer.staff) ? (answer.staff as StaffId) : 'unknown';
    case 'number': {
      const wanted = staffNumberKey(answer.number);
      const [only, ...others] = staff.filter(
        ({ employeeNumber, badge }) =>
          wanted !== '' && [employeeNumber, badge].some((number) => staffNumberKey(number) === wanted),
      );
      return only && others.length === 0 ? only.id : 'unknown';
    }
  }
}

function recordSettled(tx: Transaction, agency: AgencyId, action: string, people: number): Promise<void> {
  return recordAudit(
    tx,
    { agency },
    { action, subject: { kind: 'agency', id: agency }, details: { people } },
  );
}
