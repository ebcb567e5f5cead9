import type { CertificateStanding } from './certificate-standing.ts';

/** What an agency takes from here for a certificate: each is made and signed anew when it is asked for. */
export type Paper = 'certificate' | 'letter';

/**
 * Whether a paper is made for a certificate that stands so. One whose term is over says its own last day, so the
 * certificate of a past term stays to be had; the letter says none.
 */
export function isHandedOut(paper: Paper, { is }: CertificateStanding): boolean {
  return is === 'valid' || (is === 'lapsed' && paper === 'certificate');
}
