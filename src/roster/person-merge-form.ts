import { z } from 'zod';
import { choicesBy, type MergeChoices, type MergeFact } from './person-merge.ts';

const side = z.enum(['kept', 'other'], { error: 'Choose which fact is right' }).default('kept');

/** What somebody chose about two entries that are one person; a fact that isn't asked about stays. */
export const mergeForm = z
  .object({
    name: side,
    employeeNumber: side,
    badge: side,
    work: side,
    rank: side,
    unit: side,
    shift: side,
    email: side,
    hiredOn: side,
    separatedOn: side,
    reason: z.string().trim().max(500, 'Shorten the reason to 500 letters or fewer').default(''),
    seen: z.string().max(200).default(''),
  })
  .transform(({ reason, seen, ...sides }) => ({
    choices: choicesBy((fact): 'kept' | 'other' => sides[fact]),
    reason,
    seen,
  }));

/** The choices as they were sent, to show the form again; what is no choice is the proposal. */
export function sentChoices(sent: (fact: MergeFact) => string, proposed: MergeChoices): MergeChoices {
  return choicesBy((fact) => {
    const side = sent(fact);
    return side === 'kept' || side === 'other' ? side : proposed[fact];
  });
}
