import type { PersonName } from '../person-name/person-name.ts';
import { isSameFact, type MergeFact, mergeFacts } from './person-merge.ts';
import type { StaffFactSheet } from './staff-member.ts';

/** How a person stood at a moment. */
export interface PersonState {
  readonly facts: StaffFactSheet;
  /** The import the facts were last taken from, and its row. */
  readonly importId: string | undefined;
  readonly row: number | undefined;
  /** When the facts were last changed. */
  readonly changedAt: Date;
}

/** Something that changed a person's facts, with how they stood before it. */
export type PersonEvent = { readonly at: Date; readonly before: PersonState } & (
  | { readonly kind: 'import'; readonly importId: string; readonly fileName: string }
  | { readonly kind: 'merge'; readonly other: PersonName }
);

export interface HistoryEntry {
  readonly event: PersonEvent;
  /** The row of the file that said so; none when leaving the person out said it. */
  readonly row: number | undefined;
  readonly changes: readonly FactDifference[];
  /** Somebody corrected facts by hand before the next event: only ids of such acts are kept, so they show here. */
  readonly isByHandToo: boolean;
}

export interface FactDifference {
  readonly fact: MergeFact;
  readonly before: StaffFactSheet;
  readonly after: StaffFactSheet;
}

/** What became of a person, newest first. An event led to what the next one found; the last led to how they stand now. */
export function personHistory(events: readonly PersonEvent[], now: PersonState): readonly HistoryEntry[] {
  const ordered = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return ordered
    .map((event, place): HistoryEntry => {
      const after = ordered[place + 1]?.before ?? now;
      return {
        event,
        row: event.kind === 'import' && after.importId === event.importId ? after.row : undefined,
        changes: factDifferences(event.before.facts, after.facts),
        isByHandToo: after.changedAt.getTime() !== event.at.getTime(),
      };
    })
    .reverse();
}

export function factDifferences(before: StaffFactSheet, after: StaffFactSheet): readonly FactDifference[] {
  return mergeFacts
    .filter((fact) => !isSameFact(before, after, fact))
    .map((fact) => ({ fact, before, after }));
}
