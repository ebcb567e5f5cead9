import { regions } from '../agency/region.ts';

/** Longest first: "West Virginia" before "Virginia". */
const byLength = regions.toSorted((one, other) => other.name.length - one.name.length);

/**
 * A typed name with the state's whole name as its code: "Elm Fork Police, Texas" as "Elm Fork Police, TX". The state
 * stands last or between commas; elsewhere it is part of the name, as in "Kansas City Police" or "Police of
 * Washington". Undefined where no state is named.
 */
export function withRegionCode(typed: string): string | undefined {
  const parts = typed.split(',').map((part) => part.trim().replace(/\s+/g, ' '));
  for (const { name, code } of byLength) {
    const alone = parts.findIndex((part, place) => place > 0 && isSame(part, name));
    if (alone > 0) return parts.with(alone, code).join(', ');
  }
  const last = parts.at(-1) ?? '';
  const ending = byLength.find(({ name }) => isSame(last.slice(-name.length - 1), ` ${name}`));
  if (!ending) return undefined;
  const before = last.slice(0, -ending.name.length - 1);
  if (/(?:^|\s)of$/i.test(before)) return undefined;
  return parts.with(-1, `${before} ${ending.code}`).join(', ');
}

function isSame(part: string, name: string): boolean {
  return part.replace(/\.$/, '').toLowerCase() === name.toLowerCase();
}
