import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { TrainingRecord } from '../training/training-record.ts';

export type SubmittedCertificateId = Brand<'SubmittedCertificateId'>;

/** What somebody says is on the certificate. */
export interface CertificateFacts {
  readonly title: string;
  readonly hours: number | undefined;
  readonly completedOn: CalendarDate;
  readonly expiresOn: CalendarDate | undefined;
  /** '' when it names none. */
  readonly provider: string;
}

/** A confirmed certificate is the proof of a training record; a returned one says why, and another can be sent. */
export type CertificateState =
  | { readonly is: 'submitted' }
  | { readonly is: 'confirmed'; readonly at: Date; readonly record: string }
  | { readonly is: 'returned'; readonly at: Date; readonly reason: string }
  | { readonly is: 'taken-back' };

export type CertificateStateName = CertificateState['is'];

export interface SubmittedCertificate {
  readonly id: SubmittedCertificateId;
  readonly staff: {
    readonly id: StaffId;
    readonly name: PersonName;
    /** The employee number, else the badge; '' when there is neither. */
    readonly number: string;
  };
  readonly facts: CertificateFacts;
  readonly file: {
    readonly id: StoredFileId;
    readonly name: string;
    readonly mediaType: string;
    /** Bytes. */
    readonly size: number;
    readonly sha256: string;
  };
  readonly submittedAt: Date;
  readonly state: CertificateState;
}

export type CertificateRefusal =
  | { readonly code: 'certificate-not-found' }
  /** Confirmed, returned or taken back, maybe a moment before. */
  | { readonly code: 'certificate-closed'; readonly state: CertificateStateName }
  | { readonly code: 'account-not-linked' }
  | { readonly code: 'too-many-waiting' };

/** How many certificates of one person may wait at a time: more is a mistake, or somebody filling the disk. */
export const mostWaiting = 20;

/** The record that a confirmed certificate proves. */
export function recordProvenBy({
  title,
  hours,
  completedOn,
  expiresOn,
  provider,
}: CertificateFacts): TrainingRecord {
  return { title, code: '', hours, completedOn, expiresOn, provider, result: 'Certified' };
}
