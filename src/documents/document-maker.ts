import { join } from 'node:path';
import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { packageRoot } from '../package-root.ts';
import type { CertificateFacts, LetterFacts } from './document-facts.ts';
import { qrCodeSvg } from './qr-code.ts';
import { createTypesetter } from './typesetter.ts';

export type { CertificateFacts, LetterFacts, Signatory } from './document-facts.ts';

/** Makes the documents an agency receives, as PDF/UA-1. The same facts make the same bytes. */
export interface DocumentMaker {
  certificate(facts: CertificateFacts): Promise<Uint8Array>;
  letter(facts: LetterFacts): Promise<Uint8Array>;
}

const ownTemplates = join(packageRoot, 'documents', 'templates');
const ownFonts = join(packageRoot, 'documents', 'fonts');

/**
 * `templateDirectory` holds a campaign's copy of our templates, and its own fonts in a folder `fonts`.
 * A document that can't be set whole (a missing template, a character no font has) throws a TypesettingError.
 */
export function createDocumentMaker(options: { readonly templateDirectory?: string } = {}): DocumentMaker {
  const templates = options.templateDirectory ?? ownTemplates;
  const typeset = createTypesetter({ templates, fonts: [ownFonts, join(templates, 'fonts')] });
  return {
    certificate: async (facts) => typeset('certificate.typ', await printable(facts)),
    letter: async (facts) => typeset('letter.typ', await printable(facts)),
  };
}

/** Dates as the templates print them, and the code that leads to the verification page. */
async function printable(facts: CertificateFacts | LetterFacts): Promise<Readonly<Record<string, unknown>>> {
  return {
    ...facts,
    certifiedOn: printedDate(facts.certifiedOn),
    pledgedOn: printedDate(facts.pledgedOn),
    qrCode: await qrCodeSvg(facts.verifyUrl),
  };
}

function printedDate(date: CalendarDate): { readonly iso: string; readonly long: string } {
  return { iso: date, long: longDate(date) };
}
