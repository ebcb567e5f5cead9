import type { MiddlewareHandler } from 'hono';
import type { Child } from 'hono/jsx';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { FormFields } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { FileImport, ImportTypes } from './file-import.ts';
import type { ImportSubject } from './import-subject.ts';

/** The words in which the pages of an import differ by what the file tells of. */
export interface ImportWords<T extends ImportTypes> {
  readonly upload: { readonly title: string; readonly lead: string; readonly file: string };
  readonly fields: Readonly<Record<T['field'], string>>;
  readonly kinds: Readonly<Record<T['kind'], string>>;
  /** Said above the rows of a kind. */
  readonly kindNotes: Readonly<Partial<Record<T['kind'], string>>>;
  readonly preview: {
    readonly title: string;
    readonly lead: string;
    readonly nothing: string;
    readonly commit: string;
  };
  /** No row of the file could be used. */
  readonly nothingFound: string;
}

/** Which staged rows a page shows. */
export interface ShownRows<Kind extends string> {
  readonly kind: Kind;
  /** Whatever its kind, only what somebody should look at. */
  readonly toLookAt?: boolean;
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

export interface PreviewParts {
  /** The sentence of figures under the heading. */
  readonly summary: Child;
  /** The rows of the kind shown, and how many there are with the words searched for. */
  readonly rows: Child;
  readonly total: number;
  /** What else a person should see before deciding. */
  readonly more?: Child;
  /** What a person chooses when carrying the plan out. */
  readonly choices?: Child;
}

export interface PreviewContext<T extends ImportTypes> {
  readonly tx: Transaction;
  readonly agency: AgencyId;
  readonly found: FileImport<T>;
  readonly report: T['report'];
  readonly shown: ShownRows<T['kind']>;
  /** Of the import: `/workspace/elm-fork/roster/import/…`. */
  readonly path: string;
  readonly today: CalendarDate;
}

/** Where people import files of one subject: what the shared pages need to know about it. */
export interface ImportDesk<T extends ImportTypes> {
  readonly subject: ImportSubject<T>;
  readonly mayImport: MiddlewareHandler<AgencyEnv>;
  readonly words: ImportWords<T>;
  /** In the order in which they are offered. */
  readonly fields: readonly T['field'][];
  /** The fields of the form that hold for the whole file, filled in with what was said or typed. */
  wholeFileFields(values: Readonly<Record<string, string>>, errors: FormErrors): Child;
  /** What was said of a whole file, as the form shows it. */
  shownFacts(facts: T['facts']): Readonly<Record<string, string>>;
  readFacts(
    fields: FormFields,
    today: CalendarDate,
  ): { readonly facts: T['facts']; readonly errors: FormErrors };
  readChoice(fields: FormFields): T['choice'];
  /** True when carrying the plan out would change nothing. */
  changesNothing(report: T['report']): boolean;
  preview(context: PreviewContext<T>): Promise<PreviewParts>;
}
