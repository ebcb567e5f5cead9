import { addressIn, type ListedAgency, type PastedLine } from './pasted-agencies.ts';

/** Of a line with several fitting agencies: it is none of them. */
export const noneOfThem = 'none';

/** What a person answered to looked-up lines. */
export interface ChosenLines {
  readonly agencies: readonly string[];
  readonly emails: readonly string[];
  /** What was typed in lines that put nobody on the list. */
  readonly leftOut: readonly string[];
  /** Fields of lines with several fitting agencies that have no answer yet. */
  readonly unanswered: readonly string[];
}

/** A looked-up line with the field in which a person answers to it. */
export interface AskedLine<Line extends PastedLine = PastedLine> {
  readonly line: Line;
  readonly field: string;
}

/** The lines of one kind, each with the name of its field. */
export function askedLines<Is extends PastedLine['is']>(
  lines: readonly PastedLine[],
  is: Is,
): readonly AskedLine<Extract<PastedLine, { is: Is }>>[] {
  return lines
    .filter((line): line is Extract<PastedLine, { is: Is }> => line.is === is)
    .map((line, place) => ({ line, field: `${is}-${place}` }));
}

/**
 * Reads the answers: every line is chosen, left out or unanswered, so that none gets lost. `sent` gives what a field was
 * sent with, '' without it.
 */
export function chosenLines(lines: readonly PastedLine[], sent: (field: string) => string): ChosenLines {
  const found = askedLines(lines, 'found');
  const several = askedLines(lines, 'several');
  const addresses = askedLines(lines, 'address');
  const isTicked = ({ line, field }: (typeof found)[number]) => sent(field) === line.agency.agency;
  const isKept = ({ line, field }: (typeof addresses)[number]) => addressIn(sent(field)) === line.typed;
  const picked = ({ line, field }: (typeof several)[number]): ListedAgency | undefined =>
    line.candidates.find(({ agency }) => agency === sent(field));
  const taken = new Set<PastedLine>([
    ...found.filter(isTicked).map(({ line }) => line),
    ...several.filter((asked) => picked(asked)).map(({ line }) => line),
    ...addresses.filter(isKept).map(({ line }) => line),
  ]);
  return {
    agencies: [
      ...found.filter(isTicked).map(({ line }) => line.agency.agency),
      ...several.flatMap((asked) => picked(asked)?.agency ?? []),
    ],
    emails: addresses.filter(isKept).map(({ line }) => line.typed),
    leftOut: lines.filter((line) => !taken.has(line)).map(({ typed }) => typed),
    unanswered: several
      .filter((asked) => !picked(asked) && sent(asked.field) !== noneOfThem)
      .map(({ field }) => field),
  };
}
