import { createHash } from 'node:crypto';
import type { ColumnMapping } from './column-proposal.ts';
import { foldHeading } from './heading.ts';

/** What somebody chose for the columns of a file, by heading: `employee number` or, for the second of two, `date 2`. */
export type ColumnMemory<F extends string> = Readonly<Record<string, F>>;

/**
 * What an agency's next file of the same export is recognized by: 32 hexadecimal digits that two rows of headings
 * share when they hold the same headings. Case, punctuation and abbreviations make no difference, nor does the
 * order: people move columns about, and a choice is remembered by heading and not by place. Undefined where no
 * column has a heading, since any such file would look alike.
 */
export function shapeKey(headings: readonly string[]): string | undefined {
  const folded = headings.map(foldHeading);
  if (folded.every((heading) => heading === '')) return undefined;
  return createHash('sha256').update(folded.toSorted().join('\n')).digest('hex').slice(0, 32);
}

/** The choices made for a file, fit to be kept and used for its next edition. */
export function columnMemory<F extends string>(
  headings: readonly string[],
  mapping: ColumnMapping<F>,
): ColumnMemory<F> {
  const names = headingNames(headings);
  const fields = Object.keys(mapping) as F[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const name = names[mapping[field] ?? -1];
      return name === undefined ? [] : [[name, field]];
    }),
  ) as ColumnMemory<F>;
}

/** The columns that remembered choices stand for in a file; what it no longer holds is left out. */
export function rememberedMapping<F extends string>(
  headings: readonly string[],
  memory: ColumnMemory<F>,
): ColumnMapping<F> {
  const mapping: Partial<Record<F, number>> = {};
  for (const [index, name] of headingNames(headings).entries()) {
    const field = Object.hasOwn(memory, name) ? memory[name] : undefined;
    if (field !== undefined) mapping[field] = index;
  }
  return mapping;
}

/** Each heading folded, and numbered from its second appearance on. */
function headingNames(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const folded = foldHeading(heading);
    const count = (seen.get(folded) ?? 0) + 1;
    seen.set(folded, count);
    return count === 1 ? folded : `${folded} ${count}`;
  });
}
