import { longDay } from '../identity/day-text.ts';
import type { PartnershipStateName } from '../partnership/partnership.ts';
import type { RecordFilter } from './organization-list.ts';
import type { DoneMerge, MergeRefusal, UndoRefusal } from './organization-merge.ts';
import { undoDays } from './organization-merge.ts';

const filters: Readonly<Record<RecordFilter, string>> = {
  all: 'All',
  claimed: 'Somebody speaks for it',
  unclaimed: 'Nobody speaks for it',
  alike: 'Likely the same as another',
};

const states: Readonly<Record<PartnershipStateName, string>> = {
  proposed: 'Proposed',
  active: 'Active',
  declined: 'Declined',
  ended: 'Ended',
};

const undo: Readonly<Record<DoneMerge['undo'], string>> = {
  possible: '',
  undone: 'Taken back',
  final: 'Final, because a partnership ended with it',
  'too-late': `Final after ${undoDays} days`,
};

const refusals: Readonly<Record<UndoRefusal['code'] | MergeRefusal['code'], string>> = {
  'merge-not-found': 'This merge is not here',
  'merge-final': 'This merge can’t be taken back any more',
  'organization-not-found': 'One of the two was merged meanwhile. Look at the list again',
  'partnerships-unsettled': 'Choose which partnership goes on',
};

export const deskContent = {
  title: 'Organizations',
  lead: 'Every partner organization has one record. Join two that are one.',
  search: 'Name, place or initials',
  filter: 'Show',
  filters,
  columns: {
    name: 'Organization',
    places: 'Places served',
    people: 'People',
    agencies: 'Agencies',
    added: 'Added',
  },
  nobody: 'Nobody yet',
  asked: 'Merge asked for',
  alike: (count: number) => (count === 1 ? '1 looks the same' : `${count} look the same`),
  found: (count: number) =>
    count === 1 ? '1 organization' : `${count.toLocaleString('en-US')} organizations`,
  empty: {
    heading: 'No organization fits',
    text: 'Change the words, or show all organizations.',
  },
  page: {
    facts: 'Facts',
    agencies: 'Agencies',
    noAgencies: 'No agency has proposed a partnership to it.',
    agency: 'Agency',
    state: 'Partnership',
    since: 'Since',
    states,
    people: 'People who speak for it',
    noPeople: 'Nobody speaks for it now.',
    name: 'Name',
    invitations: 'Open invitations',
    until: 'Until',
    invite: 'Invite somebody to speak for it',
    alike: 'Likely the same organization',
    noAlike: 'No other record looks like this one.',
    likeness: 'How alike',
    likenessWords: (percent: number, isSameSite: boolean) =>
      isSameSite ? `Same website, names ${percent}% alike` : `Names ${percent}% alike`,
    askedFor: 'Somebody who speaks for both asks to join them',
    toldApart: 'An agency was asked, and says that they are two',
    compare: 'Compare and merge',
    apart: 'They are two',
    actions: 'Actions',
    mergeWith: 'Merge with another record',
    merges: 'Merged into this record',
    merged: 'Record',
    on: 'On',
    undo: 'Take back',
    undoWords: undo,
    placesEnd: (people: readonly string[]) =>
      `Came since the merge, and lose their place: ${people.join(', ')}. Invite them again to the right record.`,
    history: 'History',
  },
  merge: {
    title: 'Join two records?',
    lead: (kept: string, merged: string) => `${merged} goes, and ${kept} stays.`,
    fact: 'Fact',
    stays: 'Stays',
    goes: 'Goes',
    swap: (name: string) => `Keep the other one instead: ${name}`,
    factNames: {
      name: 'Name',
      kinds: 'What it is',
      places: 'Places served',
      website: 'Website',
      phone: 'General phone',
      email: 'General email',
      agencies: 'Agencies',
      people: 'People who speak for it',
      contacts: 'Contacts',
    },
    moves: 'What happens',
    moving: {
      facts: 'The facts of the record that stays are kept as they are.',
      partnerships: (count: number) =>
        count === 1
          ? '1 partnership moves, with all that belongs to it.'
          : `${count} partnerships move, with all that belongs to them.`,
      people: (count: number) =>
        count === 1
          ? '1 person who speaks for the record that goes will see every partnership of the joined record.'
          : `${count} people who speak for the record that goes will see every partnership of the joined record.`,
      contacts: (count: number) => (count === 1 ? '1 contact moves.' : `${count} contacts move.`),
      invitations: (count: number) =>
        count === 1
          ? '1 open invitation stops working, whoever sent it. It is not open again if the merge is taken back.'
          : `${count} open invitations stop working, whoever sent them. They are not open again if the merge is taken back.`,
      unclaimed: 'Nobody speaks for either. Afterwards only the campaign can invite somebody to.',
      addresses: 'Old addresses lead to the record that stays.',
      undo: `It can be taken back for ${undoDays} days. Whoever comes to speak for the joined record meanwhile loses that place then.`,
      final: 'It can’t be taken back, because a partnership ends with it.',
    },
    people: {
      heading: 'Who will speak for the joined record',
      lead: 'Look at each address before you join the records: all of these people will see and answer everything that agencies of both share.',
      none: 'Nobody speaks for either record.',
      name: 'Name',
      of: 'Speaks for',
      remark: 'To look at',
      atDomain: (agencies: readonly string[]) => `Same mail domain as ${agencies.join(', ')}`,
    },
    invited: {
      heading: 'Invitations that stop working',
      email: 'Address',
      of: 'Invited to speak for',
    },
    conflicts: 'Two partnerships with one agency',
    conflictsLead:
      'An agency has one partnership with one organization. Choose which one goes on. The other one ends, and the agency is told by email.',
    conflict: (agency: string) => `Which partnership with ${agency} goes on?`,
    choice: (organization: string, state: PartnershipStateName, since: Date) =>
      `That with ${organization}: ${states[state].toLowerCase()}, since ${longDay(since)}`,
    submit: 'Join the records',
    cancel: 'Go back without a change',
  },
  done: {
    merged: 'The two records are one now. The people who speak for it were told by email.',
    undone: 'The merge was taken back.',
    apart: 'They stay two organizations.',
    invited: 'We sent the invitation by email.',
  },
  refusals,
} as const;

/** The sentence for a `?done=` code, if there is one. */
export function deskNotice(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = deskContent.done;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
