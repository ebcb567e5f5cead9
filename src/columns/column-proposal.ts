import { done, type Outcome, refused } from '../outcome.ts';
import { listBeside } from '../spreadsheet/list-beside.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { type ColumnFit, type FieldDescription, fitOf, leastConfidence } from './column-fit.ts';
import { columnValues, type ValueKind } from './column-values.ts';
import { isEmptyHeading } from './heading.ts';
import { couldBeSsns, type SensitiveKind, sensitiveByName, sensitiveByValues } from './sensitive-column.ts';
import { isBlank } from './value-shapes.ts';

export type { FieldDescription } from './column-fit.ts';

export type ColumnReason =
  | ColumnFit['why']
  | 'sensitive-name'
  | 'sensitive-values'
  | 'may-be-sensitive'
  | 'other-column-fits-better'
  | 'not-recognized'
  | 'empty';

/** What one column of a file is taken for. `dropped` columns hold data nobody needs and can't be chosen. */
export interface ProposedColumn<F extends string> {
  /** 0-based position in the row. */
  readonly index: number;
  readonly heading: string;
  readonly field: F | undefined;
  /** 0 to 1; 0 when no field is proposed. */
  readonly confidence: number;
  readonly why: ColumnReason;
  readonly dropped?: SensitiveKind;
  /** Holds what may be such data: left out too, unless somebody says what the column is. */
  readonly held?: SensitiveKind;
  /** What the values of an unrecognized column are, for a person to tell it by. */
  readonly holds?: ValueKind;
}

export interface ColumnProposal<F extends string> {
  readonly columns: readonly ProposedColumn<F>[];
}

/** Which column (0-based) holds a field; fields without a column are missing. */
export type ColumnMapping<F extends string> = Readonly<Partial<Record<F, number>>>;

interface Candidate<F extends string> {
  readonly index: number;
  readonly field: F;
  readonly fit: ColumnFit;
}

/** Proposes a field for each column from its heading and sample values; each field gets at most one column. */
export function proposeColumns<F extends string>(
  fields: readonly FieldDescription<F>[],
  headings: readonly string[],
  sample: readonly SheetRow[],
): ColumnProposal<F> {
  const width = Math.max(headings.length, ...sample.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const heading = headings[index] ?? '';
    const cells = columnCells(sample, index);
    const sensitive = sensitivity(fields, heading, cells);
    const isHeld = !sensitive && couldBeSsns(cells) && !isNamed(fields, heading);
    return { index, heading, cells, sensitive, isHeld };
  });
  const beside = listBeside(headings);
  const isBeside = (index: number) => beside !== undefined && index >= beside.from && index <= beside.to;
  const candidates = columns
    .filter(({ index, sensitive, isHeld }) => sensitive === undefined && !isHeld && !isBeside(index))
    .flatMap(({ index, heading, cells }) => candidatesFor(fields, index, heading, cells));
  const chosen = choose(candidates);
  const isAnyNamed = headings.some((heading) => !isEmptyHeading(heading));
  const told = isAnyNamed
    ? new Map<number, Candidate<F>>()
    : toldByValues(
        fields,
        columns.filter(({ index, sensitive, isHeld }) => !sensitive && !isHeld && !chosen.has(index)),
        chosen,
      );
  return {
    columns: columns.map(({ index, heading, cells, sensitive, isHeld }) => {
      if (isHeld)
        return { index, heading, field: undefined, confidence: 0, why: 'may-be-sensitive', held: 'ssn' };
      if (sensitive) {
        return {
          index,
          heading,
          field: undefined,
          confidence: 0,
          why: sensitive.why,
          dropped: sensitive.kind,
        };
      }
      const choice = chosen.get(index) ?? told.get(index);
      if (choice)
        return {
          index,
          heading,
          field: choice.field,
          confidence: choice.fit.confidence,
          why: choice.fit.why,
        };
      const holds = columnValues(cells)?.kind;
      return {
        index,
        heading,
        field: undefined,
        confidence: 0,
        why: unchosenReason(index, candidates, cells),
        ...(holds && { holds }),
      };
    }),
  };
}

/** The columns whose values nobody may see or keep: those that are dropped, and those held that nobody said anything of. */
export function columnsLeftOut<F extends string>(
  { columns }: ColumnProposal<F>,
  mapping: ColumnMapping<F>,
): ReadonlySet<number> {
  const used = new Set(Object.values<number | undefined>(mapping));
  const out = columns.filter(({ index, dropped, held }) => dropped || (held && !used.has(index)));
  return new Set(out.map(({ index }) => index));
}

/** The mapping a proposal stands for. */
export function mappingOf<F extends string>(proposal: ColumnProposal<F>): ColumnMapping<F> {
  const mapping: Partial<Record<F, number>> = {};
  for (const { field, index } of proposal.columns) if (field !== undefined) mapping[field] = index;
  return mapping;
}

export type MappingRefusal =
  | { readonly code: 'column-dropped'; readonly heading: string; readonly dropped: SensitiveKind }
  | { readonly code: 'column-missing'; readonly index: number }
  | { readonly code: 'column-chosen-twice'; readonly heading: string };

/** The mapping a person chose instead of the proposed one. A dropped column is refused. */
export function chosenMapping<F extends string>(
  proposal: ColumnProposal<F>,
  choice: ColumnMapping<F>,
): Outcome<ColumnMapping<F>, MappingRefusal> {
  const seen = new Set<number>();
  for (const index of Object.values<number | undefined>(choice)) {
    if (index === undefined) continue;
    const column = proposal.columns.find((candidate) => candidate.index === index);
    if (!column) return refused({ code: 'column-missing', index });
    if (column.dropped)
      return refused({ code: 'column-dropped', heading: column.heading, dropped: column.dropped });
    if (seen.has(index)) return refused({ code: 'column-chosen-twice', heading: column.heading });
    seen.add(index);
  }
  return done(choice);
}

function columnCells(sample: readonly SheetRow[], index: number): readonly Cell[] {
  return sample.flatMap((row) => row.cells[index] ?? []);
}

/** A heading that a field names in full is that field, unless its values are numbers nobody may keep. */
function sensitivity<F extends string>(
  fields: readonly FieldDescription<F>[],
  heading: string,
  cells: readonly Cell[],
): { readonly kind: SensitiveKind; readonly why: 'sensitive-name' | 'sensitive-values' } | undefined {
  const named = sensitiveByName(heading);
  if (named) return { kind: named, why: 'sensitive-name' };
  const shown = sensitiveByValues(heading, cells);
  if (!shown) return undefined;
  const isKnown = fields.some((field) => fitOf(field, heading, [])?.why === 'name');
  return shown === 'ssn' || !isKnown ? { kind: shown, why: 'sensitive-values' } : undefined;
}

/** Whether the heading says what the column holds. */
function isNamed<F extends string>(fields: readonly FieldDescription<F>[], heading: string): boolean {
  return fields.some((field) => fitOf(field, heading, []) !== undefined);
}

function candidatesFor<F extends string>(
  fields: readonly FieldDescription<F>[],
  index: number,
  heading: string,
  cells: readonly Cell[],
): readonly Candidate<F>[] {
  return fields.flatMap((description) => {
    const fit = fitOf(description, heading, cells);
    return fit && fit.confidence >= leastConfidence ? { index, field: description.field, fit } : [];
  });
}

/** Best fit first; between equals the leftmost column wins. */
function choose<F extends string>(candidates: readonly Candidate<F>[]): ReadonlyMap<number, Candidate<F>> {
  const chosen = new Map<number, Candidate<F>>();
  const taken = new Set<F>();
  for (const candidate of candidates.toSorted((a, b) => b.fit.rank - a.fit.rank || a.index - b.index)) {
    if (chosen.has(candidate.index) || taken.has(candidate.field)) continue;
    chosen.set(candidate.index, candidate);
    taken.add(candidate.field);
  }
  return chosen;
}

/**
 * The columns of a file without headings, told by what their values are: only where one column holds such values.
 * Between two columns of dates a person must choose; and where other columns do have headings, the lack of one
 * says that the column is nothing much.
 */
function toldByValues<F extends string>(
  fields: readonly FieldDescription<F>[],
  columns: readonly { readonly index: number; readonly heading: string; readonly cells: readonly Cell[] }[],
  chosen: ReadonlyMap<number, Candidate<F>>,
): ReadonlyMap<number, Candidate<F>> {
  const taken = new Set([...chosen.values()].map(({ field }) => field));
  const told = new Map<number, Candidate<F>>();
  for (const { field, values } of fields) {
    const alike = columns.filter(({ cells }) => values !== undefined && columnValues(cells)?.kind === values);
    const [only] = alike;
    if (!only || alike.length > 1 || taken.has(field) || told.has(only.index)) continue;
    const fit: ColumnFit = { confidence: leastConfidence, why: 'values', rank: leastConfidence };
    told.set(only.index, { index: only.index, field, fit });
  }
  return told;
}

function unchosenReason<F extends string>(
  index: number,
  candidates: readonly Candidate<F>[],
  cells: readonly Cell[],
): ColumnReason {
  if (candidates.some((candidate) => candidate.index === index)) return 'other-column-fits-better';
  return cells.every(isBlank) ? 'empty' : 'not-recognized';
}
