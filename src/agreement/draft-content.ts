import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { OpenDraft } from './open-draft.ts';

export const draftContent = {
  heading: 'You have a draft of this agreement',
  resume: 'Go on with your draft',
  discard: 'Throw the draft away',
  listHeading: 'Your drafts',
  listed: (partner: string) => `Draft of an agreement with ${partner}`,
  discardTitle: 'Throw the draft away?',
  discardText: (other: string) =>
    `What was saved of the agreement with ${other} is deleted, also what colleagues wrote. It can’t be brought back. What was proposed or agreed before stays.`,
  keep: 'Keep the draft',
} as const;

/** "Saved last on March 5, 2026, by Casey Coordinator." */
export function savedLastText({ savedAt, savedBy }: OpenDraft, timeZone: string): string {
  const by = savedBy ? `, by ${savedBy}` : '';
  return `Saved last on ${longDate(dayIn(timeZone, savedAt))}${by}.`;
}
