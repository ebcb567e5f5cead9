import type { StaffCategory } from './staff-category.ts';
import type { StaffFactSheet } from './staff-member.ts';
import type { StaffRefusal } from './staff-refusal.ts';

/** The words of the roster's pages. */
export const rosterWords = {
  title: 'Roster',
  lead: 'Everyone whose training counts toward the pledge.',
  import: 'Import a roster file',
  imports: 'Imports',
  add: 'Add one person',
  change: 'Change this person',
  empty: {
    heading: 'No one is on the roster yet',
    text: 'Export your roster from your HR or records system as a spreadsheet and import it here. It takes about three minutes.',
  },
  nobodyFound: { heading: 'No one matches', text: 'Try fewer letters, or show everybody.' },
  search: 'Name, employee number or badge',
  download: 'Download this list',
  showWho: 'Show',
  standings: { 'on-staff': 'On staff', separated: 'Left', all: 'Everybody' },
  kinds: { sworn: 'Sworn', 'non-sworn': 'Non-sworn' },
  categories: {
    dispatcher: 'Dispatcher or telecommunicator',
    detention: 'Detention or corrections',
    'community-service-officer': 'Community service officer',
    records: 'Records',
    'front-desk': 'Front desk',
    'crossing-guard': 'Crossing guard',
    'victim-advocate': 'Victim advocate',
    chaplain: 'Chaplain',
    'civilian-investigator': 'Civilian investigator',
    'professional-staff': 'Other professional staff',
  } satisfies Record<StaffCategory, string>,
  notices: {
    added: 'The person was added.',
    changed: 'The change was saved.',
    separated: 'The person is marked as having left.',
    rehired: 'The person is on staff again. Their training records are still here.',
    merged: 'The two entries are one person now. You can undo this below.',
    'merge-undone': 'The two entries are two people again, as they were before.',
    'was-merged': 'The entry you looked for is now part of this person.',
    imported: 'The roster was imported.',
    discarded: 'The import was given up. The roster is as it was.',
  },
} as const;

/** Sworn, or the kind of civilian job. */
export function kindWords({ kind, category }: Pick<StaffFactSheet, 'kind' | 'category'>): string {
  return kind === 'non-sworn' && category ? rosterWords.categories[category] : rosterWords.kinds[kind];
}

export function staffRefusalSentence(refusal: StaffRefusal): string {
  switch (refusal.code) {
    case 'staff-not-found':
      return 'This person is no longer on the roster. Go back to the list.';
    case 'already-separated':
      return 'This person is already marked as having left.';
    case 'not-separated':
      return 'This person is on staff already.';
    case 'separated-before-hired':
      return 'The last day lies before the date hired. Enter a later day, or correct the date hired.';
  }
}
