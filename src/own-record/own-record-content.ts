import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import type { Standing } from '../uswds/tag.tsx';
import type { OwnEnding, OwnStanding } from './own-standing.ts';
import type { AccountRefusal } from './staff-account.ts';
import type { CertificateRefusal, CertificateState, CertificateStateName } from './submitted-certificate.ts';

/** The words of a person's own page. */
export const ownRecordContent = {
  title: 'My training',
  lead: 'Only you and those who lead your agency’s program see these records.',
  notLinked: {
    heading: 'We do not know yet who you are on the roster',
    text: 'Ask your training officer to link your account to your name on the roster. Then your training shows here.',
  },
  submit: 'Send in a certificate',
  standing: 'Where you stand',
  endings: 'Ends soon',
  classes: 'Your classes',
  waiting: 'On the waiting list',
  records: 'Your records',
  noRecords: 'No training records yet.',
  credentials: 'Digital credentials of your training',
  certificates: 'Certificates you sent in',
  noCertificates: 'You have sent in no certificate.',
  takeBack: 'Take back',
  notices: {
    submitted: 'The certificate was sent in. Your training officer looks at it; you get an email.',
    'taken-back': 'The certificate was taken back.',
  } satisfies Readonly<Record<string, string>>,
  form: {
    title: 'Send in a certificate',
    lead: 'Your training officer compares what you enter with the file, and then it counts.',
    file: 'The certificate',
    fileHint: 'A scan or a photo on which all words can be read.',
    submit: 'Send it in',
    back: 'Go back without a change',
  },
} as const;

/** Where somebody stands, in one sentence to them. */
export function ownStandingSentence(rules: CampaignRules, standing: OwnStanding): string {
  switch (standing.is) {
    case 'trained':
      return standing.by === 'advanced'
        ? 'You are trained: you completed a full crisis course.'
        : 'You are trained: you completed a base course.';
    case 'base-missing':
      return `You completed a full crisis course. You still need ${namesOf(rules.trained.basePrograms)}.`;
    case 'untrained':
      return rules.trained.baseNeededBy === 'everyone'
        ? `You still need ${namesOf(rules.trained.basePrograms)}.`
        : `You still need ${namesOf([...rules.trained.basePrograms, ...rules.advanced.programs])}.`;
    case 'not-counted':
      return notCounted[standing.because];
  }
}

const notCounted = {
  left: 'You are listed as having left the agency, so you are not counted.',
  'not-yet-hired': 'You are not hired yet, so you are not counted.',
  'out-of-scope': 'Your agency does not count your job in its pledge. Your records are kept all the same.',
} as const;

export function ownStandingTag(standing: OwnStanding): {
  readonly standing: Standing;
  readonly words: string;
} {
  if (standing.is === 'trained') return { standing: 'done', words: 'Trained' };
  if (standing.is === 'not-counted') return { standing: 'neutral', words: 'Not counted' };
  return { standing: 'attention', words: 'Training missing' };
}

/** “CIT, CRIT or MHFA”: each name once, equivalents after them. */
function namesOf(programs: readonly (keyof typeof programStandards)[]): string {
  const names = programs.map((program) => programStandards[program].shortName);
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names);
}

export function endingSentence({ program, lastDay }: OwnEnding): string {
  return `Your ${programStandards[program].shortName} counts until ${longDate(lastDay)}. Renew it before then.`;
}

export const certificateStateWords: Readonly<Record<CertificateStateName, string>> = {
  submitted: 'Waiting',
  confirmed: 'Confirmed',
  returned: 'Returned',
  'taken-back': 'Taken back',
};

export const certificateStandings: Readonly<Record<CertificateStateName, Standing>> = {
  submitted: 'waiting',
  confirmed: 'done',
  returned: 'attention',
  'taken-back': 'neutral',
};

/** Why a certificate was returned; '' of others. */
export function returnReason(state: CertificateState): string {
  return state.is === 'returned' ? state.reason : '';
}

export function certificateRefusalSentence(refusal: CertificateRefusal): string {
  switch (refusal.code) {
    case 'certificate-not-found':
      return 'This certificate is no longer here. Go back to the list';
    case 'certificate-closed':
      return `Somebody settled this certificate before: ${certificateStateWords[refusal.state].toLowerCase()}. Look at it again`;
    case 'account-not-linked':
      return ownRecordContent.notLinked.text;
    case 'too-many-waiting':
      return 'Wait until your training officer has looked at the certificates you sent in';
  }
}

export function accountRefusalSentence({ code }: AccountRefusal): string {
  switch (code) {
    case 'member-not-found':
      return 'This person no longer belongs to your agency here. Look at the list again';
    case 'staff-not-found':
      return 'Choose a person of your roster';
    case 'account-linked-already':
      return 'This account is linked to somebody else. Unlink it first';
    case 'staff-linked-already':
      return 'This person of the roster has an account already. Unlink that one first';
    case 'member-already':
      return 'Somebody with this address signs in already. Link that account instead';
  }
}
