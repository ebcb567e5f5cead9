import type { Announcement, CertificateStanding } from './certificate-standing.ts';
import type { DueCheckIn } from './check-in.ts';

/** What a certificate asks of its agency today. */
export interface CertificateTasks {
  readonly standing: CertificateStanding;
  /** What the campaign announced, while the agency has not answered it. */
  readonly toAnswer: Announcement | undefined;
  readonly checkIn: DueCheckIn | undefined;
}
