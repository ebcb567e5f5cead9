import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateNumber } from '../certification/certificate.ts';
import type { AgencyId } from '../database/acting.ts';
import type { CertificateSize } from '../documents/document-facts.ts';

export type CertificateBatchId = Brand<'CertificateBatchId'>;

/** `zip`: a signed PDF for each. `pdf`: one PDF of all pages, to print; nobody signed it as a whole. */
export const batchForms = ['zip', 'pdf'] as const;
export type BatchForm = (typeof batchForms)[number];

/** A sheet of more pages than that is printed in several goes. */
export const mostOf: Readonly<Record<BatchForm, number>> = { zip: 2000, pdf: 500 };

/** Documents of one part of the work; what a process that ends in the middle has to make again. */
export const partSize = 25;

export interface CertificateBatch {
  readonly id: CertificateBatchId;
  readonly form: BatchForm;
  readonly size: CertificateSize;
  /** In the order they are printed. */
  readonly numbers: readonly CertificateNumber[];
  readonly jobAgency: AgencyId;
  readonly askedAt: Date;
}

/** What was made and lies in the file store: documents one after the other. */
export interface BatchPart {
  readonly sha256: string;
  /** Bytes of each. */
  readonly lengths: readonly number[];
}

/** The certificates of each part of a batch. One PDF is made in one go. */
export function partsOf({
  form,
  numbers,
}: Pick<CertificateBatch, 'form' | 'numbers'>): readonly (readonly CertificateNumber[])[] {
  if (form === 'pdf') return [numbers];
  return Array.from({ length: Math.ceil(numbers.length / partSize) }, (_, place) =>
    numbers.slice(place * partSize, (place + 1) * partSize),
  );
}

export const listSorts = ['certified', 'agency', 'number'] as const;
export type ListSort = (typeof listSorts)[number];

export const listStandings = ['valid', 'ended', 'all'] as const;
export type ListStanding = (typeof listStandings)[number];

/** Which certificates of the list are meant. */
export interface CertificateFilter {
  /** A part of the agency's name or of the number; '' for all. */
  readonly search: string;
  /** Two letters; '' for every state. */
  readonly region: string;
  readonly standing: ListStanding;
  /** Certified on or after, and on or before. */
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
}

export interface ListedCertificate {
  readonly number: CertificateNumber;
  readonly agencyName: string;
  readonly place: string;
  readonly certifiedOn: CalendarDate;
  readonly isValid: boolean;
}

/** Why a batch is not made. */
export type BatchRefusal =
  | { readonly code: 'no-certificates' }
  | { readonly code: 'too-many-certificates'; readonly most: number };

/** How far the work about a batch is. */
export type BatchState =
  | { readonly is: 'working'; readonly made: number; readonly total: number }
  | { readonly is: 'done' }
  | { readonly is: 'failed' };
