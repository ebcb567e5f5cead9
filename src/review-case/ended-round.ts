import type { Submission } from '../review/submission.ts';

/** Whether the agency may read what was decided: until a round has ended its decisions may still change. */
export function isEnded({ state }: Pick<Submission, 'state'>): boolean {
  return state === 'returned' || state === 'approved' || state === 'closed';
}
