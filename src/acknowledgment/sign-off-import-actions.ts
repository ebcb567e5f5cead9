import type { CalendarDate } from '../calendar/calendar-date.ts';
import { dateOrderOf } from '../columns/date-order.ts';
import { mappedCell, mappedText } from '../columns/mapped-cell.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import {
  type ImportSubject,
  type NothingFound,
  type PlannedReport,
  type Planning,
  reportedRows,
} from '../file-import/import-subject.ts';
import type { StagedExport } from '../file-import/staged-export.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { nameOrder } from '../person-name/name-order.ts';
import { listPolicies } from '../policy/policy-actions.ts';
import { firstDayOf } from '../policy/policy-life.ts';
import { tellsOfStaff } from '../roster/file-subject.ts';
import { listAllStaff, lockRoster, rosterFingerprint } from '../roster/roster-actions.ts';
import { staffIndex } from '../training/staff-index.ts';
import { askedVersion } from './acknowledgment-actions.ts';
import { nearSigners } from './near-signer.ts';
import { isSignOffHeading, proposeSignOffColumns, tellsOfSignatures } from './sign-off-columns.ts';
import { doubtsLeftOut } from './sign-off-day.ts';
import { listSignOffDecisions, signOffDecisionStamp } from './sign-off-decision-store.ts';
import { missingFact, type SignOffTypes, signOffKinds } from './sign-off-import.ts';
import { stagedSignOffExport } from './sign-off-import-content.ts';
import { stagedSignOffs } from './sign-off-staging.ts';
import {
  type CountedDays,
  countDoubtfulDays,
  countStagedKinds,
  countStagedSignOffs,
  deleteStagedSignOffs,
  insertListed,
  insertStagedSignOffs,
  listStagedSignOffsAfter,
  type StagedSignOff,
  updateListedRevoked,
} from './sign-off-store.ts';

export { type CountedDays, countDoubtfulDays, listStagedSignOffs } from './sign-off-store.ts';

/** What of a list waits for a person. */
export interface SignOffDoubts {
  /** Lines of people who could not be placed. */
  readonly people: number;
  readonly days: readonly CountedDays[];
}

export async function countDoubts(tx: Transaction, agency: AgencyId, id: ImportId): Promise<SignOffDoubts> {
  const { review } = await countStagedKinds(tx, agency, id);
  const days = await countDoubtfulDays(tx, agency, id);
  return { people: review - days.reduce((sum, { open }) => sum + open, 0), days };
}

/** From which day on the version in effect can have been signed. */
export async function firstSigningDay(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<CalendarDate | undefined> {
  const asked = await askedVersion(tx, agency, today);
  return asked && firstDayOf(asked.policy);
}

/** A list of who signed the policy on its way in. Lines in doubt are listed and never recorded. */
export const signOffImport: ImportSubject<SignOffTypes> = {
  name: 'acknowledgment',
  kinds: signOffKinds,
  rowsAtMost: 200_000,
  unsaid: {},
  isKnownHeading: isSignOffHeading,
  propose: proposeSignOffColumns,
  proposeFacts: () => ({ facts: {}, from: [] }),
  meantFor: (headings) => (!tellsOfSignatures(headings) && tellsOfStaff(headings) ? 'roster' : undefined),
  // A day holds for its list alone.
  lastingFacts: () => ({}),
  missing: missingFact,
  lock: lockRoster,
  basis: async (tx, agency) =>
    [
      await rosterFingerprint(tx, agency),
      await versionsOf(tx, agency),
      await signOffDecisionStamp(tx, agency),
    ].join(' | '),
  plan: planSignOffs,
  countStaged: countStagedSignOffs,
  deleteStaged: deleteStagedSignOffs,
  async apply(tx, agency, { id, report }) {
    if (!report?.policy) throw new Error('A planned list names the version that it is taken for.');
    return { added: await insertListed(tx, agency, id, report.policy) };
  },
  async undo(tx, agency, { id }) {
    return done({ revoked: await updateListedRevoked(tx, agency, id, 'The import of the list was undone.') });
  },
};

/** The lines of a list with what becomes of them, as a download. */
export const stagedSignOffHandout: StagedExport<SignOffTypes, StagedSignOff> = {
  subject: signOffImport,
  table: async () => stagedSignOffExport,
  read: listStagedSignOffsAfter,
};

async function versionsOf(tx: Transaction, agency: AgencyId): Promise<string> {
  const versions = await listPolicies(tx, agency);
  return versions.map(({ id, state, effectiveOn }) => `${id} ${state.is} ${effectiveOn ?? ''}`).join(', ');
}

async function planSignOffs(
  planning: Planning<SignOffTypes>,
): Promise<Outcome<PlannedReport<SignOffTypes>, NothingFound>> {
  const { tx, copy, agency, said, today, reading, dates } = planning;
  const asked = await askedVersion(tx, agency, today);
  if (!asked) return refused({ code: 'nothing-found' });
  const { mapping } = said;
  const staff = await listAllStaff(tx, agency);
  const decided = await listSignOffDecisions(tx, agency);
  const isNamedWhole = mapping.fullName !== undefined;
  const rows = stagedSignOffs(reportedRows(planning), {
    agency,
    importId: planning.import,
    mapping,
    wholeFile: said.facts,
    today,
    dates,
    policy: asked.policy,
    firstDay: firstDayOf(asked.policy),
    nameOrder: isNamedWhole
      ? nameOrder(reading.sample.map((row) => mappedText(row, mapping, 'fullName')))
      : undefined,
    dateOrder: dateOrderOf(reading.sample.map((row) => mappedCell(row, mapping, 'signedOn'))),
    index: staffIndex(staff),
    near: nearSigners(staff),
    decisions: { said: decided, people: new Set(staff.map(({ id }) => id)) },
  });
  const rowsRead = await insertStagedSignOffs(
    tx,
    copy,
    agency,
    planning.import,
    asked.about,
    doubtsLeftOut(said.facts.days),
    rows,
  );
  const counts = await countStagedKinds(tx, agency, planning.import);
  return rowsRead === 0
    ? refused({ code: 'nothing-found' })
    : done({ rowsRead, counts, policy: asked.policy.id });
}
