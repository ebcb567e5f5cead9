import type { Brand } from '../brand.ts';
import { hasLeft, type StaffFactSheet, type StaffId, type StaffMember } from './staff-member.ts';

export type MergeId = Brand<'MergeId'>;

/** The facts that are chosen one by one when two people become one; `work` is sworn or not, with the kind of job. */
export const mergeFacts = [
  'name',
  'employeeNumber',
  'badge',
  'work',
  'rank',
  'unit',
  'shift',
  'email',
  'hiredOn',
  'separatedOn',
] as const;

export type MergeFact = (typeof mergeFacts)[number];

/** Whose fact is kept: that of the person who stays, or that of the other one. */
export type MergeSide = 'kept' | 'other';

export type MergeChoices = Readonly<Record<MergeFact, MergeSide>>;

export type MergeRefusal =
  | { readonly code: 'staff-not-found' }
  | { readonly code: 'merge-with-oneself' }
  /** Somebody changed one of the two after the page was shown. */
  | { readonly code: 'changed-since-seen' }
  /** Both sign in with an account of their own. */
  | { readonly code: 'both-have-accounts' };

export type MergeUndoRefusal =
  | { readonly code: 'merge-not-found' }
  | { readonly code: 'merge-undone-before' }
  /** The person was changed since, by hand or by a file. */
  | { readonly code: 'changed-since-merge'; readonly kept: StaffId }
  /** The person was merged into somebody else since: that has to be undone first. */
  | { readonly code: 'merged-since'; readonly into: StaffId };

/** What is proposed: the fact of the person who stays, or of the other one where only that one has it. */
export function proposedChoices(kept: StaffMember, other: StaffMember): MergeChoices {
  const proposed = (fact: MergeFact): MergeSide =>
    fact !== 'separatedOn' && isBlank(kept, fact) && !isBlank(other, fact) ? 'other' : 'kept';
  return choicesBy(proposed);
}

export function choicesBy(sideOf: (fact: MergeFact) => MergeSide): MergeChoices {
  return {
    name: sideOf('name'),
    employeeNumber: sideOf('employeeNumber'),
    badge: sideOf('badge'),
    work: sideOf('work'),
    rank: sideOf('rank'),
    unit: sideOf('unit'),
    shift: sideOf('shift'),
    email: sideOf('email'),
    hiredOn: sideOf('hiredOn'),
    separatedOn: sideOf('separatedOn'),
  };
}

/** The facts the one person has after two were merged. */
export function chosenFacts(
  kept: StaffFactSheet,
  other: StaffFactSheet,
  choices: MergeChoices,
): StaffFactSheet {
  const of = (fact: MergeFact) => (choices[fact] === 'kept' ? kept : other);
  return {
    name: of('name').name,
    nameWritten:
      of('name').nameWritten ||
      (isSameFact(kept, other, 'name') ? writtenBy(kept, other, 'nameWritten') : ''),
    employeeNumber: of('employeeNumber').employeeNumber,
    badge: of('badge').badge,
    kind: of('work').kind,
    category: of('work').category,
    rank: of('rank').rank,
    rankWritten:
      of('rank').rankWritten ||
      (isSameFact(kept, other, 'rank') ? writtenBy(kept, other, 'rankWritten') : ''),
    unit: of('unit').unit,
    shift: of('shift').shift,
    email: of('email').email,
    hiredOn: of('hiredOn').hiredOn,
    separatedOn: of('separatedOn').separatedOn,
  };
}

/** How either writes what both have. */
function writtenBy(kept: StaffFactSheet, other: StaffFactSheet, text: 'rankWritten' | 'nameWritten'): string {
  return kept[text] || other[text] || '';
}

/** Whether two people have the same fact, letter for letter: then there is nothing to choose. */
export function isSameFact(one: StaffFactSheet, other: StaffFactSheet, fact: MergeFact): boolean {
  return JSON.stringify(factValue(one, fact)) === JSON.stringify(factValue(other, fact));
}

/** Who should stay when nobody said: who is on staff rather than who left, then who has a number. */
export function isBetterKept(
  one: StaffMember,
  other: StaffMember,
  today: Parameters<typeof hasLeft>[1],
): boolean {
  const weight = (member: StaffMember) =>
    (hasLeft(member, today) ? 0 : 2) + (member.employeeNumber === '' ? 0 : 1);
  return weight(one) >= weight(other);
}

function isBlank(facts: StaffFactSheet, fact: MergeFact): boolean {
  const value = factValue(facts, fact);
  return value === undefined || value === '';
}

function factValue(facts: StaffFactSheet, fact: MergeFact): unknown {
  if (fact === 'work') return [facts.kind, facts.category ?? ''];
  if (fact === 'name') {
    const { family, given, middle, suffix } = facts.name;
    return [family, given, middle, suffix];
  }
  return facts[fact];
}
