import type { Announcement, CertificateStanding } from './certificate-standing.ts';
import type { DueCheckIn } from './check-in.ts';

/** What a certificate asks of its agency today. */
export interface CertificateTasks {
  readonly standing: CertificateStanding;
  /** What the campaign announced and nobody has decided, whether the agency has answered it or not. */
  readonly announced: Announcement | undefined;
  readonly checkIn: DueCheckIn | undefined;
}
