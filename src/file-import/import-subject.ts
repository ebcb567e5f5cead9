import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping, ColumnProposal } from '../columns/column-proposal.ts';
import type { Acting, AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { CopyRows } from '../database/copying.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { Outcome } from '../outcome.ts';
import type { SheetReading, SheetRow } from '../spreadsheet/sheet.ts';
import type {
  FileImport,
  ImportId,
  ImportSubjectName,
  ImportTypes,
  SaidOfFile,
  UndoRefusal,
} from './file-import.ts';
import type { DoubtfulDates } from './taken-dates.ts';

/** Who imports, and for which agency. */
export interface Importer {
  readonly agency: Pick<AgencyPlace, 'id' | 'timeZone'>;
  readonly person: PersonId;
}

export function actingFor(who: Importer): Acting & { readonly as: 'agency' } {
  return { as: 'agency', agency: who.agency.id, person: who.person };
}

/** What a subject itself finds in a file. */
export type PlannedReport<T extends ImportTypes> = Omit<
  T['report'],
  'heldAgainst' | 'dates' | 'proposedDates' | 'rememberedDates' | 'troubles' | 'stamp'
>;

/** A file that is being held against what is here. */
export interface Planning<T extends ImportTypes> {
  readonly tx: Transaction;
  readonly copy: CopyRows;
  readonly agency: AgencyId;
  readonly import: ImportId;
  readonly reading: SheetReading;
  readonly said: SaidOfFile<T>;
  readonly today: CalendarDate;
  readonly dates: DoubtfulDates;
  /** Says how many rows have been read, of how many. Throws when the work shall not go on; let that pass. */
  report(rows: number, of: number): void;
}

/** What the import of a file needs to know about what the file tells of. */
export interface ImportSubject<T extends ImportTypes> {
  readonly name: ImportSubjectName;
  /** The kinds of staged rows, those a person should see first in front. */
  readonly kinds: readonly T['kind'][];
  /** How many rows there are to look at, for a subject that lists them beside the kinds. */
  countToLookAt?(report: T['report']): number;
  /** More rows than this are refused: no agency has them, and reading them costs everybody else's turn. */
  readonly rowsAtMost: number;
  /** What is assumed of a file until somebody says otherwise. */
  readonly unsaid: T['facts'];
  isKnownHeading(heading: string): boolean;
  propose(headings: readonly string[], sample: readonly SheetRow[]): ColumnProposal<T['field']>;
  /** What the lines above the headings say of every row: proposed to the person, never applied unasked. */
  proposeFacts(
    preamble: readonly SheetRow[],
    mapping: ColumnMapping<T['field']>,
    today: CalendarDate,
  ): ProposedFacts<T>;
  /** The other subject, when the headings tell of that one; `facts` are what is said or proposed for the whole file. */
  meantFor(headings: readonly string[], facts: T['facts']): ImportSubjectName | undefined;
  /** Of what was said about a file, what holds for the next one with the same headings. */
  lastingFacts(facts: T['facts']): T['facts'];
  /** What the columns and the person have to say at least. */
  missing(said: SaidOfFile<T>): 'no-name-column' | 'no-course' | undefined;
  /** Held until the end of the transaction: whoever changes the same things waits. */
  lock(tx: Transaction, agency: AgencyId): Promise<void>;
  /** A fingerprint of everything a plan depends on beside the file. */
  basis(tx: Transaction, agency: AgencyId): Promise<string>;
  /** Reads the file and stages what it would do. Refused when no row of it can be used. */
  plan(planning: Planning<T>): Promise<Outcome<PlannedReport<T>, NothingFound>>;
  countStaged(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number>;
  deleteStaged(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void>;
  /** Carries a staged plan out. The answer goes into the audit trail. */
  apply(
    tx: Transaction,
    agency: AgencyId,
    found: FileImport<T>,
    choice: T['choice'],
  ): Promise<Readonly<Record<string, number>>>;
  /** To whom of an import something newer happened, so that it can't be taken back any more. */
  listTouchedSince?(tx: Transaction, agency: AgencyId, id: ImportId): Promise<TouchedSince>;
  /** Takes back what the import did, unless something newer touched the same people. */
  undo(
    tx: Transaction,
    agency: AgencyId,
    found: FileImport<T>,
  ): Promise<Outcome<Readonly<Record<string, number>>, UndoRefusal>>;
}

/** Named in an address where a kind of rows may be: those to look at, of every kind. */
export const toLookAtName = 'to-look-at';

export interface TouchedSince {
  readonly people: number;
  /** Of at most three of them. */
  readonly names: readonly string[];
}

export function touchedRefusal({ people, names }: TouchedSince): UndoRefusal | undefined {
  return people > 0 ? { code: 'touched-since', people, names } : undefined;
}

/** The other subject, when a file seems to have been given to the wrong one. */
export function meantFor<T extends ImportTypes>(
  subject: ImportSubject<T>,
  { columns, facts }: Pick<FileImport<T>, 'columns' | 'facts'>,
): ImportSubjectName | undefined {
  return subject.meantFor(
    columns.proposal.columns.map(({ heading }) => heading),
    facts,
  );
}

export interface ProposedFacts<T extends ImportTypes> {
  readonly facts: Partial<T['facts']>;
  /** The lines of the file that the proposals were read from, as the spreadsheet numbers them. */
  readonly from: readonly { readonly row: number; readonly text: string }[];
}

export interface NothingFound {
  readonly code: 'nothing-found';
}

/** Rows of a reading, with `report` told after each batch how many there were so far, and at the end that these are all. */
export async function* reportedRows(
  planning: Pick<Planning<ImportTypes>, 'reading' | 'report'>,
): AsyncGenerator<readonly SheetRow[]> {
  const { reading } = planning;
  let rows = 0;
  for await (const batch of reading.rows()) {
    yield batch;
    rows += batch.length;
    planning.report(rows, Math.max(rows + 1, reading.rowsAtMost));
  }
  planning.report(rows, rows);
}
