import { join } from 'node:path';
import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { packageRoot } from '../package-root.ts';
import type {
  CertificateFacts,
  CertificateSize,
  FiguresFacts,
  LetterFacts,
  MemorandumFacts,
  SignInSheetFacts,
} from './document-facts.ts';
import { qrCodeSvg } from './qr-code.ts';
import { createTypesetter } from './typesetter.ts';

export type {
  CertificateFacts,
  CertificateSize,
  LetterFacts,
  MemorandumFacts,
  Signatory,
  SignInSheetFacts,
} from './document-facts.ts';

/** Makes the documents an agency receives, as PDF/UA-1. The same facts make the same bytes. */
export interface DocumentMaker {
  /** One landscape page of US letter, or of the size asked for. */
  certificate(facts: CertificateFacts, size?: CertificateSize): Promise<Uint8Array>;
  /** The same of several, a page each, to print in one go. */
  certificates(facts: readonly CertificateFacts[], size: CertificateSize): Promise<Uint8Array>;
  /** One page, portrait US letter; more only where names and address are very long. */
  letter(facts: LetterFacts): Promise<Uint8Array>;
  /** Portrait US letter: a sheet for each day, of as many pages as the people need. */
  signInSheet(facts: SignInSheetFacts): Promise<Uint8Array>;
  /** Portrait US letter, of as many pages as its clauses need. */
  memorandum(facts: MemorandumFacts): Promise<Uint8Array>;
  /** Landscape US letter, of as many pages as its groups need. */
  figures(facts: FiguresFacts): Promise<Uint8Array>;
}

/** Twenty days of a thousand people: more is a mistake. */
const mostSheetPages = 1200;

/** A memorandum of more pages is none that anybody reads. */
const mostMemorandumPages = 60;

/** The states, provinces and territories of a country fill a few. */
const mostFiguresPages = 20;

const ownTemplates = join(packageRoot, 'documents', 'templates');
const ownFonts = join(packageRoot, 'documents', 'fonts');

/**
 * `templateDirectory` holds a campaign's copy of our templates, and its own fonts in a folder `fonts`; a directory
 * that lacks a template throws a TypesettingError at once. A document that can't be set whole (a character no font
 * has, a certificate that outgrows its page) rejects with one.
 */
export function createDocumentMaker(options: { readonly templateDirectory?: string } = {}): DocumentMaker {
  const templates = options.templateDirectory ?? ownTemplates;
  const typesetter = createTypesetter({
    templates,
    fonts: [ownFonts, join(templates, 'fonts')],
    needs: ['certificate.typ', 'letter.typ', 'sign-in-sheet.typ', 'memorandum.typ', 'figures.typ'],
  });
  const certificates: DocumentMaker['certificates'] = (facts, size) =>
    typesetter(
      'certificate.typ',
      { size, certificates: facts.map(withPrintedForms) },
      { mostPages: facts.length },
    );
  return {
    certificates,
    certificate: (facts, size = 'letter') => certificates([facts], size),
    letter: (facts) => typesetter('letter.typ', withPrintedForms(facts), { mostPages: 3 }),
    memorandum: (facts) =>
      typesetter(
        'memorandum.typ',
        { ...facts, day: printedDate(facts.day) },
        { mostPages: mostMemorandumPages },
      ),
    figures: (facts) =>
      typesetter('figures.typ', { ...facts, day: printedDate(facts.day) }, { mostPages: mostFiguresPages }),
    signInSheet: (facts) => typesetter('sign-in-sheet.typ', { ...facts }, { mostPages: mostSheetPages }),
  };
}

/** Dates as the templates print them, and the code that leads to the verification page. */
function withPrintedForms(facts: CertificateFacts | LetterFacts): Readonly<Record<string, unknown>> {
  return {
    ...facts,
    certifiedOn: printedDate(facts.certifiedOn),
    pledgedOn: printedDate(facts.pledgedOn),
    validUntil: facts.validUntil && printedDate(facts.validUntil),
    qrCode: qrCodeSvg(facts.verifyUrl),
  };
}

function printedDate(date: CalendarDate): { readonly iso: string; readonly long: string } {
  return { iso: date, long: longDate(date) };
}
