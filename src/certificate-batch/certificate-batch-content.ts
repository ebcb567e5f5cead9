import { dayIn, longDate } from '../calendar/calendar-date.ts';
import {
  type BatchForm,
  type BatchRefusal,
  type BatchState,
  type ListStanding,
  partSizes,
} from './certificate-batch.ts';

export const certificateBatchContent = {
  title: 'Certificates',
  lead: 'Find certificates, and make many of them at once to print or to send.',
  search: 'Agency or number',
  region: 'State',
  anyRegion: 'Every state',
  standing: 'Standing',
  standings: { valid: 'Valid', ended: 'Suspended or ended', all: 'All' } satisfies Record<
    ListStanding,
    string
  >,
  from: 'Certified from',
  until: 'Certified until',
  found: (count: number) => `${words(count)} ${count === 1 ? 'certificate' : 'certificates'}`,
  columns: {
    pick: 'Pick',
    number: 'Number',
    agency: 'Agency',
    certified: 'Certified',
    standing: 'Standing',
  },
  pick: (number: string) => `Pick ${number}`,
  valid: 'Valid',
  ended: 'Not valid',
  empty: { heading: 'No certificates', text: 'No certificate matches. Change what you search for.' },
  make: {
    heading: 'Make these certificates',
    lead: (count: number, ended = 0) =>
      ended === 0
        ? `Pick certificates in the table to make only those. If you pick none, you get all ${words(count)}.`
        : `Pick certificates in the table to make only those. If you pick none, you get the ${words(count - ended)} that count today.`,
    ended: (ended: number) =>
      ended === 1
        ? '1 of them does not count today: it was suspended, revoked or given back, or its term ended. It is left out unless you pick it.'
        : `${words(ended)} of them do not count today: they were suspended, revoked or given back, or their term ended. They are left out unless you pick them.`,
    onlyEnded:
      'None of these certificates counts today: they were suspended, revoked or given back, or their term ended. Whoever gets one can take it for valid.',
    form: 'What do you need?',
    forms: {
      zip: {
        label: 'Signed PDFs, to send',
        description:
          'A ZIP file with one PDF for each agency. Each PDF is signed by itself: who gets it can check that nobody changed it.',
      },
      pdf: {
        label: 'Pages, to print',
        description: `Many certificates in one PDF, to send to a printer in one go. These files are not signed: do not send them to agencies. More than ${partSizes.pdf} certificates come as several PDFs in a ZIP file.`,
      },
    } satisfies Record<BatchForm, { label: string; description: string }>,
    size: 'Paper',
    sizes: { letter: 'Letter, 11 × 8.5 inches', wall: 'Wall, 17 × 11 inches' },
    submit: 'Make',
  },
  batch: {
    title: 'Making certificates',
    doneTitle: 'The certificates are ready',
    lead: (count: number) => `You asked for ${words(count)} ${count === 1 ? 'certificate' : 'certificates'}.`,
    leave: 'You can leave this page. The work goes on, and this address stays.',
    again: 'Look again',
    download: { zip: 'Download the ZIP file', pdf: 'Download the PDF' },
    what: {
      zip: 'Each certificate is a PDF of its own and is signed by itself. Send it to its agency.',
      pdf: 'These pages are for printing. They are not signed. To send a certificate, make signed PDFs.',
    } satisfies Record<BatchForm, string>,
    ended: (numbers: readonly string[]) =>
      `Do not hand these out: ${numbers.join(', ')}. ${numbers.length === 1 ? 'This certificate does' : 'These certificates do'} not count today. The campaign suspended or revoked it, the agency gave it back, or its term ended. Whoever gets it can take it for valid.`,
    asked: 'Asked for by',
    by: (name: string, at: Date) => `${name}, ${day(at)}`,
    keptTerm: 'Kept until',
    kept: (until: Date) => `${day(until)}. Then the file is removed. You can make it again.`,
    removedTitle: 'These files were removed',
    removed: (at: Date) =>
      `The files were removed on ${day(at)}, as their time was over. Make them again if you need them.`,
    remake: 'Make them again',
    back: 'Back to the list',
    failed: 'The work stopped before it was done. What was made is kept. Start it again.',
    retry: 'Start again',
  },
} as const;

export function batchRefusalSentence(refusal: BatchRefusal): string {
  switch (refusal.code) {
    case 'no-certificates':
      return 'Pick one certificate or more, or search for others.';
    case 'too-many-certificates':
      return `Search for fewer certificates: ${words(refusal.most)} can be made at once.`;
  }
}

/** How far the work is. */
export function progressWords(state: Extract<BatchState, { is: 'working' }>): string {
  if (state.made === 0) return 'Beginning.';
  return `${words(state.made)} of ${words(state.total)} made.`;
}

/** The campaign counts its days in UTC. */
function day(at: Date): string {
  return longDate(dayIn('UTC', at));
}

function words(count: number): string {
  return count.toLocaleString('en-US');
}
