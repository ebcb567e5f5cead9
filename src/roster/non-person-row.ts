import type { ColumnMapping } from '../columns/column-proposal.ts';
import { namesField } from '../columns/known-heading.ts';
import { mappedText } from '../columns/mapped-cell.ts';
import { isBlank } from '../columns/value-shapes.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { type RosterField, rosterFields } from './roster-columns.ts';

/** Rows of a report that are about no person. */
export type NonPersonRow = 'repeated-header' | 'total' | 'footer' | 'section-heading';

const total =
  /^((grand |sub ?|report |overall )?totals?\b|count\s*[:=]|(number|no\.?) of (employees|officers|records|rows|members|staff)|(employees|officers|records|rows|headcount|sworn|civilian|members)\s*:\s*\d+$|\d+ (employees|officers|records|rows|members)\b)/i;
const footer =
  /^(report\b|printed\b|run (date|time|on|by)\b|generated\b|exported\b|created (on|by)\b|produced\b|as of \d|page \d|page\s*:|end of (report|list|file|roster)|\*+ ?end|confidential\b|for official use|for internal use|source\s*:|notes?\s*:|disclaimer|©|copyright|last updated|updated\s*:|prepared by|data (as of|current)|this (report|document|list|roster)\b)/i;
const section =
  /\b(division|unit|patrol|bureau|section|squad|shift|watch|district|precinct|station|command staff|team|investigations|administration|records|communications|department|platoon|sworn|civilian|personnel|operations|services|detectives|officers|sergeants|employees)\b/i;

/** What a row is when it isn't a person's, or undefined when it may be one. */
export function nonPersonRow(row: SheetRow, mapping: ColumnMapping<RosterField>): NonPersonRow | undefined {
  if (isRepeatedHeader(row, mapping)) return 'repeated-header';
  const filled = firstFilled(row);
  const first = filled[0]?.text ?? '';
  if (
    /^(grand |sub ?|report )?totals?:?$/i.test(first) ||
    (filled.length <= mostOfReport && total.test(first))
  )
    return 'total';
  if (filled.length <= 3 && filled.some((cell) => footer.test(cell.text))) return 'footer';
  if (filled.length > 1 || Object.keys(mapping).length < 3) return undefined;
  return section.test(first) || first.length > 60 ? 'section-heading' : undefined;
}

/** The first cells with something in them: reports' rows have few, and a person's needs no more to be told from them. */
function firstFilled({ cells }: SheetRow): readonly Cell[] {
  const filled: Cell[] = [];
  for (const cell of cells) {
    if (!isBlank(cell)) filled.push(cell);
    if (filled.length > mostOfReport) break;
  }
  return filled;
}

const mostOfReport = 4;

const identifying = new Set<RosterField>(['fullName', 'familyName', 'givenName', 'employeeNumber', 'badge']);
const identifyingFields = rosterFields.filter(({ field }) => identifying.has(field));

/**
 * Cells that name their own columns' fields: the heading row printed again on a new page. A name or number must be
 * among them, because `Sworn` and `Active` are values as well as headings.
 */
function isRepeatedHeader(row: SheetRow, mapping: ColumnMapping<RosterField>): boolean {
  if (hasNumber(row, mapping)) return false;
  const isNaming = (description: (typeof rosterFields)[number]) =>
    namesItsField(description, mappedText(row, mapping, description.field));
  if (!identifyingFields.some(isNaming)) return false;
  const filled = rosterFields.filter(({ field }) => mappedText(row, mapping, field) !== '');
  const naming = filled.filter(isNaming).length;
  return naming >= Math.min(2, filled.length) && filled.length - naming < 2;
}

/** A row with somebody's number is no heading: settles nearly every row at once. */
function hasNumber(row: SheetRow, mapping: ColumnMapping<RosterField>): boolean {
  return (
    /\d/.test(mappedText(row, mapping, 'employeeNumber')) || /\d/.test(mappedText(row, mapping, 'badge'))
  );
}

/** Headings are short and without digits, so most values need no closer look. */
function namesItsField(description: (typeof rosterFields)[number], text: string): boolean {
  return text !== '' && text.length <= 40 && !/\d/.test(text) && namesField(description, text);
}
