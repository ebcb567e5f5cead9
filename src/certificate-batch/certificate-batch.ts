import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateNumber } from '../certification/certificate.ts';
import type { AgencyId } from '../database/acting.ts';
import type { CertificateSize } from '../documents/document-facts.ts';

export type CertificateBatchId = Brand<'CertificateBatchId'>;

/** `zip`: a PDF for each, signed by itself. `pdf`: pages to print, many in a file; a signature would be lost on paper. */
export const batchForms = ['zip', 'pdf'] as const;
export type BatchForm = (typeof batchForms)[number];

export const mostCertificates = 2000;

/** Certificates of one part of the work: what a process that ends in the middle has to make again. A printing file is a part. */
export const partSizes: Readonly<Record<BatchForm, number>> = { zip: 25, pdf: 50 };

export interface CertificateBatch {
  readonly id: CertificateBatchId;
  readonly form: BatchForm;
  readonly size: CertificateSize;
  /** In the order they are printed. */
  readonly numbers: readonly CertificateNumber[];
  readonly jobAgency: AgencyId;
  readonly askedAt: Date;
  readonly askedBy: string;
  /** When what was made of it was taken out of the file store. */
  readonly filesRemovedAt: Date | undefined;
}

/** What was made and lies in the file store: documents one after the other. */
export interface BatchPart {
  readonly sha256: string;
  /** Bytes of each. */
  readonly lengths: readonly number[];
  readonly madeAt: Date;
}

/** The certificates of each part of a batch. */
export function partsOf({
  form,
  numbers,
}: Pick<CertificateBatch, 'form' | 'numbers'>): readonly (readonly CertificateNumber[])[] {
  const size = partSizes[form];
  return Array.from({ length: Math.ceil(numbers.length / size) }, (_, place) =>
    numbers.slice(place * size, (place + 1) * size),
  );
}

/** How many certificates the first so many parts hold. */
export function madeIn(batch: Pick<CertificateBatch, 'form' | 'numbers'>, parts: number): number {
  return Math.min(parts * partSizes[batch.form], batch.numbers.length);
}

/** What the download is: pages to print come as one PDF when they fit into one file. */
export function downloadKind({ form, numbers }: Pick<CertificateBatch, 'form' | 'numbers'>): 'zip' | 'pdf' {
  return form === 'pdf' && numbers.length <= partSizes.pdf ? 'pdf' : 'zip';
}

const dayMilliseconds = 24 * 60 * 60_000;

/** Until when the files of a batch are kept whose last part was made then. */
export function keptUntil(madeAt: Date, days: number): Date {
  return new Date(madeAt.getTime() + days * dayMilliseconds);
}

/** Batches whose last part was made before this have lost their files by now. */
export function keptSince(now: Date, days: number): Date {
  return keptUntil(now, -days);
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

/** What is made of a filter when none is picked: who looks at all certificates doesn't mean those that don't count. */
export function meantBy(filter: CertificateFilter): CertificateFilter {
  return filter.standing === 'all' ? { ...filter, standing: 'valid' } : filter;
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
  | { readonly is: 'done'; readonly keptUntil: Date }
  /** Its files were kept as long as was said, and removed. */
  | { readonly is: 'removed'; readonly at: Date }
  | { readonly is: 'failed' };
