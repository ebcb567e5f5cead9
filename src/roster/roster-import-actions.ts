import { recordAudit } from '../audit/audit.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { chosenMapping, mappingOf } from '../columns/column-proposal.ts';
import { type Acting, type AgencyId, actingAs, type PersonId } from '../database/acting.ts';
import { actingWithCopy } from '../database/copying.ts';
import { admitFile, keepFile } from '../files/file-actions.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import type { SheetReading } from '../spreadsheet/sheet.ts';
import { matchAgain } from '../training/match-actions.ts';
import { isRosterHeading, proposeRosterColumns } from './roster-columns.ts';
import {
  namesPeople,
  type RosterChangeCounts,
  type RosterChangeKind,
  type RosterColumns,
  type RosterFileFacts,
  type RosterImport,
  type RosterImportId,
  type RosterImportRefusal,
  type RosterReport,
  rosterChangeKinds,
} from './roster-import.ts';
import {
  type AppliedChanges,
  applyRosterChanges,
  countRosterChanges,
  deleteRosterChanges,
  findRosterImport,
  insertRosterImport,
  lockRoster,
  lockRosterImport,
  replaceRosterChanges,
  rosterFingerprint,
  updateRosterImportClosed,
  updateRosterPlan,
} from './roster-import-store.ts';
import { type FoldedPeople, foldPeople } from './roster-people.ts';
import { planRoster } from './roster-plan.ts';
import { interpretRosterRow, type RosterRow, type RowRefusal } from './roster-row.ts';
import { listAllStaff } from './roster-store.ts';
import { type ChangeToStage, changesToStage, stagedValues } from './staged-changes.ts';

/** Who imports, and for which agency. */
export interface RosterImporter {
  readonly agency: Pick<AgencyPlace, 'id' | 'timeZone'>;
  readonly person: PersonId;
}

/** Takes an uploaded roster in: keeps the file, finds sheet and headings, proposes what the columns hold. */
export async function understandRoster(
  deps: Deps,
  who: RosterImporter,
  file: ReceivedFile | undefined,
  options: { readonly sheet?: string | undefined } = {},
): Promise<Outcome<RosterImportId, RosterImportRefusal>> {
  if (!file) return refused({ code: 'file-missing' });
  const opened = await openSheet(file, { isKnownHeading: isRosterHeading, sheet: options.sheet });
  if (!opened.ok) return opened;
  const reading = opened.value;
  try {
    const admitted = await admitFile(deps, file, mediaTypes[reading.format]);
    if (!admitted.ok) return admitted;
    const columns = columnsOf(reading);
    const id = await actingAs(deps.db.app, actingFor(who), async (tx) => {
      const kept = await keepFile(tx, admitted.value, {
        agency: who.agency.id,
        purpose: 'roster',
        by: who.person,
      });
      const { sheet, headerRow } = reading;
      return insertRosterImport(tx, who.agency.id, { file: kept, sheet, headerRow, columns }, who.person);
    });
    return done(id);
  } finally {
    await reading.close();
  }
}

/** Reads the whole file as it is understood, holds it against the roster and stages what would change. */
export async function planRosterImport(
  deps: Deps,
  who: RosterImporter,
  id: string,
  facts: RosterFileFacts,
): Promise<Outcome<RosterReport, RosterImportRefusal>> {
  const found = await openImport(deps, who, id);
  if (!found.ok) return found;
  const { file, sheet, headerRow, columns } = found.value;
  if (!namesPeople(facts.mapping)) return refused({ code: 'no-name-column' });
  const mapping = chosenMapping(columns.proposal, facts.mapping);
  if (!mapping.ok) {
    return refused(
      mapping.refusal.code === 'column-chosen-twice' ? mapping.refusal : { code: 'column-not-usable' },
    );
  }
  const today = dayIn(who.agency.timeZone, deps.now());
  const read = await withLocalCopy(deps.files, file.sha256, (path) =>
    readPeople({ name: file.name, path }, { sheet, headerRow }, facts, today),
  );
  if (!read.ok) return read;
  if (read.value.folded.people.length === 0) return refused({ code: 'no-people' });
  return done(await stagePlan(deps, who, found.value, facts, read.value, today));
}

/** Carries a planned import out, whole or not at all. Refused when the roster changed since it was planned. */
export async function commitRosterImport(
  deps: Deps,
  who: RosterImporter,
  id: string,
  choice: { readonly separateMissing: boolean },
): Promise<Outcome<AppliedChanges, RosterImportRefusal>> {
  const agency = who.agency.id;
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    const found = await lockRosterImport(tx, agency, id);
    if (!found) return refused({ code: 'import-not-found' });
    if (found.state !== 'planned' || !found.report) return refused({ code: 'import-closed' });
    await lockRoster(tx, agency);
    const staged = await countRosterChanges(tx, agency, found.id);
    const isCurrent = (await rosterFingerprint(tx, agency)) === found.report.heldAgainst;
    // After a crash of the database the staged plan is gone; the file is still there to plan it again.
    if (!isCurrent || staged !== total(found.report.counts)) return refused({ code: 'plan-outdated' });
    const applied = await applyRosterChanges(tx, agency, found.id, choice.separateMissing);
    await matchAgain(tx, agency);
    await deleteRosterChanges(tx, agency, found.id);
    await updateRosterImportClosed(tx, agency, found.id, 'committed', who.person);
    await recordAudit(
      tx,
      { agency },
      {
        action: 'roster-imported',
        subject: { kind: 'roster-import', id: found.id },
        details: {
          ...found.report.counts,
          separateMissing: choice.separateMissing,
          sha256: found.file.sha256,
        },
      },
    );
    return done(applied);
  });
}

/** Gives an import up; the roster stays as it is. */
export async function discardRosterImport(
  deps: Deps,
  who: RosterImporter,
  id: string,
): Promise<Outcome<undefined, RosterImportRefusal>> {
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    const found = await lockRosterImport(tx, who.agency.id, id);
    if (!found) return refused({ code: 'import-not-found' });
    if (found.state === 'committed' || found.state === 'discarded') return refused({ code: 'import-closed' });
    await deleteRosterChanges(tx, who.agency.id, found.id);
    await updateRosterImportClosed(tx, who.agency.id, found.id, 'discarded', who.person);
    return done(undefined);
  });
}

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

function actingFor(who: RosterImporter): Acting {
  return { as: 'agency', agency: who.agency.id, person: who.person };
}

function columnsOf(reading: SheetReading): RosterColumns {
  const proposal = proposeRosterColumns(reading.headings, reading.sample);
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
  who: RosterImporter,
  id: string,
): Promise<Outcome<RosterImport, RosterImportRefusal>> {
  const found = await actingAs(deps.db.app, actingFor(who), (tx) => findRosterImport(tx, who.agency.id, id));
  if (!found) return refused({ code: 'import-not-found' });
  if (found.state === 'committed' || found.state === 'discarded') return refused({ code: 'import-closed' });
  return done(found);
}

interface ReadPeople {
  readonly folded: FoldedPeople;
  readonly refusedRows: readonly RowRefusal[];
  readonly rowsRead: number;
}

async function readPeople(
  file: { readonly name: string; readonly path: string },
  at: { readonly sheet: string; readonly headerRow: number },
  facts: RosterFileFacts,
  today: CalendarDate,
): Promise<Outcome<ReadPeople, RosterImportRefusal>> {
  const opened = await openSheet(file, { isKnownHeading: isRosterHeading, ...at });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const rows: RosterRow[] = [];
  const refusedRows: RowRefusal[] = [];
  try {
    for await (const batch of reading.rows()) {
      for (const row of batch) {
        const read = interpretRosterRow(row, facts.mapping, { today, defaultKind: facts.defaultKind });
        if (read.ok) rows.push(read.value);
        else refusedRows.push(read.refusal);
      }
    }
  } catch (error) {
    if (error instanceof SheetUnreadable) return refused(error.refusal);
    throw error;
  } finally {
    await reading.close();
  }
  return done({ folded: foldPeople(rows, today), refusedRows, rowsRead: rows.length + refusedRows.length });
}

async function stagePlan(
  deps: Deps,
  who: RosterImporter,
  { id, columns }: RosterImport,
  facts: RosterFileFacts,
  { folded, refusedRows, rowsRead }: ReadPeople,
  today: CalendarDate,
): Promise<RosterReport> {
  const agency = who.agency.id;
  return actingWithCopy(deps.db.appPool, actingFor(who), async (tx, copy) => {
    await lockRoster(tx, agency);
    const heldAgainst = await rosterFingerprint(tx, agency);
    const existing = await listAllStaff(tx, agency);
    const plan = planRoster(existing, folded.people, { today, fullRoster: facts.fullRoster });
    const staged = [...changesToStage(plan, refusedRows)];
    await replaceRosterChanges(tx, copy, agency, id, valuesOf(staged, agency, id));
    const report: RosterReport = {
      rowsRead,
      rowsFolded: folded.folded.length,
      people: folded.people.length,
      counts: countsOf(staged),
      heldAgainst,
    };
    await updateRosterPlan(tx, agency, id, facts, columns, report);
    return report;
  });
}

function* valuesOf(staged: readonly ChangeToStage[], agency: AgencyId, id: RosterImportId) {
  for (const [place, change] of staged.entries()) yield stagedValues(agency, id, place, change);
}

function countsOf(staged: readonly ChangeToStage[]): RosterChangeCounts {
  const counts = new Map<RosterChangeKind, number>(rosterChangeKinds.map((kind) => [kind, 0]));
  for (const { kind } of staged) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts) as RosterChangeCounts;
}

function total(counts: RosterChangeCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
