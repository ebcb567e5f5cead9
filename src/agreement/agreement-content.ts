import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { MemorandumFacts } from '../documents/document-facts.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import {
  type AgreementVersion,
  otherSide,
  type Signature,
  type VersionStanding,
} from './agreement-version.ts';
import { memorandumSections } from './memorandum-content.ts';

export const versionStateLabels: Readonly<Record<VersionStanding, string>> = {
  proposed: 'Proposed',
  agreed: 'In effect',
  ahead: 'Agreed',
  declined: 'Declined',
  withdrawn: 'Taken back',
  superseded: 'Replaced',
};

export const agreementContent = {
  title: 'Agreement',
  lead: 'What both sides have agreed to, and every version before it.',
  inEffect: 'In effect now',
  nothingInEffect: 'Nothing is in effect yet.',
  begins: (day: string) => `Agreed, begins on ${day}`,
  next: (number: number, day: string) =>
    `Both sides agreed to version ${number}. It begins on ${day}; until then what is in effect now stays so.`,
  nextFirst: (number: number, day: string) => `Both sides agreed to version ${number}. It begins on ${day}.`,
  waiting: (number: number) => `Version ${number} waits for an answer`,
  waitingForYou: (number: number, other: string) => `${other} proposed version ${number}`,
  waitingText: 'Read it. Then confirm it, decline it with a reason, or answer with a version of your own.',
  waitingForOther: (other: string, day: string) => `Proposed on ${day}. ${other} has not answered yet.`,
  note: 'They wrote:',
  ownNote: 'Your note:',
  read: (number: number) => `Read version ${number}`,
  compare: 'See what changes',
  confirm: 'Confirm this version',
  decline: 'Decline with a reason',
  answer: 'Answer with another version',
  withdraw: 'Take it back',
  propose: 'Propose a change',
  resume: 'Go on with your draft',
  write: 'Write the agreement step by step',
  renew: 'Renew it',
  signed: 'Add the signed document',
  history: 'All versions',
  columns: {
    version: 'Version',
    state: 'State',
    proposed: 'Proposed by',
    answered: 'Answered by',
    read: 'Documents',
  },
  versionTitle: (number: number) => `Version ${number} of the agreement`,
  factsOnly: 'A signed document holds this agreement. These are its facts; the document says the rest.',
  word: 'Word document (DOCX), to edit',
  pdf: 'PDF, to sign',
  signedDocument: 'Document of this version',
  lapsed: (day: string) => `The term ended on ${day}. Nothing renewed itself: renew it, or propose a change.`,
  dueForReview: (day: string) =>
    `The review was due on ${day}. Talk with each other, then renew it with a new review date, or propose a change.`,
  proposedBy: 'Proposed and confirmed by',
  answeredBy: 'Confirmed by',
  declinedBy: 'Declined by',
  reason: 'Reason',
  unprintable:
    'The PDF can’t print one of the signs that were typed. Take the Word document, or write the sign in another way.',
} as const;

export const confirmContent = {
  heading: (number: number) => `Do you confirm version ${number}?`,
  text: (own: string, other: string) =>
    `You confirm for ${own} what it agrees to with ${other}. It is in effect from the first day of its term. Read it first.`,
  name: 'Your name',
  nameHint: 'Type your full name. It stands for your signature.',
  title: 'Your title or role',
  titleHint: 'For example: Chief of Police.',
  submit: 'Confirm this version',
  errors: { name: 'Type your full name', title: 'Enter your title or role' },
} as const;

export const declineContent = {
  title: 'Decline this version?',
  text: (other: string) =>
    `${other} is told by email and reads your reason. What is in effect now stays in effect.`,
  submit: 'Decline',
} as const;

export const renewContent = {
  title: 'Renew the agreement',
  lead: 'Everything stays as it is, with a new term and a new review date. The other side confirms it; until then nothing changes.',
  answerFirst: {
    heading: (other: string, number: number) =>
      `${other} proposed version ${number}, which waits for your answer`,
    text: 'Answer it first: confirm it, decline it with a reason, or answer with a version of your own. After that you can propose a renewal.',
    link: (number: number) => `Read and answer version ${number}`,
  },
  setsAside: {
    heading: (number: number) => `Your version ${number} is set aside`,
    text: (other: string, number: number) =>
      `Version ${number} of your side still waits for an answer. The renewal takes its place and goes on from what both sides agreed to last: the changes in version ${number} are not in it. ${other} is told so by email.`,
  },
  termStartsOn: 'First day of the new term',
  termEndsOn: 'Last day of the new term',
  termEndsHint: 'Leave it empty if it runs until a side ends it.',
  reviewOn: 'Next review',
  note: 'A note to the other side',
  submit: 'Propose the renewal',
  errors: {
    termStartsOn: 'Enter the first day as a date, such as 3/5/2026',
    termEndsOn: 'Enter the last day as a date, such as 3/5/2026',
    termOrder: 'Enter a last day that comes after the first day of the term',
    termPast: 'Enter a last day that is still ahead',
    reviewOn: 'Enter the next review as a date, such as 3/5/2026',
    reviewPast: 'Enter a review date that is still ahead',
    note: 'Shorten the note to 2,000 letters or fewer',
  },
} as const;

export const signedContent = {
  title: 'Add the signed document',
  lead: 'Upload the paper that both sides signed. It becomes the next version with the same terms; the other side confirms that it is the right paper.',
  setsAside: {
    heading: (number: number) => `Version ${number} still waits for an answer`,
    text: (number: number) =>
      `The signed document takes its place: what version ${number} would change is not in it. If the two sides want that version, it has to be answered first.`,
  },
  file: 'Signed document',
  note: 'A note to the other side',
  submit: 'Send it to the other side',
  errors: { file: 'Choose the signed document' },
} as const;

export const comparisonContent = {
  title: (older: number, newer: number) => `Version ${newer} beside version ${older}`,
  lead: 'Marked words are new or taken out. The rest says the same.',
  legend: 'Added words are underlined. Words that were taken out are struck through.',
  unchanged: (count: number) => (count === 1 ? '1 part says the same.' : `${count} parts say the same.`),
  same: 'Both versions say the same.',
  changes: {
    changed: 'Changed',
    added: 'New',
    removed: 'Taken out',
    none: 'Unchanged',
  },
  added: '[added: ',
  removed: '[taken out: ',
  end: ']',
} as const;

export const agreementNotices = {
  proposed: 'It was proposed. The other side was told by email.',
  confirmed:
    'You confirmed it. It is in effect from the first day of its term, and the other side was told by email.',
  declined: 'You declined it. The other side was told by email.',
  withdrawn: 'It was taken back. The other side was told by email.',
  discarded: 'Your draft was thrown away.',
  saved: 'Saved. Your draft is kept until you propose it.',
} as const;

/** The sentence for a `?done=` code, if there is one. */
export function agreementNoticeFor(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = agreementNotices;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}

/** "Robin Chief, Chief of Police, on March 5, 2026". */
export function signatureText({ name, title, at }: Signature, timeZone: string): string {
  const who = [name, title].filter((part) => part !== '').join(', ');
  const day = longDate(dayIn(timeZone, at));
  return who === '' ? `On ${day}` : `${who}, on ${day}`;
}

/** What the version's document says: its clauses, where it stands, and who has confirmed it. */
export function memorandumDocument(
  {
    number,
    side,
    terms,
    proposed,
    state,
  }: Pick<AgreementVersion, 'number' | 'side' | 'terms' | 'proposed' | 'state'>,
  { agency, partner }: Pick<Partnership, 'agency' | 'partner'>,
  campaignName: string,
): MemorandumFacts {
  const names = { agency: agency.name, partner: partner.name };
  const day = dayIn(agency.timeZone, proposed.at);
  const answer = state.is === 'agreed' || state.is === 'superseded' ? state.answer : undefined;
  const words: Readonly<Record<Side, Signature | undefined>> = {
    agency: side === 'agency' ? proposed : answer,
    partner: side === 'partner' ? proposed : answer,
  };
  const confirmed = (of: Side) => {
    const said = words[of];
    return said ? `Confirmed in One Mind by ${signatureText(said, agency.timeZone)}` : '';
  };
  return {
    agencyName: agency.name,
    partnerName: partner.name,
    standing: `Version ${number}, proposed on ${longDate(day)}`,
    day,
    campaignName,
    sections: memorandumSections(terms, names),
    signatures: ([side, otherSide(side)] as const)
      .toSorted()
      .map((of) => ({ party: names[of], confirmed: confirmed(of) })),
  };
}
