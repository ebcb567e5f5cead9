import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findStaff, listAllStaff } from '../roster/roster-actions.ts';
import { decidedMatch, foundMatch } from './found-match.ts';
import { judgeDaysOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import {
  deleteMatchDecision,
  findWrittenPerson,
  listUnplacedPeople,
  type PersonMatch,
  updateMatches,
  updateRecordsReleased,
  upsertMatchDecision,
  type WrittenPerson,
} from './match-store.ts';
import { matchRecord } from './record-matching.ts';
import type { SetAsideReason } from './set-aside.ts';
import { staffIndex } from './staff-index.ts';

export type MatchRefusal =
  | { readonly code: 'written-person-not-found' }
  | { readonly code: 'staff-not-found' }
  | { readonly code: 'nothing-to-undo' };

/**
 * Looks again for everybody whose records nobody could place: after people were added to the roster. Answers how
 * many records found their person.
 */
export async function matchAgain(tx: Transaction, agency: AgencyId): Promise<number> {
  await lockTraining(tx, agency);
  const people = await listUnplacedPeople(tx, agency);
  if (people.length === 0) return 0;
  return matchWritten(tx, agency, people);
}

/** Looks for these people as written, and gives their open records to whom it finds. Answers how many records that are. */
export async function matchWritten(
  tx: Transaction,
  agency: AgencyId,
  people: readonly WrittenPerson[],
): Promise<number> {
  const index = staffIndex(await listAllStaff(tx, agency));
  const matches = people.map(
    (person): PersonMatch => ({
      personKey: person.personKey,
      ...foundMatch(matchRecord(index, person)),
    }),
  );
  const { placed, staff } = await updateMatches(tx, agency, matches);
  await judgeDaysOf(tx, agency, staff);
  return placed;
}

/** Takes the records off people whom a roster import brought in and whom undoing it takes out again. */
export async function releaseRecordsOf(
  tx: Transaction,
  agency: AgencyId,
  rosterImport: ImportId,
): Promise<void> {
  await lockTraining(tx, agency);
  await updateRecordsReleased(tx, agency, rosterImport);
}

/** Says whom a person as written is: for all their records, here and still to come. */
export async function matchByHand(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  staff: string,
  by: PersonId,
): Promise<Outcome<number, MatchRefusal>> {
  await lockTraining(tx, agency);
  if (!(await findWrittenPerson(tx, agency, personKey))) return refused({ code: 'written-person-not-found' });
  const member = await findStaff(tx, agency, staff);
  if (!member) return refused({ code: 'staff-not-found' });
  const decision = { personKey, staffId: member.id, reason: '' };
  await upsertMatchDecision(tx, agency, decision, by);
  const records = await give(tx, agency, [{ personKey, ...decidedMatch(decision) }]);
  await recordMatch(tx, agency, 'training-matched', member.id, { records });
  return done(records);
}

/** Leaves out a person as written: somebody who isn't this agency's, for example. */
export async function setAside(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  reason: SetAsideReason,
  by: PersonId,
): Promise<Outcome<number, MatchRefusal>> {
  await lockTraining(tx, agency);
  if (!(await findWrittenPerson(tx, agency, personKey))) return refused({ code: 'written-person-not-found' });
  const decision = { personKey, staffId: undefined, reason };
  await upsertMatchDecision(tx, agency, decision, by);
  const records = await give(tx, agency, [{ personKey, ...decidedMatch(decision) }]);
  await recordMatch(tx, agency, 'training-set-aside', agency, { records, reason });
  return done(records);
}

/** Takes back what somebody said about a person as written; matching looks again. */
export async function undoMatch(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
): Promise<Outcome<number, MatchRefusal>> {
  await lockTraining(tx, agency);
  const person = await findWrittenPerson(tx, agency, personKey);
  if (!person) return refused({ code: 'written-person-not-found' });
  if (!(await deleteMatchDecision(tx, agency, personKey))) return refused({ code: 'nothing-to-undo' });
  const index = staffIndex(await listAllStaff(tx, agency));
  const records = await give(tx, agency, [{ personKey, ...foundMatch(matchRecord(index, person)) }]);
  await recordMatch(tx, agency, 'training-match-undone', agency, { records });
  return done(records);
}

async function give(tx: Transaction, agency: AgencyId, matches: readonly PersonMatch[]): Promise<number> {
  const { records, staff } = await updateMatches(tx, agency, matches);
  await judgeDaysOf(tx, agency, staff);
  return records;
}

function recordMatch(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  subject: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(
    tx,
    { agency },
    { action, subject: { kind: action === 'training-matched' ? 'staff' : 'agency', id: subject }, details },
  );
}
