import type { ColumnMapping } from '../columns/column-proposal.ts';
import type { FileImport, ImportReport, ImportTypes } from '../file-import/file-import.ts';
import type { EmptyText } from './free-text-fields.ts';
import type { MissingChoice } from './missing-choice.ts';
import type { RosterField } from './roster-columns.ts';
import type { StaffKind } from './staff-kind.ts';

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
  /** Perhaps somebody on the roster: nothing is done until somebody says. */
  | 'unclear'
  | 'refused'
  /** Says more, or the same, about a person whom another row names. */
  | 'folded';

export const rosterChangeKinds: readonly RosterChangeKind[] = [
  'unclear',
  'added',
  'changed',
  'returning',
  'separated',
  'missing',
  'undecided',
  'refused',
  'unchanged',
  'folded',
];

/** Of others nobody knows yet whether they are sworn, or it doesn't matter. */
export function isDecided({ kind }: { readonly kind: RosterChangeKind }): boolean {
  return !['undecided', 'unclear', 'refused', 'folded'].includes(kind);
}

/** What was found in the file, for as long as it is planned. */
export interface RosterReport extends ImportReport<RosterChangeKind> {
  /** Rows that say more about a person whom another row names. */
  readonly rowsFolded: number;
  readonly people: number;
  /** Rows that were used, but that somebody should look at; not said of files planned before this was counted. */
  readonly rowsToLookAt?: number | undefined;
  /** Texts such as `N/A` that were read as blank; not said of files planned before this was told. */
  readonly emptyTexts?: readonly EmptyText[] | undefined;
}

/** What a person may say about a file besides its columns. */
export interface RosterFileFacts {
  /** The file lists everybody on staff. */
  readonly fullRoster: boolean;
  readonly defaultKind?: StaffKind | undefined;
}

export interface RosterImportTypes extends ImportTypes {
  readonly field: RosterField;
  readonly facts: RosterFileFacts;
  readonly kind: RosterChangeKind;
  readonly report: RosterReport;
  readonly choice: MissingChoice;
}

export type RosterImport = FileImport<RosterImportTypes>;

/** Whether the columns chosen name people: a full name, or a family name. */
export function namesPeople(mapping: ColumnMapping<RosterField>): boolean {
  return mapping.fullName !== undefined || mapping.familyName !== undefined;
}
