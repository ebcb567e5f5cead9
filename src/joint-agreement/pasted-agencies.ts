import type { AgencyId } from '../database/acting.ts';

/** An agency of the public directory. */
export interface ListedAgency {
  readonly agency: AgencyId;
  readonly name: string;
  readonly place: string;
}

/** What one line of a pasted list came to. */
export type PastedLine =
  | { readonly is: 'found'; readonly typed: string; readonly agency: ListedAgency }
  /** Several fit: a person chooses. */
  | { readonly is: 'several'; readonly typed: string; readonly candidates: readonly ListedAgency[] }
  /** An address that the program can't place: an invitation to take the pledge goes there. */
  | { readonly is: 'address'; readonly typed: string }
  | { readonly is: 'unknown'; readonly typed: string };

/** As many as one agency can name in one step. */
export const pastedLimit = 500;

/** The lines of a pasted list: one agency each, also when they stand behind semicolons or in the first column of a table. */
export function pastedEntries(text: string): readonly string[] {
  const entries = text
    .split(/[\n\r;]+/)
    .map((line) => (line.split('\t').find((cell) => cell.trim() !== '') ?? '').trim())
    .map((line) => line.replace(/^(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');
  const seen = new Map(entries.map((entry) => [entry.toLowerCase(), entry]));
  return [...seen.values()];
}

const address = /^(?:.*<)?([^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,]+)>?$/;

/** The address in an entry, in lower case: "Dana Birch <dana@agency.test>" or the address alone. */
export function addressIn(entry: string): string | undefined {
  return address.exec(entry)?.[1]?.toLowerCase();
}

/** A candidate for a name, with how alike the two are, from 0 to 1. */
export interface Candidate {
  readonly typed: string;
  readonly agency: ListedAgency;
  readonly isSame: boolean;
}

/** Reads each entry against the candidates that the directory has for it: one exact fit is found, others are chosen from. */
export function readPasted(
  entries: readonly string[],
  candidates: readonly Candidate[],
): readonly PastedLine[] {
  return entries.map((typed) => {
    const email = addressIn(typed);
    if (email) return { is: 'address', typed: email };
    const fitting = candidates.filter((candidate) => candidate.typed === typed);
    const same = fitting.filter(({ isSame }) => isSame);
    const [only] = same;
    if (only && same.length === 1) return { is: 'found', typed, agency: only.agency };
    if (fitting.length === 0) return { is: 'unknown', typed };
    return { is: 'several', typed, candidates: fitting.map(({ agency }) => agency) };
  });
}
