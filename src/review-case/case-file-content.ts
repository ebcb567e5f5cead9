import type { ProofDecision } from '../snapshot/sample-place.ts';

export const caseFileContent = {
  title: 'Your case',
  lead: 'Every round of this review, with what was decided and why, and what was said.',
  download: 'Download the case (ZIP)',
  downloadHint:
    'The archive holds what you sent in, frozen as it was, the decisions with their grounds, the messages and every file: your documents, and the proof of training that you sent, with names. Open index.html to read it.',
  decided: 'Decided',
  notDecided: 'Nothing is decided yet.',
  sentOn: (day: string) => `Sent in on ${day}.`,
  answerBy: (day: string) => `To be answered by ${day}.`,
  note: 'Your note',
  answer: 'Your answer',
  grounds: 'Grounds',
  appeals: 'Appeals',
  appealGrounds: 'What you said',
  appealDecision: 'What was decided about it',
  documents: 'Documents',
  documentColumns: { title: 'What it is', rounds: 'Rounds', hash: 'SHA-256', file: 'File' },
  gone: 'Not kept any more',
  proofs: 'Proof of training',
  proofColumns: { round: 'Round', record: 'Record', file: 'File', finding: 'What the reviewer found' },
  findings: {
    accepted: 'Accepted',
    failed: 'Did not hold',
    'asked-again': 'Another proof was asked for',
  } satisfies Record<ProofDecision, string>,
  noFinding: 'Nothing yet',
  personGone: (pseudonym: string) => `Not on your roster any more (${pseudonym})`,
  hash: 'SHA-256 of the snapshot',
  review: 'Review',
  archive: {
    lead: (agency: string, campaign: string) =>
      `The review of ${agency} by the ${campaign}, as it stood on the day of this download.`,
    snapshot:
      'Each snapshot lies beside this page as the very text that was hashed. Its SHA-256 stands on the certificate. The published file holds it with its people and its sample: “onemind verify --snapshot published.json” computes the result from it again.',
    messages: 'Messages',
    noMessages: 'There are no messages.',
    noDocuments: 'There are no documents.',
  },
  notices: { sent: 'Your message was sent.' },
} as const;
