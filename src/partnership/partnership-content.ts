import type { AgreementStanding } from '../agreement/agreement-standing.ts';
import type { ArrangementPart, PartnershipService, Side } from './partnership.ts';

export const serviceLabels: Readonly<Record<PartnershipService, string>> = {
  'crisis-line': 'Answers crisis calls',
  'mobile-crisis': 'Sends a mobile crisis team',
  'co-response': 'Responds together with officers',
  'receiving-facility': 'Receives people whom officers bring',
  referral: 'Takes referrals from officers',
  'follow-up': 'Follows up after a call',
  training: 'Teaches officers and staff',
  'policy-advice': 'Advises on the policy',
  'peer-support': 'Gives peer support',
  'case-review': 'Looks back at hard calls together',
};

export const stateLabels: Readonly<Record<AgreementStanding, string>> = {
  proposed: 'Proposed',
  active: 'Active',
  'due-for-review': 'Due for review',
  lapsed: 'Lapsed',
  declined: 'Declined',
  ended: 'Ended',
};

/** Whose answer is awaited, as a side reads it. */
export function waitingLabel(waitingFor: Side, reader: Side): string {
  if (waitingFor === reader) return 'Waiting for you';
  return waitingFor === 'partner' ? 'Waiting for partner' : 'Waiting for agency';
}

const partWords: Readonly<Record<ArrangementPart, string>> = {
  purpose: 'the purpose',
  services: 'the services',
  'agency-contact': 'the agency’s contact',
  'partner-contact': 'the partner’s contact',
  agreement: 'the agreement document',
  term: 'the term',
  review: 'the review date',
};

/** "the purpose and the term", within a sentence. */
export function changedPartWords(parts: readonly ArrangementPart[]): string {
  return new Intl.ListFormat('en-US').format(parts.map((part) => partWords[part]));
}

/** The facts of a partnership, as both sides read them. */
export const factTerms = {
  purpose: 'Purpose',
  services: 'Services',
  agencyContact: 'Contact at the agency',
  partnerContact: 'Contact at the partner',
  term: 'Term',
  review: 'Next review',
  agreement: 'Agreement',
  confirmed: 'Confirmed',
  naming: 'Named in public',
  representative: 'Asked to confirm',
  namedYes: 'Yes, the organization agreed',
  namedNo: 'No',
  download: 'Download',
} as const;

export const listContent = {
  title: 'Partnerships',
  lead: 'The pledge asks for a clearly defined and lasting partnership with at least one mental health or community organization.',
  propose: 'Propose a partnership',
  empty: {
    heading: 'No partnership yet',
    text: 'Write down what a mental health or community organization and your agency do together. Its representative confirms it by a link we email.',
  },
  search: 'Search by organization',
  nothingFound: 'No partnership fits your search.',
  columns: {
    partner: 'Partner',
    agency: 'Agency',
    state: 'State',
    term: 'Ends',
    review: 'Review by',
    open: 'No end date',
    none: 'Not set',
  },
  due: 'Due soon',
  overdue: 'Overdue',
} as const;

export const detailContent = {
  facts: 'What the partnership is about',
  edit: 'Change',
  end: 'End the partnership',
  takeBack: 'Take the proposal back',
  again: 'Send the link again',
  proposeAgain: 'Propose it again',
  waiting: {
    heading: (partner: string) => `${partner} has not answered yet`,
    text: (to: string, day: string) => `We asked ${to} on ${day}. You can send the link again.`,
    representatives: 'the people who speak for it',
    changed: 'What both sides confirmed before stays in effect until then.',
  },
  answerWaits: {
    heading: (partner: string) => `${partner} proposed a version of the agreement`,
    text: 'Read it, then confirm it, decline it with a reason, or answer with a version of your own.',
    link: 'Read it',
  },
  inTalks: {
    heading: 'Nothing is before either side',
    text: 'The last version was declined or taken back. Propose another one on the agreement’s page, or take the proposal back.',
    link: 'Go to the agreement',
  },
  agreementMissing: {
    heading: 'The agreement is missing',
    text: 'The partnership counts only with its agreement document: one that you add under “Change”, or one that you both write and confirm here.',
  },
  declined: {
    heading: (partner: string) => `${partner} declined`,
    on: (day: string) => `On ${day}, with these words:`,
  },
  ended: {
    heading: (side: string) => `${side} ended the partnership`,
    on: (day: string) => `On ${day}, with these words:`,
  },
  review: {
    due: (day: string) => `The review of this partnership is due on ${day}.`,
    overdue: (day: string) =>
      `The review of this partnership was due on ${day}. Talk to the partner, then set the next review date.`,
  },
  termOver: (day: string) =>
    `The term of the agreement ended on ${day}. Enter a new term, and the partner confirms it.`,
} as const;

export const endContent = {
  title: 'End the partnership?',
  takeBackTitle: 'Take the proposal back?',
  text: (other: string) => `${other} is told by email, with your reason. What was recorded is kept.`,
  reason: 'Reason',
  reasonHint: 'The other side reads it.',
  submit: 'End the partnership',
  takeBackSubmit: 'Take it back',
  cancel: 'Go back without a change',
  errors: { reason: 'Enter the reason, in 2,000 letters or fewer' },
} as const;

export const partnerContent = {
  lead: 'Partnerships of your organization with law enforcement agencies.',
  waiting: 'Waiting for your answer',
  waitingText: 'An agency asks you to confirm what it wrote about your partnership.',
  nothingWaiting: 'Nothing waits for you.',
  all: 'All partnerships',
  search: 'Search by agency',
  answer: 'Read and answer',
  empty: {
    heading: 'No partnerships yet',
    text: 'When an agency proposes a partnership, it stands here and we email you.',
  },
  above: 'Partner',
  title: (agency: string) => `Partnership with ${agency}`,
  confirm: {
    heading: 'Do you confirm this partnership?',
    changedHeading: 'Do you confirm the change?',
    text: (partner: string, agency: string) =>
      `You confirm for ${partner} that this is what it does together with ${agency}. Read everything above first.`,
    name: 'Your name',
    nameHint: 'Type your full name. It stands for your signature.',
    title: 'Your title or role',
    titleHint: 'For example: Executive Director.',
    naming: 'Our organization may be named on the agency’s public page',
    namingHint: 'You can change this at any time.',
    submit: 'Confirm the partnership',
    declineText: 'Is something not right?',
    decline: 'Decline with a reason',
    answer: 'Answer with a version of your own',
    read: 'Read what you are asked to confirm',
    changes: 'See what changes',
  },
  decline: {
    title: 'Decline the partnership?',
    text: (agency: string) =>
      `${agency} is told by email and reads your reason. It can change the proposal and ask again.`,
    submit: 'Decline',
  },
  naming: {
    heading: 'May the organization be named in public?',
    yes: 'It is named on the agency’s public page.',
    no: 'It is not named on the agency’s public page.',
    allow: 'Allow naming in public',
    forbid: 'Stop naming in public',
  },
  errors: {
    name: 'Type your full name',
    title: 'Enter your title or role in the organization',
  },
} as const;

export const notices = {
  proposed: 'The partnership was proposed. The partner was asked to confirm by email.',
  unchanged: 'Nothing was changed.',
  told: 'Your changes were saved. The partner was told by email.',
  asked: 'Your changes were saved. The partner was asked to confirm by email.',
  again: 'We sent the link again. Earlier invitation links no longer work.',
  ended: 'It was ended. The other side was told by email.',
  confirmed: 'Thank you. You confirmed the partnership, and the agency was told by email.',
  declined: 'You declined. The agency was told by email.',
  naming: 'Your choice was saved.',
} as const;

/** The sentence for a `?done=` code, if there is one. */
export function noticeFor(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = notices;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}

/** Who ended a partnership, at the beginning of a sentence. */
export function enderName(
  by: Side | 'campaign',
  {
    agency,
    partner,
  }: { readonly agency: { readonly name: string }; readonly partner: { readonly name: string } },
): string {
  if (by === 'campaign') return 'The campaign';
  return by === 'agency' ? agency.name : partner.name;
}

/** Groups under one agreement, where partnerships are listed. */
export const groupsContent = {
  link: 'Groups of agencies under one agreement',
  waiting: (count: number) => (count === 1 ? 'A group invites you' : `${count} groups invite you`),
  read: 'Read and answer',
} as const;
