import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { chosenMapping, mappingOf } from '../columns/column-proposal.ts';
import { rememberedMapping } from '../columns/heading-shape.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { admitFile, keepFile, wholeFile } from '../files/file-actions.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import { isLive } from '../jobs/job.ts';
import { findLatestJob } from '../jobs/job-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import type { SheetReading } from '../spreadsheet/sheet.ts';
import { findRememberedColumns, type RememberedColumns } from './column-memory-store.ts';
import {
  type ImportId,
  type ImportRefusal,
  type ImportTypes,
  isOpen,
  type UnderstoodColumns,
} from './file-import.ts';
import { findImport, insertImport, lockImport, updateUnderstood } from './file-import-store.ts';
import { actingFor, type Importer, type ImportSubject } from './import-subject.ts';

export interface UnderstoodFile {
  readonly id: ImportId;
  /** A file with these headings was imported before: nothing needs to be asked. */
  readonly isRemembered: boolean;
}

/** Takes an uploaded file in: keeps it, finds sheet and headings, proposes what the columns hold. */
export async function understandFile<T extends ImportTypes>(
  deps: Pick<Deps, 'config' | 'db' | 'files' | 'now'>,
  who: Importer,
  subject: ImportSubject<T>,
  file: ReceivedFile | undefined,
  options: { readonly sheet?: string | undefined } = {},
): Promise<Outcome<UnderstoodFile, ImportRefusal>> {
  const received = wholeFile(file);
  if (!received.ok) return received;
  const { isKnownHeading } = subject;
  const opened = await openSheet(received.value, {
    isKnownHeading,
    allowsNoHeadings: true,
    sheet: options.sheet,
  });
  if (!opened.ok) return opened;
  const reading = opened.value;
  try {
    // Of several sheets another one may be meant: the next page offers them.
    if (reading.sample.length === 0 && reading.sheets.length < 2)
      return refused({ code: 'no-rows', headerRow: reading.headerRow });
    const admitted = await admitFile(deps, received.value, mediaTypes[reading.format]);
    if (!admitted.ok) return admitted;
    const agency = who.agency.id;
    return await actingAs(deps.db.app, actingFor(who), async (tx) => {
      const { name, sha256 } = admitted.value;
      const kept = await keepFile(tx, admitted.value, { agency, purpose: subject.name, by: who.person });
      const remembered = await findRememberedColumns(tx, agency, subject, reading.headings);
      const { columns, facts } = understoodAs(
        subject,
        reading,
        remembered,
        dayIn(who.agency.timeZone, deps.now()),
      );
      const { sheet, headerRow } = reading;
      const understood = { file: { id: kept, name, sha256 }, sheet, headerRow, columns, facts };
      const id = await insertImport(tx, agency, subject, understood, who.person);
      return done({ id, isRemembered: columns.isRemembered });
    });
  } finally {
    await reading.close();
  }
}

/**
 * Reads another sheet of a file that was taken in. What was said about the former sheet's columns is void. Refused
 * while work on the import is under way: it reads the former sheet.
 */
export async function chooseSheet<T extends ImportTypes>(
  deps: Pick<Deps, 'db' | 'files' | 'now'>,
  who: Importer,
  subject: ImportSubject<T>,
  id: string,
  sheet: string,
): Promise<Outcome<undefined, ImportRefusal>> {
  const agency = who.agency.id;
  const found = await actingAs(deps.db.app, actingFor(who), (tx) => findImport(tx, agency, subject, id));
  if (!found) return refused({ code: 'import-not-found' });
  if (!isOpen(found) || !found.file.kept) return refused({ code: 'import-closed' });
  const { isKnownHeading } = subject;
  return withLocalCopy(deps.files, found.file.kept.sha256, async (path) => {
    const opened = await openSheet(
      { name: found.file.name, path },
      { isKnownHeading, allowsNoHeadings: true, sheet },
    );
    if (!opened.ok) return opened;
    const reading = opened.value;
    try {
      return await actingAs(deps.db.app, actingFor(who), (tx) =>
        readAnew(tx, deps, who, subject, id, reading),
      );
    } finally {
      await reading.close();
    }
  });
}

async function readAnew<T extends ImportTypes>(
  tx: Transaction,
  deps: Pick<Deps, 'now'>,
  who: Importer,
  subject: ImportSubject<T>,
  id: string,
  reading: SheetReading,
): Promise<Outcome<undefined, ImportRefusal>> {
  const agency = who.agency.id;
  const current = await lockImport(tx, agency, subject, id);
  if (!current || !isOpen(current)) return refused({ code: 'import-closed' });
  const job = await findLatestJob(tx, agency, id);
  if (job && isLive(job)) return refused({ code: 'import-busy' });
  const remembered = await findRememberedColumns(tx, agency, subject, reading.headings);
  const understood = understoodAs(subject, reading, remembered, dayIn(who.agency.timeZone, deps.now()));
  await subject.deleteStaged(tx, agency, current.id);
  const { sheet, headerRow } = reading;
  await updateUnderstood(tx, agency, current.id, { sheet, headerRow, ...understood });
  return done(undefined);
}

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

/**
 * What was said about such a file holds, unless a column of it turns out to hold what nobody may keep, or it leaves
 * something to be said.
 */
function understoodAs<T extends ImportTypes>(
  subject: ImportSubject<T>,
  reading: SheetReading,
  remembered: RememberedColumns<T> | undefined,
  today: CalendarDate,
): { readonly columns: UnderstoodColumns<T['field']>; readonly facts: T['facts'] } {
  const proposal = subject.propose(reading.headings, reading.sample);
  const chosen =
    remembered && chosenMapping(proposal, rememberedMapping(reading.headings, remembered.columns));
  const known = chosen?.ok ? chosen.value : undefined;
  const mapping = known ?? mappingOf(proposal);
  const proposed = subject.proposeFacts(reading.preambleRows, mapping, today);
  const facts = { ...(remembered?.facts ?? subject.unsaid), ...proposed.facts };
  return {
    columns: {
      proposal,
      mapping,
      examples: proposal.columns.map((column) =>
        column.dropped || column.held ? [] : examplesOf(reading, column.index),
      ),
      sheets: reading.sheets,
      isRemembered: known !== undefined && proposed.from.length === 0 && !subject.missing({ mapping, facts }),
      reading: reading.facts,
      proposedFrom: proposed.from,
    },
    facts,
  };
}

function examplesOf(reading: SheetReading, index: number): readonly string[] {
  const texts = reading.sample.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 3);
}
