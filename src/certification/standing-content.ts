import { longDate } from '../calendar/calendar-date.ts';
import type { Standing as TagStanding } from '../uswds/tag.tsx';
import type { CertificateEvent, CertificateStanding, Measure } from './certificate-standing.ts';
import type { StandingRefusal } from './standing-actions.ts';

type StandingCode = CertificateStanding['is'];

export const standingTags: Readonly<
  Record<StandingCode, { readonly words: string; readonly standing: TagStanding }>
> = {
  valid: { words: 'Valid', standing: 'done' },
  suspended: { words: 'Suspended', standing: 'attention' },
  revoked: { words: 'Revoked', standing: 'attention' },
  lapsed: { words: 'Ended', standing: 'neutral' },
  withdrawn: { words: 'Given back', standing: 'neutral' },
};

export const measureWords: Readonly<Record<Measure, string>> = {
  suspend: 'Suspend the certificate',
  revoke: 'Revoke the certificate',
};

/** What the standing of a certificate means, for whoever checks it. */
export function standingSentence(standing: CertificateStanding): string {
  switch (standing.is) {
    case 'valid':
      return 'This certificate is valid.';
    case 'suspended':
      return `This certificate has been suspended since ${longDate(standing.since)}. It does not count until the suspension ends.`;
    case 'revoked':
      return `This certificate was revoked on ${longDate(standing.since)}. It does not count any more.`;
    case 'lapsed':
      return `The term of this certificate ended. Since ${longDate(standing.since)} it does not count any more.`;
    case 'withdrawn':
      return `The agency gave this certificate back on ${longDate(standing.since)}. It does not count any more.`;
  }
}

/** One thing that happened to a certificate, in a list of them. */
export function eventSentence({ act, measure, answerBy }: CertificateEvent): string {
  switch (act) {
    case 'announced':
      return `The campaign announced: ${measureWords[measure ?? 'suspend']}.${answerBy ? ` The agency may answer until ${longDate(answerBy)}.` : ''}`;
    case 'answered':
      return 'The agency answered.';
    case 'dropped':
      return 'The campaign gave up what it had announced.';
    case 'suspended':
      return 'The certificate was suspended.';
    case 'reinstated':
      return 'The certificate is valid again.';
    case 'revoked':
      return 'The certificate was revoked.';
    case 'lapsed':
      return 'The term of the certificate ended.';
    case 'withdrawn':
      return 'The agency gave the certificate back.';
  }
}

export function standingRefusalSentence(refusal: StandingRefusal): string {
  switch (refusal.code) {
    case 'certificate-not-found':
      return 'There is no such certificate. Go back to the list.';
    case 'certificate-moved-on':
      return 'Something happened to this certificate a moment before. Look at it again.';
    case 'own-agency':
      return 'You have a tie to this agency. Somebody else must decide.';
    case 'announcer-decides-own':
      return 'You announced this. Somebody else must decide.';
    case 'answer-open':
      return `The agency may answer until ${longDate(refusal.until)}. Decide once it has, or after that day.`;
  }
}
