import type { ColumnMapping } from '../columns/column-proposal.ts';
import { mappedText } from '../columns/mapped-cell.ts';
import { saysNothing } from '../columns/says-nothing.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import type { RosterField } from './roster-columns.ts';

/** Fields of which any text is taken as it is: there `N/A` would stand for a rank or a unit. */
const freeTexts: readonly RosterField[] = [
  'middleName',
  'suffix',
  'rank',
  'jobTitle',
  'rankWritten',
  'kind',
  'category',
  'unit',
  'shift',
  'employmentStatus',
];
const asSet: ReadonlySet<RosterField> = new Set(freeTexts);

export function isFreeText(field: RosterField): boolean {
  return asSet.has(field);
}

/** A text that stands in cells with nothing to say, and in how many rows. */
export interface EmptyText {
  readonly field: RosterField;
  readonly text: string;
  readonly rows: number;
}

/** Counts the texts that were read as blank, for a person to know of. */
export class EmptyTexts {
  readonly #found = new Map<string, EmptyText>();
  readonly #mapping: ColumnMapping<RosterField>;
  readonly #fields: readonly RosterField[];

  constructor(mapping: ColumnMapping<RosterField>) {
    this.#mapping = mapping;
    this.#fields = freeTexts.filter((field) => mapping[field] !== undefined);
  }

  count(row: SheetRow): void {
    for (const field of this.#fields) {
      const text = mappedText(row, this.#mapping, field);
      if (!saysNothing(text)) continue;
      const key = `${field} ${text}`;
      const rows = (this.#found.get(key)?.rows ?? 0) + 1;
      this.#found.set(key, { field, text, rows });
    }
  }

  /** Those met most often first, no more than a person reads. */
  get most(): readonly EmptyText[] {
    return [...this.#found.values()].toSorted((a, b) => b.rows - a.rows).slice(0, 10);
  }
}
