import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findStaff, listAllStaff } from '../roster/roster-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { decidedMatch, foundMatch, rememberedReason } from './found-match.ts';
import { judgeDaysOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import {
  deleteMatchDecision,
  findMatchDecision,
  findWrittenPerson,
  listPeopleSettledByName,
  listUnplacedPeople,
  type MatchDecision,
  type PersonMatch,
  type SettledPerson,
  updateMatches,
  updateOvertaken,
  updateRecordsReleased,
  upsertMatchDecision,
  type WrittenPerson,
} from './match-store.ts';
import { overtakenBy, settledForOthers } from './namesake.ts';
import { matchRecord } from './record-matching.ts';
import { type LastDecision, type Pile, pileOf, type SeenPile } from './record-pile.ts';
import { findLastDecision, findPile, updatePiles } from './record-pile-store.ts';
import type { FoundMatch } from './record-row.ts';
import type { SetAsideReason } from './set-aside.ts';
import { peopleOfName } from './shared-name.ts';
import { type StaffIndex, staffIndex } from './staff-index.ts';

export type MatchRefusal =
  | { readonly code: 'written-person-not-found' }
  | { readonly code: 'staff-not-found' }
  | { readonly code: 'nothing-to-undo' }
  /** Somebody else decided about these records, or others joined them, after they were shown. */
  | { readonly code: 'decided-meanwhile'; readonly last: LastDecision | undefined };

/**
 * Looks again for everybody whose records nobody could place, and doubts what rested on a name that somebody else has
 * now too: after people were added to the roster or renamed. Answers how many records found their person.
 */
export async function matchAgain(tx: Transaction, agency: AgencyId): Promise<number> {
  await lockTraining(tx, agency);
  const people = await listUnplacedPeople(tx, agency);
  const byName = await listPeopleSettledByName(tx, agency, settledForOthers);
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
    const { personKey, staffId: earlier, reason: settled } = person;
    const isRemembered = settled === rememberedReason;
    const people = isRemembered ? peopleOfName(index, person.name) : 1;
    const match = overtakenBy(earlier, matchRecord(index, person), { isRemembered, people });
    return match ? [{ ...match, personKey, earlier, settled }] : [];
  });
  const staff = await updateOvertaken(tx, agency, overtaken, settledForOthers);
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

/** What somebody says about records: for those alone, or for all that are written so. */
interface Said extends MatchDecision {
  readonly by: PersonId;
  /** Undefined: those that wait, whatever they are. */
  readonly seen: SeenPile | undefined;
}

/**
 * Says whom a person as written is: for all their records, here and still to come, as long as one person at most has
 * the name. When several have it, for the records of the pile alone. Refused when the pile isn't what was `seen`.
 */
export async function matchByHand(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  staff: string,
  by: PersonId,
  seen?: SeenPile,
): Promise<Outcome<number, MatchRefusal>> {
  await lockTraining(tx, agency);
  const member = await findStaff(tx, agency, staff);
  if (!member) return refused({ code: 'staff-not-found' });
  const decided = await decide(tx, agency, { personKey, staffId: member.id, reason: '', by, seen });
  if (!decided.ok) return decided;
  await recordMatch(tx, agency, 'training-matched', member.id, { records: decided.value });
  return decided;
}

/** Leaves out a person as written: somebody who isn't this agency's, for example. Holds as far as `matchByHand` does. */
export async function setAside(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  reason: SetAsideReason,
  by: PersonId,
  seen?: SeenPile,
): Promise<Outcome<number, MatchRefusal>> {
  await lockTraining(tx, agency);
  const decided = await decide(tx, agency, { personKey, staffId: undefined, reason, by, seen });
  if (!decided.ok) return decided;
  await recordMatch(tx, agency, 'training-set-aside', agency, { records: decided.value, reason });
  return decided;
}

async function decide(
  tx: Transaction,
  agency: AgencyId,
  { by, seen, ...said }: Said,
): Promise<Outcome<number, MatchRefusal>> {
  const { personKey } = said;
  const person = await findWrittenPerson(tx, agency, personKey);
  if (!person) return refused({ code: 'written-person-not-found' });
  const overtaken = seen && (await decidedMeanwhile(tx, agency, personKey, seen));
  if (overtaken) return refused(overtaken);
  const pile = seen?.pile ?? 'waiting';
  const index = staffIndex(await listAllStaff(tx, agency));
  const isShared = peopleOfName(index, person.name) > 1;
  if (!isShared) await upsertMatchDecision(tx, agency, said, by);
  const piles: readonly Pile[] = isShared ? [pile] : [pile, 'waiting'];
  return done(await give(tx, agency, personKey, piles, decidedMatch(said), by));
}

async function decidedMeanwhile(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  seen: SeenPile,
): Promise<MatchRefusal | undefined> {
  const { stamp } = await findPile(tx, agency, personKey, seen.pile);
  if (stamp === seen.stamp) return undefined;
  return { code: 'decided-meanwhile', last: await findLastDecision(tx, agency, personKey) };
}

/** Takes back what somebody said about a person as written, or about one pile of their records; matching looks again. */
export async function undoMatch(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  seen?: SeenPile,
): Promise<Outcome<number, MatchRefusal>> {
  await lockTraining(tx, agency);
  const person = await findWrittenPerson(tx, agency, personKey);
  if (!person) return refused({ code: 'written-person-not-found' });
  const decision = await findMatchDecision(tx, agency, personKey);
  const pile = seen?.pile ?? (decision && pileOf(decision));
  if (pile === undefined || pile === 'waiting') return refused({ code: 'nothing-to-undo' });
  const overtaken = seen && (await decidedMeanwhile(tx, agency, personKey, seen));
  if (overtaken) return refused(overtaken);
  const isOfPile = decision !== undefined && pileOf(decision) === pile;
  if (isOfPile) await deleteMatchDecision(tx, agency, personKey);
  const index = staffIndex(await listAllStaff(tx, agency));
  const match = foundMatch(matchRecord(index, person));
  const records = await give(tx, agency, personKey, [pile], match, undefined);
  if (records === 0 && !isOfPile) return refused({ code: 'nothing-to-undo' });
  await recordMatch(tx, agency, 'training-match-undone', agency, { records });
  return done(records);
}

async function give(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  piles: readonly Pile[],
  match: FoundMatch,
  by: PersonId | undefined,
): Promise<number> {
  const { records, staff } = await updatePiles(tx, agency, personKey, piles, match, by);
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
