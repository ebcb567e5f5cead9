import type { SharingChoice } from './agreement-terms.ts';
import type { BuilderStep } from './builder-step.ts';

export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  /** What to do when what was typed can't be read. */
  readonly error: string;
}

export interface StepWords {
  readonly title: string;
  /** Why the step is there, in one or two sentences. */
  readonly lead: string;
  /** Sentences in our own words, to start from. */
  readonly examples: readonly string[];
}

export const stepWords: Readonly<Record<BuilderStep, StepWords>> = {
  purpose: {
    title: 'Purpose and services',
    lead: 'Say what the two of you want to reach, and what the partner does for it.',
    examples: [
      'People in a mental health crisis in Elm County get care instead of a cell, and everybody goes home safe.',
      'Officers have somebody to call at any hour, and people get a follow-up within three days.',
    ],
  },
  roles: {
    title: 'Roles',
    lead: 'Write who does what. Short sentences that begin with a verb are the easiest to keep.',
    examples: [
      'The agency: sends a trained officer to every call that sounds like a crisis. Calls the mobile team when nobody is in danger.',
      'The partner: answers officers’ calls within 10 minutes. Sends its team within an hour inside the city.',
    ],
  },
  custody: {
    title: 'Referral and custody transfer',
    lead: 'Two moments go wrong most often: handing a person over to care, and referring somebody who does not have to go now.',
    examples: [
      'Referral: officers call the crisis line with the person’s consent, or leave a card. The partner calls back the next working day.',
      'Custody: officers bring people to the crisis center on Oak Street. Its staff take over within 15 minutes, day and night. If there is no bed, the center finds one.',
    ],
  },
  contacts: {
    title: 'Liaisons and numbers for day and night',
    lead: 'Name one person on each side who looks after the partnership, and one number that somebody always answers.',
    examples: [
      'For example: the shift commander’s desk, 555-0100.',
      'For example: the mobile team’s duty phone.',
    ],
  },
  training: {
    title: 'Training',
    lead: 'Who teaches whom, how often, and who pays for it.',
    examples: [
      'The partner’s clinicians and people with lived experience teach in the agency’s 40-hour crisis class, twice a year. Each side pays its own people.',
      'New clinicians ride along for one shift within their first six months.',
    ],
  },
  sharing: {
    title: 'Sharing information',
    lead: 'The law sets narrow limits here, so this part has fixed wording. Choose what the two of you may tell each other. What is not chosen is not shared.',
    examples: [
      'Names of people in crisis, their diagnoses and their treatment are never entered in this program, by either side.',
    ],
  },
  term: {
    title: 'Term, review and ending',
    lead: 'An agreement that has a review date is looked at; one that has none is forgotten. We remind both sides.',
    examples: ['A common choice: three years, a review every year, and 30 days’ notice to end it.'],
  },
};

export const fieldWords: Readonly<Record<string, FieldWords>> = {
  purpose: { label: 'Purpose', error: 'Shorten the purpose to 4,000 letters or fewer' },
  services: { label: 'What does the partner do?', error: 'Choose what the partner does' },
  otherServices: { label: 'Anything else it does', error: 'Shorten this to 4,000 letters or fewer' },
  agencyRole: {
    label: 'What the agency does',
    error: 'Shorten what the agency does to 4,000 letters or fewer',
  },
  partnerRole: {
    label: 'What the partner does',
    error: 'Shorten what the partner does to 4,000 letters or fewer',
  },
  referral: {
    label: 'How officers refer a person who is not in custody',
    error: 'Shorten this to 4,000 letters or fewer',
  },
  custodyTransfer: {
    label: 'How a person in custody is handed over to care',
    hint: 'Name the place, the hours, how long it takes, and what happens when it is full.',
    error: 'Shorten this to 4,000 letters or fewer',
  },
  agencyContactName: { label: 'Liaison of the agency', error: 'Enter a name of 200 letters or fewer' },
  agencyContactEmail: {
    label: 'Email of the agency’s liaison',
    error: 'Enter an email address, such as name@example.org',
  },
  agencyContactPhone: {
    label: 'Phone of the agency’s liaison',
    error: 'Enter a phone number of 40 letters or fewer',
  },
  agencyAlways: {
    label: 'The agency’s number, day and night',
    hint: 'The number, and who answers it. Write “none” if there is none.',
    error: 'Shorten this to 200 letters or fewer',
  },
  partnerContactName: { label: 'Liaison of the partner', error: 'Enter a name of 200 letters or fewer' },
  partnerContactEmail: {
    label: 'Email of the partner’s liaison',
    error: 'Enter an email address, such as name@example.org',
  },
  partnerContactPhone: {
    label: 'Phone of the partner’s liaison',
    error: 'Enter a phone number of 40 letters or fewer',
  },
  partnerAlways: {
    label: 'The partner’s number, day and night',
    hint: 'If it has none at night, name the crisis line that officers call then, or write “none”.',
    error: 'Shorten this to 200 letters or fewer',
  },
  training: { label: 'Training duties', error: 'Shorten this to 4,000 letters or fewer' },
  sharing: { label: 'What may the two sides tell each other?', error: 'Choose what may be shared' },
  sharingNotes: {
    label: 'How you do it',
    hint: 'Who calls whom, and on which line. Write nothing about any person.',
    error: 'Shorten this to 4,000 letters or fewer',
  },
  termStartsOn: { label: 'First day', error: 'Enter the first day as a date, such as 3/5/2026' },
  termEndsOn: {
    label: 'Last day',
    hint: 'Leave it empty if the agreement runs until a side ends it.',
    error: 'Enter the last day as a date, such as 3/5/2026',
  },
  reviewOn: {
    label: 'Next review',
    hint: 'The day by which both sides look at it again.',
    error: 'Enter the review as a date, such as 3/5/2026',
  },
  terminationDays: {
    label: 'Days of notice to end it',
    hint: 'For example: 30.',
    error: 'Enter the days of notice as a number, such as 30',
  },
  other: {
    label: 'Anything else you agree on',
    hint: 'For example: who pays for what, or which towns it covers.',
    error: 'Shorten this to 4,000 letters or fewer',
  },
};

export const sharingLabels: Readonly<Record<SharingChoice, string>> = {
  contacts: 'Names, roles and phone numbers of the staff who do this work',
  totals: 'Monthly totals that name nobody, such as calls, referrals and follow-ups',
  emergency:
    'What is needed to prevent a serious and immediate danger to somebody’s health or safety, as 45 CFR 164.512(j) allows; of records under 42 CFR Part 2, only what medical staff need in a medical emergency, as 42 CFR 2.51 allows',
  'care-handoff': 'What officers saw and did, told to the partner when they bring a person to care',
  release: 'What a person has agreed to in writing, as 45 CFR 164.508 and 42 CFR 2.31 ask for it',
};

export const builderContent = {
  title: 'Write the agreement',
  stepLead: (partner: string) => `With ${partner}`,
  example: 'Examples',
  save: 'Save and go on',
  saveAndRead: 'Save and read it whole',
  back: 'Back to the step before',
  out: 'Stop here; what you saved is kept',
  readStep: 'Read it whole',
  fromDeclined:
    'This starts from the version you declined. Change what you do not agree with before you propose it.',
  fixedHeading: 'What always stands in the agreement',
  saved: 'Saved.',
  whole: {
    title: 'Read it whole',
    lead: 'This is what the other side will read. You can still change every part.',
    missingHeading: 'Before you can propose it, fill in:',
    change: 'Change',
    proposeHeading: 'Propose it',
    proposeText: (other: string) =>
      `By sending this you confirm it for your side. Your name, your role and the time are kept with it. Nothing is in effect until ${other} confirms it too.`,
    note: 'A note to the other side',
    noteHint: 'For example: what is new, and why. It is kept with this version.',
    signerName: 'Your name',
    signerNameHint: 'Type your full name. It stands for your signature.',
    signerTitle: 'Your title or role',
    representativeEmail: 'Email of the person who speaks for the partner',
    representativeHint: 'We email them a link. With it they open the organization’s account and answer you.',
    submit: 'Propose the agreement',
    errors: {
      note: 'Shorten the note to 2,000 letters or fewer',
      signerName: 'Type your full name',
      signerTitle: 'Enter your title or role',
    },
  },
} as const;
