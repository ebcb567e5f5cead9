import { createHash, randomUUID } from 'node:crypto';
import type { ImportTypes, SaidOfFile } from './file-import.ts';
import { noneTaken, type TakenDates } from './taken-dates.ts';

/** What a plan rests on. Each may change between the page that shows the plan and the press of its button. */
export type PlanPart = 'sheet' | 'columns' | 'whole-file' | 'dates' | 'records';

export interface PlanGround<T extends ImportTypes> {
  readonly sheet: string;
  readonly headerRow: number;
  readonly said: SaidOfFile<T>;
  /** The fingerprint of everything else that the plan was held against. */
  readonly heldAgainst: string;
}

const partOrder: readonly PlanPart[] = ['sheet', 'columns', 'whole-file', 'dates', 'records'];

/**
 * Tells one planning from every other: the form that carries a plan out sends back the stamp of the plan that was
 * shown. A mark of each part, so that it can be said what changed, and one of this planning alone: plans made twice of
 * the same ground are two.
 */
export function planStamp<T extends ImportTypes>(ground: PlanGround<T>): string {
  const { sheet, headerRow, said, heldAgainst } = ground;
  const grounds: Readonly<Record<PlanPart, unknown>> = {
    sheet: [sheet, headerRow],
    columns: sorted(said.mapping),
    'whole-file': sorted(said.facts),
    dates: datesSaid(said.takenDates ?? noneTaken),
    records: heldAgainst,
  };
  return [...partOrder.map((part) => mark(grounds[part])), randomUUID()].join('.');
}

function datesSaid({ of, rows, said = [] }: TakenDates): unknown {
  return [of, rows, said.map(({ row, field, day }) => [row, field, day])];
}

/** What differs between the plan shown and the one there is; nothing when it was only made anew, or none was shown. */
export function changedParts(shown: string, now: string): readonly PlanPart[] {
  const [before, after] = [shown.split('.'), now.split('.')];
  if (before.length !== after.length) return [];
  return partOrder.filter((_part, index) => before[index] !== after[index]);
}

function mark(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 12);
}

/** What is said in another order is not said otherwise; the database keeps no order either. */
function sorted(said: object): readonly (readonly [string, unknown])[] {
  return Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
