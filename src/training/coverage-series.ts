import { type Program, programs } from '../campaign-rules/program.ts';
import type { CoverageGroup } from './coverage-group.ts';

/** From the day at `first` to the one before `until`; both are places among the days that are asked about. */
interface Span {
  readonly first: number;
  readonly until: number;
}

export interface HeldSpan extends Span {
  readonly program: Program;
}

/** People to whom the same happened between the same days: when they were on staff, and what they held when. */
export interface SharedHistory extends Span, Pick<CoverageGroup, 'kind' | 'inScope' | 'category' | 'people'> {
  /** In any order; spans of one program may overlap. */
  readonly held: readonly HeldSpan[];
}

/**
 * Everybody on staff on each of so many days, grouped by what coverage depends on. Units, shifts and ranks are left out:
 * of past days they aren't known.
 */
export function groupsByDay(
  days: number,
  histories: readonly SharedHistory[],
): readonly (readonly CoverageGroup[])[] {
  const groups = new Map<string, { readonly group: CoverageGroup; readonly changes: number[] }>();
  for (const history of histories) {
    for (const { first, until, held } of stretchesOf(history)) {
      const { kind, category, inScope, people } = history;
      const alike = [kind, category, inScope, ...held].join('|');
      const known = groups.get(alike) ?? {
        group: { ...someone, kind, category, inScope, programs: held },
        changes: new Array<number>(days + 1).fill(0),
      };
      groups.set(alike, known);
      known.changes[first] = (known.changes[first] ?? 0) + people;
      known.changes[until] = (known.changes[until] ?? 0) - people;
    }
  }
  const running = Array.from(groups.values(), ({ group, changes }) => ({ group, changes, people: 0 }));
  return Array.from({ length: days }, (_, day) => {
    for (const counted of running) counted.people += counted.changes[day] ?? 0;
    return running.filter(({ people }) => people > 0).map(({ group, people }) => ({ ...group, people }));
  });
}

const someone = { presence: 'on-staff', unit: '', shift: '', rank: '', people: 0 } as const;

/** The time on staff, cut wherever something begins or ends. */
function stretchesOf({
  first,
  until,
  held,
}: SharedHistory): readonly (Span & { readonly held: readonly Program[] })[] {
  const within = held
    .flatMap((span) => [span.first, span.until])
    .filter((place) => place > first && place < until);
  const cuts = [...new Set([first, ...within])].sort((a, b) => a - b);
  return cuts.map((from, place) => ({
    first: from,
    until: cuts[place + 1] ?? until,
    held: programs.filter((program) =>
      held.some((span) => span.program === program && span.first <= from && from < span.until),
    ),
  }));
}
