import { recordAudit } from '../audit/audit.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { chosenMapping, mappingOf } from '../columns/column-proposal.ts';
import { type Acting, type AgencyId, actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import { actingWithCopy, type CopyValue } from '../database/copying.ts';
import { admitFile, keepFile } from '../files/file-actions.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { listAllStaff, lockRoster, rosterFingerprint } from '../roster/roster-actions.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import type { SheetReading } from '../spreadsheet/sheet.ts';
import { decisionsFingerprint } from './course-decision-store.ts';
import { catchUpWithDecisions, judgeDaysOf, recognizerOf } from './judging-actions.ts';
import { listPeopleWithDays, lockTraining } from './judging-store.ts';
import { listMatchDecisions } from './match-store.ts';
import { staffIndex } from './staff-index.ts';
import {
  applyStagedRecords,
  countStagedRecords,
  deleteStagedRecords,
  replaceStagedRecords,
  sumUpStagedRecords,
} from './staged-record-store.ts';
import { stagedRows } from './staged-rows.ts';
import { isTrainingHeading, proposeTrainingColumns } from './training-columns.ts';
import {
  missingFact,
  type StagedCounts,
  type TrainingColumns,
  type TrainingFileFacts,
  type TrainingImport,
  type TrainingImportId,
  type TrainingImportRefusal,
  type TrainingReport,
} from './training-import.ts';
import {
  findTrainingImport,
  insertTrainingImport,
  lockTrainingImport,
  updateTrainingImportClosed,
  updateTrainingPlan,
} from './training-import-store.ts';

/** Who imports, and for which agency. */
export interface TrainingImporter {
  readonly agency: Pick<AgencyPlace, 'id' | 'timeZone'>;
  readonly person: PersonId;
}

/** Takes an uploaded training export in: keeps the file, finds sheet and headings, proposes what the columns hold. */
export async function understandTraining(
  deps: Deps,
  who: TrainingImporter,
  file: ReceivedFile | undefined,
): Promise<Outcome<TrainingImportId, TrainingImportRefusal>> {
  if (!file) return refused({ code: 'file-missing' });
  const opened = await openSheet(file, { isKnownHeading: isTrainingHeading });
  if (!opened.ok) return opened;
  const reading = opened.value;
  try {
    const admitted = await admitFile(deps, file, mediaTypes[reading.format]);
    if (!admitted.ok) return admitted;
    const columns = columnsOf(reading);
    const id = await actingAs(deps.db.app, actingFor(who), async (tx) => {
      const kept = await keepFile(tx, admitted.value, {
        agency: who.agency.id,
        purpose: 'training',
        by: who.person,
      });
      const { sheet, headerRow } = reading;
      return insertTrainingImport(tx, who.agency.id, { file: kept, sheet, headerRow, columns }, who.person);
    });
    return done(id);
  } finally {
    await reading.close();
  }
}

/** Reads the whole file as it is understood, finds whose each line is and what it is worth, and stages them. */
export async function planTrainingImport(
  deps: Deps,
  who: TrainingImporter,
  id: string,
  facts: TrainingFileFacts,
): Promise<Outcome<TrainingReport, TrainingImportRefusal>> {
  const found = await openImport(deps, who, id);
  if (!found.ok) return found;
  const missing = missingFact(facts);
  if (missing) return refused({ code: missing });
  const { file, sheet, headerRow, columns } = found.value;
  const mapping = chosenMapping(columns.proposal, facts.mapping);
  if (!mapping.ok) {
    return refused(
      mapping.refusal.code === 'column-chosen-twice' ? mapping.refusal : { code: 'column-not-usable' },
    );
  }
  const today = dayIn(who.agency.timeZone, deps.now());
  return withLocalCopy(deps.files, file.sha256, async (path) => {
    const opened = await openSheet(
      { name: file.name, path },
      { isKnownHeading: isTrainingHeading, sheet, headerRow },
    );
    if (!opened.ok) return opened;
    try {
      return await stagePlan(deps, who, found.value, facts, opened.value, today);
    } catch (error) {
      if (error instanceof NoRecords) return refused({ code: 'no-records' });
      const unreadable = causeUnreadable(error);
      if (unreadable) return refused(unreadable.refusal);
      throw error;
    } finally {
      await opened.value.close();
    }
  });
}

/** Adds a planned import's records, all or none. Refused when what it was held against has changed since. */
export async function commitTrainingImport(
  deps: Deps,
  who: TrainingImporter,
  id: string,
): Promise<Outcome<number, TrainingImportRefusal>> {
  const agency = who.agency.id;
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    const found = await lockTrainingImport(tx, agency, id);
    if (!found) return refused({ code: 'import-not-found' });
    if (found.state !== 'planned' || !found.report) return refused({ code: 'import-closed' });
    await lockRoster(tx, agency);
    await lockTraining(tx, agency);
    const staged = await countStagedRecords(tx, agency, found.id);
    const isCurrent = (await planBasis(tx, agency)) === found.report.heldAgainst;
    // After a crash of the database the staged plan is gone; the file is still there to plan it again.
    if (!isCurrent || staged !== total(found.report.counts)) return refused({ code: 'plan-outdated' });
    await catchUpWithDecisions(tx, agency);
    const added = await applyStagedRecords(tx, agency, found.id);
    await judgeDaysOf(tx, agency, await listPeopleWithDays(tx, agency, found.id));
    await deleteStagedRecords(tx, agency, found.id);
    await updateTrainingImportClosed(tx, agency, found.id, 'committed', who.person);
    await recordAudit(
      tx,
      { agency },
      {
        action: 'training-imported',
        subject: { kind: 'training-import', id: found.id },
        details: { added, ...found.report.counts, sha256: found.file.sha256 },
      },
    );
    return done(added);
  });
}

/** Gives an import up; the records stay as they are. */
export async function discardTrainingImport(
  deps: Deps,
  who: TrainingImporter,
  id: string,
): Promise<Outcome<undefined, TrainingImportRefusal>> {
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    const found = await lockTrainingImport(tx, who.agency.id, id);
    if (!found) return refused({ code: 'import-not-found' });
    if (found.state === 'committed' || found.state === 'discarded') return refused({ code: 'import-closed' });
    await deleteStagedRecords(tx, who.agency.id, found.id);
    await updateTrainingImportClosed(tx, who.agency.id, found.id, 'discarded', who.person);
    return done(undefined);
  });
}

export { findTrainingImport, listTrainingImports } from './training-import-store.ts';

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

function actingFor(who: TrainingImporter): Acting {
  return { as: 'agency', agency: who.agency.id, person: who.person };
}

function columnsOf(reading: SheetReading): TrainingColumns {
  const proposal = proposeTrainingColumns(reading.headings, reading.sample);
  return {
    proposal,
    mapping: mappingOf(proposal),
    examples: proposal.columns.map((column) => (column.dropped ? [] : examplesOf(reading, column.index))),
    sheets: reading.sheets.map((sheet) => sheet.name),
  };
}

function examplesOf(reading: SheetReading, index: number): readonly string[] {
  const texts = reading.sample.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 3);
}

async function openImport(
  deps: Deps,
  who: TrainingImporter,
  id: string,
): Promise<Outcome<TrainingImport, TrainingImportRefusal>> {
  const found = await actingAs(deps.db.app, actingFor(who), (tx) =>
    findTrainingImport(tx, who.agency.id, id),
  );
  if (!found) return refused({ code: 'import-not-found' });
  if (found.state === 'committed' || found.state === 'discarded') return refused({ code: 'import-closed' });
  return done(found);
}

/** Thrown inside the transaction, so that an unusable file leaves nothing staged. */
class NoRecords extends Error {}

function stagePlan(
  deps: Deps,
  who: TrainingImporter,
  { id, columns }: TrainingImport,
  facts: TrainingFileFacts,
  reading: SheetReading,
  today: CalendarDate,
): Promise<Outcome<TrainingReport, TrainingImportRefusal>> {
  const agency = who.agency.id;
  return actingWithCopy(deps.db.appPool, actingFor(who), async (tx, copy) => {
    const heldAgainst = await planBasis(tx, agency);
    const decisions = await listMatchDecisions(tx, agency);
    const rows: AsyncIterable<readonly CopyValue[]> = stagedRows(reading.rows(), {
      agency,
      importId: id,
      mapping: facts.mapping,
      wholeFile: facts.wholeFile,
      today,
      index: staffIndex(await listAllStaff(tx, agency)),
      decided: new Map(decisions.map((decision) => [decision.personKey, decision])),
      recognize: await recognizerOf(tx, agency),
    });
    const rowsRead = await replaceStagedRecords(tx, copy, agency, id, rows);
    const sums = await sumUpStagedRecords(tx, agency, id);
    if (rowsRead === sums.counts.refused) throw new NoRecords();
    const report: TrainingReport = { rowsRead, ...sums, heldAgainst };
    await updateTrainingPlan(tx, agency, id, facts, columns, report);
    return done(report);
  });
}

/** Everything a plan depends on beside the file. */
async function planBasis(tx: Transaction, agency: AgencyId): Promise<string> {
  return `${await rosterFingerprint(tx, agency)} | ${await decisionsFingerprint(tx, agency)}`;
}

function causeUnreadable(error: unknown): SheetUnreadable | undefined {
  if (error instanceof SheetUnreadable) return error;
  return error instanceof Error && error.cause ? causeUnreadable(error.cause) : undefined;
}

function total(counts: StagedCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
