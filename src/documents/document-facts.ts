import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Who signs for the campaign; line breaks are kept. */
export interface Signatory {
  readonly name: string;
  readonly title: string;
}

/** What every document says about a completed pledge. */
interface CompletionFacts {
  /** The certificate's number. */
  readonly number: string;
  /** Of any length and script; a line break is kept where the name stands by itself. */
  readonly agencyName: string;
  /** City and state as people write them: `Elm Fork, Texas`. */
  readonly place: string;
  readonly certifiedOn: CalendarDate;
  /** The last day of a certificate that has a term. */
  readonly validUntil?: CalendarDate | undefined;
  readonly pledgedOn: CalendarDate;
  /** The title of the rules version the pledge was taken under. */
  readonly rulesTitle: string;
  readonly verifyUrl: string;
  readonly campaignName: string;
  /** The body that issues the document. */
  readonly issuer: string;
  readonly signatory: Signatory;
}

/** `letter`: 11 × 8.5 inches. `wall`: 17 × 11 inches (US tabloid). Both landscape. */
export const certificateSizes = ['letter', 'wall'] as const;
export type CertificateSize = (typeof certificateSizes)[number];

export interface CertificateFacts extends CompletionFacts {
  /** What the agency has done, in one or two sentences that go on from its name: `has completed …`. */
  readonly statement: string;
  /** SHA-256 of the snapshot the decision rests on, 64 hex digits. */
  readonly snapshotHash: string;
}

export interface LetterFacts extends CompletionFacts {
  readonly executive: { readonly name: string; readonly rank: string };
  /** The agency's postal address, line by line, without its name. */
  readonly addressLines: readonly string[];
  /** Officers at certification: sworn, of those trained (base or advanced), of those trained in an advanced course. */
  readonly figures: { readonly sworn: number; readonly advanced: number; readonly trained: number };
  /** Where an agency asks about the letter. */
  readonly contactEmail: string;
}

/** What the sign-in sheet of a class says. */
export interface SignInSheetFacts {
  readonly agencyName: string;
  readonly course: string;
  readonly hours: number;
  readonly place: string;
  /** Who gives the class; '' when nobody was named. */
  readonly provider: string;
  readonly instructors: readonly string[];
  /** At least one; `times` as people read them: `8:00 AM to 5:00 PM`. */
  readonly days: readonly { readonly iso: CalendarDate; readonly long: string; readonly times: string }[];
  readonly people: readonly { readonly name: string; readonly number: string }[];
  /** Numbered rows without a name, after the people. */
  readonly blankRows: number;
}

/** What the campaign's report of a quarter says; every cell as people read it. */
export interface FiguresFacts {
  readonly campaignName: string;
  /** `Report of the first quarter of 2026`. */
  readonly title: string;
  /** Of which day the figures are. */
  readonly standing: string;
  /** When it was made. */
  readonly day: CalendarDate;
  /** The first cell of a row names it, the others are numbers; the first row is the sum. */
  readonly groups: FiguresTable;
  readonly notes: readonly string[];
  /** Of three columns; `none` stands in place of an empty table. */
  readonly waiting: FiguresTable & { readonly none: string };
  /** The words that the campaign's grants ask for. */
  readonly supportStatement: string;
  readonly disclaimer: string;
}

export interface FiguresTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a memorandum of understanding says, as DOCX and as PDF alike. */
export interface MemorandumFacts {
  readonly agencyName: string;
  readonly partnerName: string;
  /** `Version 2, proposed on March 5, 2026`. */
  readonly standing: string;
  /** When it was proposed, or today for a draft. */
  readonly day: CalendarDate;
  readonly campaignName: string;
  /** Numbered from 1; its clauses 1.1, 1.2 …; line breaks are kept. */
  readonly sections: readonly {
    readonly heading: string;
    readonly clauses: readonly { readonly text: string; readonly items?: readonly string[] }[];
  }[];
  /** A block to sign for each side; `confirmed` is what was said in the program: '' while nothing was. */
  readonly signatures: readonly { readonly party: string; readonly confirmed: string }[];
}
