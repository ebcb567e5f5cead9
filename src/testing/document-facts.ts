import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateFacts, LetterFacts, MemorandumFacts } from '../documents/document-facts.ts';

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

/** What a memorandum says, between an invented agency and an invented partner. */
export function memorandumFacts(changes: Partial<MemorandumFacts> = {}): MemorandumFacts {
  return {
    agencyName: 'Elm Fork Police Department',
    partnerName: 'Harbor Counseling',
    standing: 'Version 2, proposed on March 5, 2026',
    day: '2026-03-05' as CalendarDate,
    campaignName: 'One Mind Campaign',
    sections: [
      { heading: 'Purpose', clauses: [{ text: 'People in crisis get care.\nEverybody goes home safe.' }] },
      {
        heading: 'Services',
        clauses: [
          {
            text: 'Harbor Counseling does this:',
            items: ['Sends a mobile crisis team', 'Gives peer support'],
          },
          { text: 'Lends a van.' },
        ],
      },
    ],
    signatures: [
      {
        party: 'Elm Fork Police Department',
        confirmed: 'Confirmed by Robin Chief, Chief of Police, on March 5, 2026',
      },
      { party: 'Harbor Counseling', confirmed: '' },
    ],
    ...changes,
  };
}
