import type { Brand } from '../brand.ts';
import type { ColumnMapping, ColumnProposal } from '../columns/column-proposal.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { FileRefusal } from '../files/file-kind.ts';
import type { ReadRefusal } from '../spreadsheet/read-refusal.ts';
import type { RosterField } from './roster-columns.ts';
import type { StaffKind } from './staff-kind.ts';

export type RosterImportId = Brand<'RosterImportId'>;

/** What an import would do to a person, or why a row adds nobody. */
export type RosterChangeKind =
  | 'added'
  | 'changed'
  | 'returning'
  | 'separated'
  /** Not in a file that lists everybody: separated only when somebody says so. */
  | 'missing'
  | 'unchanged'
  /** Nobody has said yet whether the person is sworn. */
  | 'undecided'
  | 'refused';

export const rosterChangeKinds: readonly RosterChangeKind[] = [
  'added',
  'changed',
  'returning',
  'separated',
  'missing',
  'undecided',
  'refused',
  'unchanged',
];

export type RosterChangeCounts = Readonly<Record<RosterChangeKind, number>>;

/** What was found in the file, for as long as it is planned. */
export interface RosterReport {
  readonly rowsRead: number;
  /** Rows that say more about a person whom another row names. */
  readonly rowsFolded: number;
  readonly people: number;
  readonly counts: RosterChangeCounts;
  /** The roster the plan was held against: another one asks for a new plan. */
  readonly heldAgainst: string;
}

/** How the columns of a file are understood. */
export interface RosterColumns {
  readonly proposal: ColumnProposal<RosterField>;
  readonly mapping: ColumnMapping<RosterField>;
  /** A few values of each column that isn't dropped, to recognize it by. */
  readonly examples: readonly (readonly string[])[];
  readonly sheets: readonly string[];
}

export interface RosterImport {
  readonly id: RosterImportId;
  readonly state: 'understood' | 'planned' | 'committed' | 'discarded';
  readonly file: { readonly id: StoredFileId; readonly name: string; readonly sha256: string };
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: RosterColumns;
  readonly fullRoster: boolean;
  readonly defaultKind: StaffKind | undefined;
  readonly report: RosterReport | undefined;
  readonly startedAt: Date;
  readonly committedAt: Date | undefined;
}

/** What a person may say about a file besides its columns. */
export interface RosterFileFacts {
  readonly mapping: ColumnMapping<RosterField>;
  /** The file lists everybody on staff. */
  readonly fullRoster: boolean;
  readonly defaultKind: StaffKind | undefined;
}

export type RosterImportRefusal =
  | FileRefusal
  | ReadRefusal
  | { readonly code: 'import-not-found' }
  /** Committed or discarded before. */
  | { readonly code: 'import-closed' }
  | { readonly code: 'no-name-column' }
  | { readonly code: 'column-chosen-twice'; readonly heading: string }
  | { readonly code: 'column-not-usable' }
  | { readonly code: 'no-people' }
  | { readonly code: 'plan-outdated' };

/** Whether the columns chosen name people: a full name, or a family name. */
export function namesPeople(mapping: ColumnMapping<RosterField>): boolean {
  return mapping.fullName !== undefined || mapping.familyName !== undefined;
}
