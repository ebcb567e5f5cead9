import { alteredSentence, unreadableSentence } from './doubt-content.ts';
import type { Examination, SignedFacts } from './examination.ts';

/** Why a file named on the command line is of no use. */
export type FileRefusal =
  | { readonly code: 'not-found' | 'no-keys'; readonly path: string }
  | { readonly code: 'unreadable'; readonly path: string; readonly why: string }
  | { readonly code: 'too-large'; readonly path: string; readonly megabytes: number };

export function fileRefusalSentence(refusal: FileRefusal): string {
  switch (refusal.code) {
    case 'not-found':
      return `There is no file ${refusal.path}.`;
    case 'unreadable':
      return `${refusal.path} can't be read (${refusal.why}).`;
    case 'too-large':
      return `${refusal.path} is larger than ${refusal.megabytes} MB: it is none of ours.`;
    case 'no-keys':
      return `${refusal.path} holds no public keys. Save the issuer's /.well-known/did.json (for badges and credentials) or /.well-known/onemind-certificates.pem (for PDFs), and name it after --issuer.`;
  }
}

export const issuerMissing =
  'Write "onemind verify FILE --issuer did.json --issuer certificates.pem" with the issuer\'s public keys, or "onemind verify --snapshot FILE".';

/** An examination for people, in lines. */
export function examinationText(examination: Examination): string {
  switch (examination.is) {
    case 'intact':
      return [
        'Intact: signed by this issuer, and unchanged.',
        ...factLines(examination.facts),
        'Whether it was revoked since, only the issuer’s site can say.',
      ].join('\n');
    case 'expired':
    case 'not-yet-valid':
      return [
        examination.is === 'expired'
          ? 'Unchanged, but its time is over.'
          : 'Unchanged, but its time has not come.',
        ...factLines(examination.facts),
      ].join('\n');
    case 'other-picture':
      return [
        "The credential inside is this issuer's and unchanged. The picture around it is not one of this issuer's: don't trust what it shows.",
        ...factLines(examination.facts),
      ].join('\n');
    case 'altered':
      return examination.because === 'image-checksum'
        ? `Altered. ${alteredSentence(examination.because)}`
        : `Altered: it names this issuer as its signer, but is not what the issuer signed. ${alteredSentence(examination.because)}`;
    case 'foreign':
      return `Not signed by this issuer${examination.issuer ? ` but by ${printable(examination.issuer)}` : ''}.`;
    case 'unsigned':
      return 'Not signed.';
    case 'unreadable':
      return examination.because === 'nothing-baked'
        ? `No credential. ${unreadableSentence(examination.because)} The issuer’s site takes it at /verify.`
        : `Not readable. ${unreadableSentence(examination.because)}`;
  }
}

/** The same for machines: names stay as they are here. */
export function examinationJson(examination: Examination) {
  const isIntact = examination.is === 'intact';
  return { isIntact, ...examination };
}

function factLines(facts: SignedFacts): readonly string[] {
  if (facts.of === 'document') {
    const { document, number, signedBy, signedAt } = facts;
    return [
      `  Number:     ${printable(number)} (${printable(document)})`,
      `  Signed by:  ${printable(signedBy)}, ${signedAt.toISOString().slice(0, 10)}`,
    ];
  }
  const { about, issuer, validFrom, signedAt } = facts.credential;
  const subject =
    about.is === 'agency'
      ? [
          `  Agency:     ${printable(about.agencyName)}, ${printable(about.place)}`,
          `  Number:     ${printable(about.number)}`,
          `  Snapshot:   ${about.snapshotSha256}`,
        ]
      : [
          `  Holder:     ${printable(about.holder)}`,
          `  Training:   ${printable(about.training)}, ${printable(about.completedOn)}`,
          `  Agency:     ${printable(about.agencyName)}`,
        ];
  return [
    ...subject,
    `  Signed by:  ${printable(issuer.name)} (${printable(issuer.did)})${signedAt ? `, ${signedAt.slice(0, 10)}` : ''}`,
    `  From:       ${validFrom.slice(0, 10)}`,
  ];
}

/** What a file says goes to a terminal: no sign in it may steer that. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '\uFFFD');
}
