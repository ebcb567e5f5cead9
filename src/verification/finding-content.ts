import { longDate } from '../calendar/calendar-date.ts';
import { standingSentence } from '../certification/standing-content.ts';
import type { AlteredReason } from '../credential/credential-check.ts';
import { alteredSentence, unreadableSentence } from './doubt-content.ts';
import type { ShownForm } from './examination.ts';
import type { Finding } from './finding.ts';

/** How a finding is told: what it comes to, and in a sentence what that means. */
export interface FindingWords {
  readonly kind: 'good' | 'ended' | 'bad';
  readonly heading: string;
  readonly text: string;
}

const formNames: Readonly<Record<ShownForm, string>> = {
  pdf: 'PDF',
  png: 'badge (PNG)',
  svg: 'badge (SVG)',
  'json-ld': 'credential (JSON)',
  'vc-jwt': 'credential (JWT)',
  file: 'file',
};

export function findingWords(finding: Finding): FindingWords {
  const name = formNames[finding.form];
  switch (finding.is) {
    case 'known':
      return knownWords(finding, name);
    case 'training':
      return finding.isEnded
        ? {
            kind: 'ended',
            heading: 'Real, but ended',
            text: `This ${name} is ours and unchanged. It was ended since, and does not count any more.`,
          }
        : {
            kind: 'good',
            heading: 'Real and valid',
            text: `This ${name} is ours and unchanged. It tells of one person’s own training.`,
          };
    case 'not-registered':
      return {
        kind: 'bad',
        heading: 'Not in our register',
        text: `This ${name} bears our signature, but our register does not have it. Please tell us.`,
      };
    case 'expired':
      return {
        kind: 'ended',
        heading: 'Real, but its time is over',
        text: `This ${name} is ours and unchanged. Its last day has passed.`,
      };
    case 'not-yet-valid':
      return {
        kind: 'ended',
        heading: 'Real, but its time has not come',
        text: `This ${name} is ours and unchanged. Its first day lies ahead.`,
      };
    case 'other-picture':
      return {
        kind: 'bad',
        heading: 'Real credential, other picture',
        text: 'The credential inside is ours and unchanged. The picture around it is not one of ours: don’t trust what it shows. Trust only what you read here, and ask the agency for its badge.',
      };
    case 'altered':
      return {
        kind: 'bad',
        heading: 'Altered',
        text: `This ${name} is not as we issued it. ${alteredSentence(finding.because)} Do not rely on it. Ask the agency for the file as it got it.`,
      };
    case 'foreign':
      return {
        kind: 'bad',
        heading: 'Not ours',
        text: `This ${name} was signed by somebody else. It may be real, but we cannot say so.`,
      };
    case 'unsigned':
      return {
        kind: 'bad',
        heading: 'Not signed',
        text: `This ${name} bears no signature of ours. If it shows a certificate number, check that number.`,
      };
    case 'unreadable':
      return {
        kind: 'bad',
        heading:
          finding.because === 'nothing-baked' ? 'No credential in this picture' : 'We cannot read this',
        text: unreadableSentence(finding.because),
      };
  }
}

function knownWords(
  { standing, facts, isReplaced }: Finding & { readonly is: 'known' },
  name: string,
): FindingWords {
  const isLetter = facts.of === 'document' && facts.document === 'letter';
  const about = isLetter ? 'It is the letter that goes with a certificate. ' : '';
  const unchanged = `This ${name} is ours and unchanged. ${about}`;
  if (isReplaced) {
    return {
      kind: 'ended',
      heading: 'Real, but replaced',
      text: `${unchanged}It was ended while the certificate was suspended. The certificate counts today: ask the agency for its new badge.`,
    };
  }
  if (standing.is === 'valid') {
    return { kind: 'good', heading: 'Real and valid', text: `${unchanged}The certificate counts today.` };
  }
  const headings = {
    suspended: 'Real, but suspended',
    revoked: 'Real, but revoked',
    lapsed: 'Real, but ended',
    withdrawn: 'Real, but given back',
  } as const;
  return { kind: 'ended', heading: headings[standing.is], text: `${unchanged}${standingSentence(standing)}` };
}

/** One thing that was looked at, and whether it was as it should be; undefined where it came to nothing before. */
export interface CheckedStep {
  readonly what: string;
  readonly isGood: boolean;
}

/** What was checked, in the order it was. A step that failed is the last; each says no more than was found. */
export function checkedSteps(finding: Finding): readonly CheckedStep[] {
  const signed = { what: 'It bears a signature of ours.', isGood: true };
  const whole = { what: 'Everything the signature covers is as it was when we signed it.', isGood: true };
  const registered = { what: 'Our register has it.', isGood: true };
  switch (finding.is) {
    case 'unreadable':
      return [
        finding.because === 'nothing-baked'
          ? { what: 'It holds a credential.', isGood: false }
          : { what: 'It can be read as something we issue.', isGood: false },
      ];
    case 'unsigned':
    case 'foreign':
      return [{ ...signed, isGood: false }];
    case 'altered':
      return alteredSteps(finding.because);
    case 'other-picture':
      return [
        { ...signed, what: 'The credential inside bears a signature of ours.' },
        { ...whole, what: 'The credential is as it was when we signed it.' },
        { what: 'The picture around it is the one we drew for it.', isGood: false },
      ];
    case 'expired':
    case 'not-yet-valid':
      return [signed, whole, { what: 'Today lies within its time.', isGood: false }];
    case 'not-registered':
      return [signed, whole, { ...registered, isGood: false }];
    case 'training':
      return [signed, whole, registered, { what: 'It still counts today.', isGood: !finding.isEnded }];
    case 'known':
      return [
        signed,
        whole,
        registered,
        { what: 'It still counts today.', isGood: finding.standing.is === 'valid' && !finding.isReplaced },
      ];
  }
}

function alteredSteps(because: AlteredReason): readonly CheckedStep[] {
  if (because === 'image-checksum') return [{ what: 'The picture is whole.', isGood: false }];
  return [
    { what: 'It names us as the one who signed it.', isGood: true },
    { what: 'It bears a signature of ours that holds for what it says.', isGood: false },
  ];
}

export const findingContent = {
  title: 'What we found',
  checked: 'What was checked',
  good: 'Yes',
  bad: 'No',
  says: 'What it says',
  notKept: 'What you showed us was looked at in memory and is gone.',
  again: 'Check another one',
  signedBy: 'Signed by',
  signedOn: 'Signed',
  countsFrom: 'Counts from',
  number: 'Number in the credential',
  holder: 'Holder',
  hiddenHolder: 'The holder’s name is only in the credential as a fingerprint.',
  training: 'Training',
  completedOn: 'Completed',
  agency: 'Agency',
  page: 'The page of this certificate',
} as const;

export function dayOf(iso: string): string {
  const day = iso.slice(0, 10);
  return longDate(day as Parameters<typeof longDate>[0]);
}
