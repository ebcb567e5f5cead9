import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findStaff, listAllStaff } from '../roster/roster-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { decidedMatch, foundMatch } from './found-match.ts';
import { judgeDaysOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import {
  deleteMatchDecision,
  findWrittenPerson,
  listPeopleSettledByName,
  listUnplacedPeople,
  type PersonMatch,
  type SettledPerson,
  updateMatches,
  updateOvertaken,
  updateRecordsReleased,
  upsertMatchDecision,
  type WrittenPerson,
} from './match-store.ts';
import { overtakenBy, settledByName } from './namesake.ts';
import { matchRecord } from './record-matching.ts';
import type { SetAsideReason } from './set-aside.ts';
import { type StaffIndex, staffIndex } from './staff-index.ts';

export type MatchRefusal =
  | { readonly code: 'written-person-not-found' }
  | { readonly code: 'staff-not-found' }
  | { readonly code: 'nothing-to-undo' };

/**
 * Looks again for everybody whose records nobody could place, and doubts what rested on a name that somebody else has
 * now too: after people were added to the roster or renamed. Answers how many records found their person.
 */
export async function matchAgain(tx: Transaction, agency: AgencyId): Promise<number> {
  await lockTraining(tx, agency);
  const people = await listUnplacedPeople(tx, agency);
  const byName = await listPeopleSettledByName(tx, agency, settledByName);
  if (people.length + byName.length === 0) return 0;
  const index = staffIndex(await listAllStaff(tx, agency));
  const placed = await placeWritten(tx, agency, people, index);
  await doubtNamesakes(tx, agency, byName, index);
  return placed;
}

async function doubtNamesakes(
  tx: Transaction,
  agency: AgencyId,
  people: readonly SettledPerson[],
  index: StaffIndex<StaffId>,
): Promise<void> {
  const overtaken = people.flatMap((person) => {
    const match = overtakenBy(person.staffId, matchRecord(index, person));
    return match ? [{ ...match, personKey: person.personKey, earlier: person.staffId }] : [];
  });
  const staff = await updateOvertaken(tx, agency, overtaken, settledByName);
  await judgeDaysOf(tx, agency, staff);
}

/** Looks for these people as written, and gives their open records to whom it finds. Answers how many records that are. */
export async function matchWritten(
  tx: Transaction,
  agency: AgencyId,
  people: readonly WrittenPerson[],
): Promise<number> {
  return placeWritten(tx, agency, people, staffIndex(await listAllStaff(tx, agency)));
}

async function placeWritten(
  tx: Transaction,
  agency: AgencyId,
  people: readonly WrittenPerson[],
  index: StaffIndex<StaffId>,
): Promise<number> {
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
