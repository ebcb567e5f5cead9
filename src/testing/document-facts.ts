import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateFacts, LetterFacts } from '../documents/document-facts.ts';

/** What a certificate says, of an invented agency. */
export function certificateFacts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    number: 'OM-2026-000123',
    agencyName: 'Elm Fork Police Department',
    place: 'Elm Fork, Texas',
    certifiedOn: '2026-11-20' as CalendarDate,
    pledgedOn: '2025-02-03' as CalendarDate,
    rulesTitle: 'One Mind pledge, 2024',
    verifyUrl: 'https://onemind.example/verify/OM-2026-000123',
    campaignName: 'One Mind Campaign',
    issuer: 'International Association of Chiefs of Police',
    signatory: { name: 'Alex Example', title: 'President' },
    statement: 'has completed every requirement of the One Mind pledge.',
    snapshotHash: 'ab'.repeat(32),
    ...changes,
  };
}

/** What a letter says, of the same agency. */
export function letterFacts(changes: Partial<LetterFacts> = {}): LetterFacts {
  const { statement, snapshotHash, ...completion } = certificateFacts();
  return {
    ...completion,
    executive: { name: 'Robin Sample', rank: 'Chief' },
    addressLines: ['1 Main Street', 'Elm Fork, TX 75001'],
    figures: { sworn: 40, advanced: 9, trained: 40 },
    contactEmail: 'help@onemind.example',
    ...changes,
  };
}
