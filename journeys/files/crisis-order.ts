import { pagedPdf } from '../../src/testing/policy-pdf.ts';

/** A general order of two pages, with words that the checklist asks for. */
export const crisisOrder = {
  name: 'general-order-412.pdf',
  mimeType: 'application/pdf',
  buffer: pagedPdf([
    ['I. PURPOSE', '', 'The goal of this order is a safe end through de-escalation.'],
    [
      'II. TRANSPORT',
      '',
      'Officers transport the person to the receiving facility by ambulance.',
      '',
      'III. RECORDS',
      '',
      'Write a report on each contact, whatever its outcome, before the end of the shift.',
    ],
  ]),
};
