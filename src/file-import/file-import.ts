import type { Brand } from '../brand.ts';
import type { ColumnMapping, ColumnProposal } from '../columns/column-proposal.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { FileRefusal } from '../files/file-kind.ts';
import type { CellTrouble } from '../spreadsheet/cell-trouble.ts';
import type { ReadRefusal } from '../spreadsheet/read-refusal.ts';
import type { ReadingFact } from '../spreadsheet/reading-fact.ts';
import type { SheetName } from '../spreadsheet/sheet.ts';
import type { PlanPart } from './plan-stamp.ts';
import type { TakenDates } from './taken-dates.ts';

export type ImportId = Brand<'ImportId'>;

/** What files tell about: the people of an agency, their training, or who has acknowledged the policy. */
export type ImportSubjectName = 'roster' | 'training' | 'acknowledgment';

/** `understood`: its columns wait to be confirmed. `planned`: what it would change waits to be confirmed. */
export type ImportState = 'understood' | 'planned' | 'committed' | 'undone' | 'discarded';

/** How the columns of a file are understood. */
export interface UnderstoodColumns<Field extends string> {
  readonly proposal: ColumnProposal<Field>;
  readonly mapping: ColumnMapping<Field>;
  /** A few values of each column that isn't dropped, to recognize it by. */
  readonly examples: readonly (readonly string[])[];
  readonly sheets: readonly SheetName[];
  /** An earlier file with the same headings was read so. */
  readonly isRemembered: boolean;
  /** What a person should know of how the file was read. */
  readonly reading: readonly ReadingFact[];
  /** Lines above the headings from which facts for the whole file are proposed. */
  readonly proposedFrom: readonly { readonly row: number; readonly text: string }[];
}

/** What was found in a file, for as long as it is planned. */
export interface ImportReport<Kind extends string> {
  readonly rowsRead: number;
  /** How many staged rows there are of each kind. */
  readonly counts: Readonly<Record<Kind, number>>;
  /** How many dates can't be read as they are written, but for those remembered from an earlier file. */
  readonly dates: number;
  /** Of them, those with a proposal; and those of which it was said before what they mean. */
  readonly proposedDates?: number;
  readonly rememberedDates?: number;
  /** Spoiled cells of the whole file, but for columns that nobody may keep; not said of files planned before. */
  readonly troubles?: readonly CellTrouble[] | undefined;
  /** What the plan was held against: when that has changed, a new plan is needed. */
  readonly heldAgainst: string;
  /** Of this planning: `planStamp`. */
  readonly stamp: string;
}

/** What the imports of one subject are made of. */
export interface ImportTypes {
  /** What a column may hold. */
  readonly field: string;
  /** What may be said once for the whole file. */
  readonly facts: object;
  /** What a staged row would do. */
  readonly kind: string;
  readonly report: ImportReport<string>;
  /** What a person chooses when the plan is carried out. */
  readonly choice: object;
}

/** What a person says about a file: what its columns hold, and what holds for all of its rows. */
export interface SaidOfFile<T extends ImportTypes> {
  readonly mapping: ColumnMapping<T['field']>;
  readonly facts: T['facts'];
  /** The proposed dates that were taken; none without it. */
  readonly takenDates?: TakenDates;
}

export interface ImportedFile {
  readonly name: string;
  /** Of the content as it was received. */
  readonly sha256: string;
  /** What is kept of it: nothing once the import was given up. */
  readonly kept: { readonly id: StoredFileId; readonly sha256: string; readonly size: number } | undefined;
}

export interface FileImport<T extends ImportTypes> {
  readonly id: ImportId;
  readonly state: ImportState;
  readonly file: ImportedFile;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: UnderstoodColumns<T['field']>;
  readonly facts: T['facts'];
  readonly takenDates: TakenDates;
  readonly report: T['report'] | undefined;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly committedAt: Date | undefined;
  readonly committedBy: string | undefined;
  readonly undoneAt: Date | undefined;
}

/** An import, and the kind of work on it that is waiting or under way. */
export interface ListedImport<T extends ImportTypes> extends FileImport<T> {
  readonly work: string | undefined;
}

/** Neither carried out nor given up. */
export function isOpen({ state }: { readonly state: ImportState }): boolean {
  return state === 'understood' || state === 'planned';
}

export type ImportRefusal =
  | FileRefusal
  | ReadRefusal
  /** Column names with nothing below them, in the only sheet there is. */
  | { readonly code: 'no-rows'; readonly headerRow: number }
  | { readonly code: 'import-not-found' }
  /** Committed or discarded before. */
  | { readonly code: 'import-closed' }
  | { readonly code: 'import-busy' }
  | { readonly code: 'no-name-column' }
  | { readonly code: 'no-course' }
  | { readonly code: 'column-chosen-twice'; readonly heading: string }
  | { readonly code: 'column-not-usable' }
  /** No row names anybody. */
  | { readonly code: 'nothing-found' }
  /** What the plan was held against changed. */
  | { readonly code: 'plan-outdated' }
  /** Another plan was shown to the person; `parts` says what differs, as far as that can be told. */
  | { readonly code: 'plan-changed'; readonly parts: readonly PlanPart[] }
  /** The columns of the file have to be confirmed first. */
  | { readonly code: 'not-planned' }
  | UndoRefusal
  /** The work itself came to nothing, in spite of several tries. */
  | { readonly code: 'work-failed' | 'gave-up' };

export type UndoRefusal =
  | { readonly code: 'not-committed' }
  /** Something newer touched people of this import; at most three are named. */
  | { readonly code: 'touched-since'; readonly people: number; readonly names: readonly string[] };

export function totalOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
