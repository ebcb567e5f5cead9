import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { chosenMapping, columnsLeftOut } from '../columns/column-proposal.ts';
import { type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import { actingWithCopy } from '../database/copying.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { JobDeps, JobWork } from '../jobs/job-work.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { CellTrouble } from '../spreadsheet/cell-trouble.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import type { SheetReading } from '../spreadsheet/sheet.ts';
import { findRememberedDates } from './date-decision-store.ts';
import {
  type FileImport,
  type ImportId,
  type ImportRefusal,
  type ImportTypes,
  isOpen,
  type SaidOfFile,
} from './file-import.ts';
import { findImport, listClosedImports, lockImport, updatePlanned } from './file-import-store.ts';
import { actingFor, type Importer, type ImportSubject } from './import-subject.ts';
import { planStamp } from './plan-stamp.ts';
import { type DecidedDate, deleteDoubtfulDates, insertDoubtfulDates } from './proposed-date-store.ts';
import { type DoubtfulDate, dateDecisions, noneTaken, type TakenDates } from './taken-dates.ts';

/** Reads the whole file as it is understood, holds it against what is here and stages what it would do. */
export async function planImport<T extends ImportTypes>(
  deps: JobDeps,
  who: Importer,
  subject: ImportSubject<T>,
  id: string,
  said: SaidOfFile<T>,
  work?: Pick<JobWork, 'report' | 'settle'>,
): Promise<Outcome<T['report'], ImportRefusal>> {
  const found = await actingAs(deps.db.app, actingFor(who), (tx) =>
    findImport(tx, who.agency.id, subject, id),
  );
  if (!found) return refused({ code: 'import-not-found' });
  const { kept } = found.file;
  if (!kept) return refused({ code: 'import-closed' });
  const unusable = whyUnusable(subject, found, said);
  if (unusable) return refused(unusable);
  return withLocalCopy(deps.files, kept.sha256, async (path) => {
    const opened = await openSheet(
      { name: found.file.name, path },
      {
        isKnownHeading: subject.isKnownHeading,
        allowsNoHeadings: true,
        limits: { textRows: subject.rowsAtMost },
        sheet: found.sheet,
        ...(found.headerRow > 0 ? { headerRow: found.headerRow } : {}),
      },
    );
    if (!opened.ok) return opened;
    try {
      return await stagePlan(deps, who, subject, found, said, opened.value, work);
    } catch (error) {
      if (error instanceof NothingStaged) return refused({ code: 'nothing-found' });
      const unreadable = causeUnreadable(error);
      if (unreadable) return refused(unreadable.refusal);
      throw error;
    } finally {
      await opened.value.close();
    }
  });
}

/** Why a file can't be read as somebody said it should be. */
export function whyUnusable<T extends ImportTypes>(
  subject: ImportSubject<T>,
  { state, columns }: FileImport<T>,
  said: SaidOfFile<T>,
): ImportRefusal | undefined {
  if (!isOpen({ state })) return { code: 'import-closed' };
  const missing = subject.missing(said);
  if (missing) return { code: missing };
  const mapping = chosenMapping(columns.proposal, said.mapping);
  if (mapping.ok) return undefined;
  return mapping.refusal.code === 'column-chosen-twice' ? mapping.refusal : { code: 'column-not-usable' };
}

/** Thrown inside the transaction, so that an unusable file leaves nothing staged. */
class NothingStaged extends Error {}

function stagePlan<T extends ImportTypes>(
  deps: JobDeps,
  who: Importer,
  subject: ImportSubject<T>,
  found: FileImport<T>,
  said: SaidOfFile<T>,
  reading: SheetReading,
  work: Pick<JobWork, 'report' | 'settle'> | undefined,
): Promise<Outcome<T['report'], ImportRefusal>> {
  const agency = who.agency.id;
  const today = dayIn(who.agency.timeZone, deps.now());
  return actingWithCopy(deps.db.appPool, actingFor(who), async (tx, copy) => {
    const heldAgainst = await subject.basis(tx, agency);
    for (const over of await listClosedImports(tx, agency, subject.name, found.id))
      await deleteStagedOf(tx, agency, subject, over);
    await deleteStagedOf(tx, agency, subject, found.id);
    const takenDates = said.takenDates ?? noneTaken;
    const dates = gatheredDates(takenDates, await findRememberedDates(tx, agency, subject.name));
    const planned = await subject.plan({
      tx,
      copy,
      agency,
      import: found.id,
      reading,
      said,
      today,
      dates,
      report: (rows, of) => work?.report(rows, of),
    });
    if (!planned.ok) throw new NothingStaged();
    // Somebody may have given the import up in the meantime.
    const current = await lockImport(tx, agency, subject, found.id);
    if (!current || !isOpen(current)) return refused({ code: 'import-closed' });
    // What was read has to be what the import says it is: the kept copy is made from it.
    const isSame = current.sheet === found.sheet && current.headerRow === found.headerRow;
    if (!isSame) return refused({ code: 'plan-outdated' });
    await insertDoubtfulDates(tx, agency, found.id, dates.listed);
    const troubles = troublesOfUsed(found, said, reading);
    const { sheet, headerRow } = found;
    const stamp = planStamp({ sheet, headerRow, said: { ...said, takenDates }, heldAgainst });
    const report: T['report'] = { ...planned.value, ...dates.counts(), troubles, heldAgainst, stamp };
    await updatePlanned(tx, agency, found, said, report);
    await work?.settle(tx);
    return done(report);
  });
}

/** Not even a spoiled value of a column that nobody may keep. */
function troublesOfUsed<T extends ImportTypes>(
  { columns }: FileImport<T>,
  said: SaidOfFile<T>,
  reading: SheetReading,
): readonly CellTrouble[] {
  const dropped = columnsLeftOut(columns.proposal, said.mapping);
  return reading.troubles().filter(({ column }) => !dropped.has(column));
}

/** Everything that was found in the file of an import. */
export async function deleteStagedOf<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  id: ImportId,
): Promise<void> {
  await subject.deleteStaged(tx, agency, id);
  await deleteDoubtfulDates(tx, agency, id);
}

/**
 * More doubtful dates than anybody looks through one by one: all of them are counted, and can be taken at once. Those
 * beyond are not remembered for the next file.
 */
const datesListed = 5000;

function gatheredDates(taken: TakenDates, remembered: ReadonlyMap<string, CalendarDate>) {
  const decide = dateDecisions(taken, remembered);
  const listed: DecidedDate[] = [];
  const counted = { dates: 0, proposedDates: 0, rememberedDates: 0 };
  return {
    listed,
    counts: () => counted,
    dayFor(date: DoubtfulDate): CalendarDate | undefined {
      const decision = decide(date);
      if (listed.length < datesListed) listed.push({ ...date, decision });
      if (decision?.decided === 'remembered') counted.rememberedDates += 1;
      else counted.dates += 1;
      if (date.proposal && decision?.decided !== 'remembered') counted.proposedDates += 1;
      return decision && 'day' in decision ? decision.day : undefined;
    },
  };
}

function causeUnreadable(error: unknown): SheetUnreadable | undefined {
  if (error instanceof SheetUnreadable) return error;
  return error instanceof Error && error.cause ? causeUnreadable(error.cause) : undefined;
}
