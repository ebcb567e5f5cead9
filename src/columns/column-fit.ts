import type { Cell } from '../spreadsheet/sheet.ts';
import type { ValueKind } from './column-values.ts';
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
  /** What its values are: in a file without headings it is told by them, if one column alone holds such values. */
  readonly values?: ValueKind;
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
  const position = namePosition(description, folded);
  if (position >= 0) return namedFit(position, values);
  if (someoneElse.test(folded)) return undefined;
  return partlyNamedFit(description, folded, values) ?? valuesFit(description, heading, values);
}

/** Where a folded heading stands among the field's names; -1 when it isn't one of them in full. */
export function namePosition(description: FieldDescription<string>, folded: string): number {
  if (folded === '') return -1;
  const names = foldedNames(description);
  const position = names.texts.get(folded) ?? -1;
  const pattern = names.patterns.find(([, words]) => words.test(folded));
  return pattern && (position < 0 || pattern[0] < position) ? pattern[0] : position;
}

interface FoldedNames {
  readonly texts: ReadonlyMap<string, number>;
  readonly patterns: readonly (readonly [number, RegExp])[];
}

const namesOnceFolded = new WeakMap<FieldDescription<string>, FoldedNames>();

/** The names of a field folded once: every row of a file is held against them. */
function foldedNames(description: FieldDescription<string>): FoldedNames {
  const known = namesOnceFolded.get(description);
  if (known) return known;
  const texts = new Map<string, number>();
  const patterns: [number, RegExp][] = [];
  for (const [position, name] of description.names.entries()) {
    if (typeof name !== 'string') patterns.push([position, name]);
    else if (!texts.has(foldHeading(name))) texts.set(foldHeading(name), position);
  }
  namesOnceFolded.set(description, { texts, patterns });
  return { texts, patterns };
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
  const covered = Math.max(
    0,
    ...foldedNames(description)
      .texts.keys()
      .map((name) => coverage(folded, name)),
  );
  if (covered < 0.5 || (values !== undefined && values < 0.5)) return undefined;
  const confidence = covered * (values === undefined ? 0.75 : 0.5 + 0.35 * values);
  return { confidence: Math.max(confidence, leastConfidence), why: 'part-of-name', rank: confidence };
}

function coverage(heading: string, name: string): number {
  if (!heading.includes(name) || !` ${heading} `.includes(` ${name} `)) return 0;
  const others = ` ${heading} `.replace(` ${name} `, ' ').trim().split(' ');
  const isTold = !saysLittle.has(name) || others.every((word) => personWords.has(word));
  return isTold ? name.split(' ').length / heading.split(' ').length : 0;
}

/** Words that take their meaning from the word beside them: `Agency Name` names no person, `Course ID` numbers none. */
const saysLittle = new Set([
  'name',
  'id',
  'number',
  'code',
  'type',
  'status',
  'title',
  'class',
  'category',
  'group',
]);
const personWords = new Set(
  `employee officer member staff person personnel user deputy trooper student learner attendee trainee participant full legal
  display preferred emp the of s`.split(/\s+/),
);

function valuesFit<F extends string>(
  description: FieldDescription<F>,
  heading: string,
  values: number | undefined,
): ColumnFit | undefined {
  if (!description.tellsByValues || values === undefined || values < 0.8) return undefined;
  const confidence = (isEmptyHeading(heading) ? 0.7 : 0.5) * values;
  return { confidence, why: 'values', rank: confidence };
}
