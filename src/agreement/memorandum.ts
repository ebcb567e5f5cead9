import type { Memorandum } from './agreement-terms.ts';

/** Whether two memoranda say the same beyond the facts of the arrangement. */
export function isSameMemorandum(one: Memorandum | undefined, other: Memorandum | undefined): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(memorandum: Memorandum | undefined): string {
  if (!memorandum) return '';
  const entries = Object.entries({ ...memorandum, sharing: [...memorandum.sharing].sort() });
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
