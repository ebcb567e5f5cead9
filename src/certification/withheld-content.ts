import type { CertificateStanding } from './certificate-standing.ts';

/** What is asked for and not handed out now. */
export type Withheld = 'kit' | 'press-release' | 'papers';

export const withheldContent = {
  titles: {
    kit: 'Recognition kit',
    'press-release': 'Press release',
    papers: 'Certificate and letter',
  } satisfies Record<Withheld, string>,
  whatNow: 'What you can do',
  badges: 'A badge or card on your website says by itself how things stand. You need not take it down.',
  back: 'What your certificate is worth',
} as const;

/** Why nothing is handed out for a certificate that stands so. */
export function withheldSentence({ is }: CertificateStanding): string {
  switch (is) {
    case 'valid':
      return 'Your agency is not listed as certified now: this certificate was earned under a pledge that has ended. The kit is here again when your agency is certified under its present pledge.';
    case 'suspended':
      return 'While your certificate is suspended, it cannot be downloaded, and there is no letter, no recognition kit and no press release.';
    case 'lapsed':
      return 'The term of your certificate has ended, so there is no letter, no recognition kit and no press release. The certificate itself can still be downloaded: it says its last day.';
    case 'revoked':
    case 'withdrawn':
      return 'Your certificate does not count any more. It cannot be downloaded, and there is no letter, no recognition kit and no press release.';
  }
}

export const againContent = {
  heading: 'How to be certified again',
  ended:
    'Your agency can be certified again under its pledge. Send your work in for review once nothing is left to do.',
  review: 'Go to the review',
  suspended:
    'The campaign can end the suspension at any time. Write to it and say what your agency has done about the grounds:',
} as const;
