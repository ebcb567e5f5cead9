import { type Selectable, sql, type Updateable } from 'kysely';
import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { parseRulesVersion, type RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { Pledge as PledgeTable } from '../database/schema.ts';
import { staffCategories } from '../roster/staff-category.ts';
import type {
  Executive,
  Headcount,
  Pledge,
  PledgeId,
  PledgeState,
  PledgeTerm,
  PledgeTerms,
  Signature,
} from './pledge.ts';

export interface PledgeToKeep extends PledgeTerms {
  readonly agency: AgencyId;
  readonly rulesVersion: RulesVersion;
  readonly createdAt: Date;
}

/** Undefined when the agency has a pledge that was not withdrawn: then nothing is written. */
export async function insertPledge(tx: Transaction, pledge: PledgeToKeep): Promise<PledgeId | undefined> {
  const row = await tx
    .insertInto('pledge')
    .values({
      agency_id: pledge.agency,
      rules_version: pledge.rulesVersion,
      state: 'awaiting-signature',
      created_at: pledge.createdAt,
      ...termsColumns(pledge),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as PledgeId);
}

/** The agency's newest pledge: the one it lives by, or the last that was withdrawn. */
export async function findPledge(tx: Transaction, agency: AgencyId): Promise<Pledge | undefined> {
  const row = await newest(tx, agency).executeTakeFirst();
  return row && pledgeOf(row);
}

/** The newest pledge, kept for this transaction: two decisions about it follow each other. */
export async function lockPledge(tx: Transaction, agency: AgencyId): Promise<Pledge | undefined> {
  const row = await newest(tx, agency).forUpdate().executeTakeFirst();
  return row && pledgeOf(row);
}

function newest(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('pledge')
    .selectAll()
    .where('agency_id', '=', agency)
    .orderBy('created_at', 'desc')
    .limit(1);
}

/** Whether any pledge of the agency was ever signed, the withdrawn ones among them. */
export async function wasEverSigned(tx: Transaction, agency: AgencyId): Promise<boolean> {
  const row = await tx
    .selectFrom('pledge')
    .select('id')
    .where('agency_id', '=', agency)
    .where('signed_by', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a certificate was issued for what was done under this pledge. */
export async function hasCertificate(
  tx: Transaction,
  pledge: { readonly agency: AgencyId; readonly id: PledgeId },
): Promise<boolean> {
  const { rows } = await sql<{ readonly certified: boolean }>`
    select is_certified_pledge(${pledge.agency}, ${pledge.id}) as certified`.execute(tx);
  return rows[0]?.certified === true;
}

export function updateTerms(tx: Transaction, pledge: Pledge, terms: PledgeTerms): Promise<void> {
  return update(tx, pledge, { state: 'awaiting-signature', ...termsColumns(terms) });
}

export function updateExecutive(tx: Transaction, pledge: Pledge, executive: Executive): Promise<void> {
  return update(tx, pledge, executiveColumns(executive));
}

export function updateSigned(
  tx: Transaction,
  pledge: Pledge,
  signature: Signature & { readonly by: PersonId },
): Promise<void> {
  return update(tx, pledge, {
    state: 'awaiting-acceptance',
    signed_name: signature.name,
    signed_at: signature.at,
    signed_by: signature.by,
  });
}

export function updateReturned(
  tx: Transaction,
  pledge: Pledge,
  returned: { readonly by: 'executive' | 'campaign'; readonly reason: string; readonly at: Date },
): Promise<void> {
  return update(tx, pledge, {
    state: 'returned',
    returned_by: returned.by,
    return_reason: returned.reason,
    returned_at: returned.at,
  });
}

export function updateAccepted(
  tx: Transaction,
  pledge: Pledge,
  accepted: { readonly term: PledgeTerm; readonly by: PersonId; readonly at: Date },
): Promise<void> {
  return update(tx, pledge, {
    state: 'active',
    accepted_at: accepted.at,
    accepted_by: accepted.by,
    ...termColumns(accepted.term),
  });
}

export function updateTerm(tx: Transaction, pledge: Pledge, term: PledgeTerm): Promise<void> {
  return update(tx, pledge, termColumns(term));
}

export function updateWithdrawn(
  tx: Transaction,
  pledge: Pledge,
  withdrawn: { readonly by: 'agency' | 'campaign'; readonly reason: string; readonly at: Date },
): Promise<void> {
  return update(tx, pledge, {
    state: 'withdrawn',
    withdrawn_by: withdrawn.by,
    withdrawal_reason: withdrawn.reason,
    withdrawn_at: withdrawn.at,
  });
}

async function update(tx: Transaction, pledge: Pledge, columns: Updateable<PledgeTable>): Promise<void> {
  await tx
    .updateTable('pledge')
    .set(columns)
    .where('agency_id', '=', pledge.agency)
    .where('id', '=', pledge.id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

function termsColumns({ targetMonths, headcount, executive }: PledgeTerms) {
  return {
    target_months: targetMonths,
    sworn_headcount: headcount.sworn,
    non_sworn_headcount: JSON.stringify(headcount.nonSworn),
    ...executiveColumns(executive),
  };
}

function executiveColumns({ name, rank, email }: Executive) {
  return { executive_name: name, executive_rank: rank, executive_email: email };
}

function termColumns({ takenOn, targetOn, limitOn }: PledgeTerm) {
  return { taken_on: takenOn, target_on: targetOn, limit_on: limitOn };
}

const storedCounts = z.partialRecord(z.enum(staffCategories), z.number().int().nonnegative());

/** A row as the programme speaks of it. Other reads that join this table use it too. */
export function pledgeOf(row: Selectable<PledgeTable>): Pledge {
  const rulesVersion = parseRulesVersion(row.rules_version);
  if (!rulesVersion) throw new Error(`A pledge was taken under rules we don't have: ${row.rules_version}`);
  const nonSworn: Headcount['nonSworn'] = storedCounts.parse(row.non_sworn_headcount);
  return {
    agency: row.agency_id as AgencyId,
    id: row.id as PledgeId,
    rulesVersion,
    targetMonths: row.target_months,
    headcount: { sworn: row.sworn_headcount, nonSworn },
    executive: { name: row.executive_name, rank: row.executive_rank, email: row.executive_email },
    state: stateOf(row),
    createdAt: row.created_at,
  };
}

function stateOf(row: Selectable<PledgeTable>): PledgeState {
  switch (row.state) {
    case 'awaiting-signature':
      return { is: 'awaiting-signature' };
    case 'awaiting-acceptance':
      return { is: 'awaiting-acceptance', signature: signatureOf(row) };
    case 'active':
      return { is: 'active', signature: signatureOf(row), term: termOf(row) };
    case 'returned':
      return {
        is: 'returned',
        by: row.returned_by === 'executive' ? 'executive' : 'campaign',
        reason: given(row.return_reason),
        at: given(row.returned_at),
      };
    case 'withdrawn':
      return {
        is: 'withdrawn',
        by: row.withdrawn_by === 'campaign' ? 'campaign' : 'agency',
        reason: given(row.withdrawal_reason),
        at: given(row.withdrawn_at),
      };
    default:
      throw new Error(`A pledge is in a state we don't have: ${row.state}`);
  }
}

function signatureOf(row: Selectable<PledgeTable>): Signature {
  return { name: given(row.signed_name), at: given(row.signed_at) };
}

function termOf(row: Selectable<PledgeTable>): PledgeTerm {
  return {
    takenOn: given(row.taken_on) as CalendarDate,
    targetOn: given(row.target_on) as CalendarDate,
    limitOn: given(row.limit_on) as CalendarDate,
  };
}

/** The table's checks promise the columns of each state. */
function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A pledge lacks what its state needs.');
  return value;
}
