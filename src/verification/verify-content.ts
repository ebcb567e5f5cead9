import type { ShownRefusal } from './shown-body-routes.ts';
import type { NumberRefusal } from './typed-number.ts';

export const verifyContent = {
  title: 'Check a certificate',
  description: 'Find out whether a One Mind certificate, badge or credential is real.',
  lead: 'Enter the number that stands on a certificate, or show us a file. You will see whether it is real, and what it says.',
  byNumber: 'By its number',
  label: 'Certificate number',
  hint: 'For example: OM-2026-000123',
  submit: 'Check the number',
  byFile: 'By a file',
  file: {
    lead: 'Choose a certificate or letter (PDF), a badge (PNG or SVG) or a credential (JSON or JWT), or drop it on the field. We look at it and forget it: nothing is kept.',
    label: 'File to check',
    text: 'Or paste a credential',
    textHint: 'Text that begins with { or with ey.',
    submit: 'Check the file',
    missing: 'Choose a file, or paste a credential',
  },
  headings: {
    valid: 'This certificate is valid',
    suspended: 'This certificate is suspended',
    revoked: 'This certificate was revoked',
    lapsed: 'This certificate has ended',
    withdrawn: 'This certificate was given back',
  },
  issued:
    'We issued a certificate with this number. Compare what you see here with the certificate you hold.',
  unknown: {
    title: 'There is no certificate with this number',
    text: 'Look at the number again. If the certificate you hold really shows it, please tell us.',
    again: 'Check another one',
  },
  number: 'Number',
  agency: 'Agency',
  place: 'Place',
  certifiedOn: 'Certified',
  validUntil: 'Valid until',
  pledgedOn: 'Pledge taken',
  rules: 'Under the rules',
  issuer: 'Issued by',
  hash: 'Fingerprint of the record behind it (SHA-256)',
  agencyPage: 'The agency’s page',
} as const;

/** What is wrong with a number, and how one looks. */
export function numberRefusalSentence(refusal: NumberRefusal): string {
  switch (refusal.code) {
    case 'nothing-typed':
      return 'Enter a certificate number such as OM-2026-000123';
    case 'other-signs':
      return 'A certificate number is OM and digits only, such as OM-2026-000123. Take out the other letters.';
    case 'no-year':
      return 'A certificate number begins with OM and a year of four digits, such as OM-2026-000123. Enter the year too.';
    case 'no-digits-after-year':
      return 'Digits follow the year in a certificate number, such as OM-2026-000123. Enter those too.';
    case 'too-many-digits':
      return `Six digits follow the year in a certificate number, such as OM-2026-000123. You entered ${refusal.digits}: look at the number again.`;
  }
}

/** Why a file was not checked, and what to do. */
export function shownRefusalSentence(refusal: ShownRefusal): string {
  switch (refusal.code) {
    case 'too-many-tries':
      return `Many files have come from your connection in a short time. Wait ${minutesWord(refusal.seconds)}, then check the next one. You can check a number meanwhile.`;
    case 'address-places-taken':
      return 'Other files from your connection are still on their way. Wait a few seconds, then send this one again.';
    case 'all-places-taken':
    case 'memory-full':
      return 'We are checking many files right now. Wait a few seconds, then send yours again. You can check a number meanwhile.';
    case 'too-slow':
      return 'The file took too long to arrive. Look at your connection, then send the file again.';
    case 'too-large':
      return 'This file is larger than anything we issue. Choose the file as you got it.';
    case 'cut-off':
      return 'The file did not arrive whole. Choose it and send it again.';
  }
}

function minutesWord(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
