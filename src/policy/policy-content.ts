import type { ElementStatus, UnsettledElement } from './policy.ts';
import type { PolicyLife } from './policy-life.ts';

export const statusLabels: Readonly<Record<ElementStatus, string>> = {
  covered: 'Covered',
  partly: 'Partly covered',
  missing: 'Missing',
  'not-applicable': 'Does not apply to us',
};

export const unsettledLabels: Readonly<Record<UnsettledElement['why'], string>> = {
  unanswered: 'no answer yet',
  partly: 'only partly covered',
  missing: 'missing from the policy',
  'not-applicable': 'does not apply, but the reason is missing',
  'to-check': 'answered about an earlier document, to be checked against this one',
};

export const lifeLabels: Readonly<Record<PolicyLife, string>> = {
  draft: 'Draft',
  'partner-review': 'In partner review',
  adopted: 'Adopted, not yet in effect',
  'in-effect': 'In effect',
  'review-due': 'In effect, review due',
  superseded: 'Replaced',
  rescinded: 'Rescinded',
};

export const policyContent = {
  title: 'Policy',
  lead: 'The pledge asks for a leading-practice policy on responding to people with mental health conditions, adopted and in effect.',
  empty: {
    heading: 'No policy yet',
    text: 'Upload your policy as it is. Then go through a checklist that shows what it covers and what is missing.',
    outline:
      'If you have none yet, begin with an outline. It has every element of the checklist with questions to answer, to be worked on with your counsel and your partners.',
  },
  outline: 'Download an outline (DOCX)',
  upload: 'Upload the policy',
  uploadNext: 'Upload a new version',
  draftHeading: 'Draft',
  adoptedHeading: 'Policy in force',
  history: 'All versions',
  checklist: 'Go through the checklist',
  progressLabel: 'Checklist',
  progress: (settled: number, of: number) => `${settled} of ${of} elements settled`,
  details: 'Change the facts or the document',
  read: 'Read document and checklist',
  download: 'Download',
  adopt: 'Adopt the policy',
  ask: 'Ask the executive to adopt it',
  askText: 'The draft is ready. Only your executive can adopt it.',
  asked: (day: string, name: string | undefined) =>
    name === undefined ? `Asked on ${day}.` : `Asked on ${day} by ${name}.`,
  askAgain: 'Ask again',
  askTextOwn: 'The draft is ready. Read it and adopt it.',
  notReady: (open: number, hasEffectiveDate: boolean, isExecutive: boolean) => {
    const parts = [
      ...(open > 0
        ? [`settle ${open === 1 ? 'the last element' : `${open} more elements`} of the checklist`]
        : []),
      ...(hasEffectiveDate ? [] : ['enter the day it takes effect']),
    ];
    return `Before ${isExecutive ? 'you' : 'your executive'} can adopt it, ${parts.join(' and ')}.`;
  },
  acknowledgments: 'Who has acknowledged it',
  review: 'Set the next review',
  rescind: 'Rescind the policy',
  reviewDue: (day: string) => `The review of the policy is due on ${day}.`,
  reviewOverdue: (day: string) =>
    `The review of the policy was due on ${day}. Review it, then set the next review or upload a new version.`,
  notInEffect: (day: string) => `The policy takes effect on ${day}.`,
  noneInForce: {
    heading: (day: string) => `No policy is in force since ${day}`,
    text: (name: string, title: string, reason: string) =>
      `${name} rescinded “${title}”. The reason: “${reason}”. Until another policy is adopted and in effect, the policy requirement of the pledge is not met, and nobody is asked to acknowledge one.`,
    next: {
      coordinator:
        'Next: upload the policy that shall take its place and go through its checklist. Then your executive adopts it.',
      executive:
        'Next: your coordinator uploads the policy that shall take its place and goes through its checklist. You get an email when it is ready for you to adopt.',
    },
    nextDraft: {
      coordinator: 'Next: settle the checklist of the draft below, then ask your executive to adopt it.',
      executive:
        'Next: your coordinator settles the checklist of the draft below. You get an email when it is ready for you to adopt.',
    },
  },
  supersedes: 'When this draft is adopted, it replaces the policy in force.',
  terms: {
    title: 'Title',
    number: 'Number',
    amends: 'Amends or cancels',
    accreditation: 'Accreditation standards',
    issued: 'Issued',
    effective: 'In effect from',
    review: 'Next review',
    adopted: 'Adopted',
    rescinded: 'Rescinded',
    document: 'Document',
    fingerprint: 'Fingerprint (SHA-256)',
  },
  columns: {
    version: 'Version',
    state: 'State',
    effective: 'In effect from',
    adopted: 'Adopted',
    document: 'Document',
  },
  cancel: 'Go back without a change',
} as const;

export const notices = {
  uploaded: 'The document was uploaded. Now go through the checklist.',
  revised: 'The draft was changed.',
  replaced: 'The document was replaced. Check each answer of the checklist against the new one.',
  saved: 'The checklist was saved.',
  accepted: 'The passage was put into the checklist. Choose an answer for it.',
  'taken-back': 'The passage was taken back.',
  reading: 'The document is being read.',
  shared: 'The draft is open to your partners. They were told by email.',
  unshared: 'Partner review has ended. The comments stay with the draft.',
  answered: 'The answer was saved.',
  settled: 'The comment is settled.',
  reopened: 'The comment is open again.',
  commented: 'Your comment was sent to the agency.',
  ready: 'The checklist was saved, and every element is settled.',
  asked: 'Your executive was asked by email to adopt the policy.',
  adopted: 'The policy is adopted. The coordinator was told by email.',
  review: 'The day of the next review was set.',
  rescinded: 'The policy is rescinded. The coordinator was told by email.',
} as const;

/** The sentence for a `?done=` code, if there is one. */
export function noticeFor(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = notices;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
