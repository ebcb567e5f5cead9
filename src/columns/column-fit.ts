import type { Cell } from '../spreadsheet/sheet.ts';
import { foldHeading, isEmptyHeading } from './heading.ts';
import { isBlank } from './value-shapes.ts';

/** What a kind of file may hold in a column. */
export interface FieldDescription<F extends string> {
  readonly field: F;
  /**
   * Headings it is met under, best first. A text is compared word by word, whatever the case and abbreviation
   * (see `foldHeading`); a pattern is tested against the folded heading.
   */
  readonly names: readonly (string | RegExp)[];
  /** How much (0 to 1) sample values look like this field. */
  readonly looksLike?: (cells: readonly Cell[]) => number;
  /** Values alone are enough where the heading says nothing known: emails, `Last, First`. */
  readonly tellsByValues?: boolean;
}

export interface ColumnFit {
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: 'name' | 'name-and-values' | 'name-against-values' | 'part-of-name' | 'values';
  /** Orders the fits of one file: confidence, then how early the name stands in the field's list. */
  readonly rank: number;
}

/** Below this a column is left unrecognized rather than guessed. */
export const leastConfidence = 0.4;

/** Words that make a column be about someone or something other than the row's person. */
const someoneElse =
  /\b(supervisors?|managers?|approver|approved by|created by|entered by|updated by|modified( by)?|recorded by|instructors?|trainers?|contact|previous|former|prior|maiden|report(s|ed|ing)? to|by)\b/;

/** How well a column fits a field, or undefined when nothing speaks for it. */
export function fitOf<F extends string>(
  description: FieldDescription<F>,
  heading: string,
  cells: readonly Cell[],
): ColumnFit | undefined {
  const folded = foldHeading(heading);
  const filled = cells.filter((cell) => !isBlank(cell));
  const values = description.looksLike && filled.length > 0 ? description.looksLike(filled) : undefined;
  const position = description.names.findIndex((name) => isNamed(folded, name));
  if (position >= 0) return namedFit(position, values);
  if (someoneElse.test(folded)) return undefined;
  return partlyNamedFit(description, folded, values) ?? valuesFit(description, heading, values);
}

function isNamed(folded: string, name: string | RegExp): boolean {
  if (folded === '') return false;
  return typeof name === 'string' ? foldHeading(name) === folded : name.test(folded);
}

function namedFit(position: number, values: number | undefined): ColumnFit {
  const lead = 1 - position / 1000;
  if (values === undefined) return { confidence: 0.9, why: 'name', rank: 0.9 * lead };
  if (values < 0.2) return { confidence: 0.45, why: 'name-against-values', rank: 0.45 * lead };
  const confidence = 0.75 + 0.25 * values;
  return { confidence, why: 'name-and-values', rank: confidence * lead };
}

/** `Officer Last Name` holds `last name`: the more of the heading a name covers, the better. */
function partlyNamedFit<F extends string>(
  description: FieldDescription<F>,
  folded: string,
  values: number | undefined,
): ColumnFit | undefined {
  const covered = Math.max(0, ...description.names.map((name) => coverage(folded, name)));
  if (covered < 0.5 || (values !== undefined && values < 0.5)) return undefined;
  const confidence = covered * (values === undefined ? 0.75 : 0.5 + 0.35 * values);
  return { confidence: Math.max(confidence, leastConfidence), why: 'part-of-name', rank: confidence };
}

function coverage(folded: string, name: string | RegExp): number {
  if (typeof name !== 'string') return 0;
  const words = foldHeading(name);
  return ` ${folded} `.includes(` ${words} `) ? words.split(' ').length / folded.split(' ').length : 0;
}

function valuesFit<F extends string>(
  description: FieldDescription<F>,
  heading: string,
  values: number | undefined,
): ColumnFit | undefined {
  if (!description.tellsByValues || values === undefined || values < 0.8) return undefined;
  const confidence = (isEmptyHeading(heading) ? 0.7 : 0.5) * values;
  return { confidence, why: 'values', rank: confidence };
}
