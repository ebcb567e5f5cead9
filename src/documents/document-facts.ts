import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Who signs for the campaign; a line break in a text is kept. */
export interface Signatory {
  readonly name: string;
  readonly title: string;
}

/** What every document says about a completed pledge. */
interface CompletionFacts {
  readonly number: string;
  readonly agencyName: string;
  /** City and state as people write them: `Elm Fork, Texas`. */
  readonly place: string;
  readonly certifiedOn: CalendarDate;
  readonly pledgedOn: CalendarDate;
  /** The title of the rules version the pledge was taken under. */
  readonly rulesTitle: string;
  readonly verifyUrl: string;
  readonly campaignName: string;
  /** The body that issues the document. */
  readonly issuer: string;
  readonly signatory: Signatory;
}

export interface CertificateFacts extends CompletionFacts {
  /** One or two sentences under the agency's name: what it has done. */
  readonly statement: string;
  /** SHA-256 of the snapshot the decision rests on, 64 hex digits. */
  readonly snapshotHash: string;
}

export interface LetterFacts extends CompletionFacts {
  readonly executive: { readonly name: string; readonly rank: string };
  /** The agency's postal address, line by line, without its name. */
  readonly addressLines: readonly string[];
  readonly figures: { readonly sworn: number; readonly advanced: number; readonly trained: number };
  readonly contactEmail: string;
}
