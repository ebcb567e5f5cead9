import { longDate } from '../calendar/calendar-date.ts';
import type { PolicyDetails } from '../policy/policy.ts';
import { rosterWords } from '../roster/roster-page-content.ts';
import { isStaffCategory } from '../roster/staff-category.ts';
import {
  type AcknowledgedHow,
  type Acknowledgment,
  type AcknowledgmentFigures,
  type Parting,
  percentAcknowledged,
} from './acknowledgment.ts';
import type { AcknowledgmentRefusal } from './acknowledgment-refusal.ts';

const number = (value: number) => value.toLocaleString('en-US');
const people = (value: number) => (value === 1 ? '1 person' : `${number(value)} people`);

/** The words of the pages about acknowledgments. */
export const acknowledgmentContent = {
  title: 'Acknowledgments',
  lead: 'Who has read the policy in effect and said so.',
  none: {
    heading: 'No policy is in effect',
    text: 'Staff are asked to acknowledge a policy once it is adopted and its effective day has come.',
    link: 'Go to the policy',
  },
  noStaff: {
    heading: 'Nobody is on the roster',
    text: 'Import your roster first. Sworn officers and the non-sworn staff in scope are asked.',
    link: 'Go to the roster',
  },
  version: (title: string, order: string, effective: string) =>
    `${title}${order ? `, ${order}` : ''}, in effect since ${effective}.`,
  progressLabel: 'Read and acknowledged',
  progress: (figures: AcknowledgmentFigures) =>
    `${number(figures.acknowledged)} of ${number(figures.of)} (${percentAcknowledged(figures)} percent)`,
  shown: 'The campaign does not ask for this. It is up to your agency; it shows that the policy is lived.',
  required: (percent: number, needed: number) =>
    `The rules ask for ${percent} percent: ${people(needed)} of your agency.`,
  actions: {
    rollCall: 'Hold a roll call',
    mail: 'Send links by email',
    list: 'Import a sign-off list',
    missing: 'See who is missing',
    print: 'Print the list',
  },
  day: 'As of',
  showDay: 'Show this day',
  asOf: (day: string) => `As of ${day}.`,
  dayError: 'Enter a day as month/day/year, such as 3/5/2026',
  parts: {
    heading: 'By unit, shift and kind of staff',
    show: 'Show by',
    names: { unit: 'Unit', shift: 'Shift', category: 'Kind of staff' } satisfies Record<Parting, string>,
    without: { unit: 'No unit', shift: 'No shift', category: 'Other' } satisfies Record<Parting, string>,
    asked: 'Asked',
    acknowledged: 'Acknowledged',
    missing: 'Missing',
    percent: 'Percent',
  },
  departed: {
    heading: 'No longer on the roster',
    lead: 'They acknowledged this version and were taken out of the roster since. They do not count above. When they come back under the same name and number, they count again.',
    caption: (shown: number, total: number) =>
      shown === total ? people(total) : `The first ${number(shown)} of ${people(total)}`,
  },
  list: {
    title: 'Who has acknowledged',
    search: 'Name, number or rank',
    show: 'Show',
    standings: {
      missing: 'Missing',
      acknowledged: 'Acknowledged',
      everyone: 'Everyone asked',
    },
    unit: 'Unit',
    shift: 'Shift',
    any: 'All',
    nobody: { heading: 'Nobody found', text: 'Change what you search for, or show everyone.' },
    allDone: { heading: 'Nobody is missing', text: 'Everyone asked has acknowledged this version.' },
    caption: (total: number) => people(total),
    download: 'Download this list',
    missing: 'Missing',
    noAddress: 'No email',
    correct: 'Correct',
    columns: {
      name: 'Name',
      number: 'Number',
      rank: 'Rank or title',
      unit: 'Unit',
      shift: 'Shift',
      acknowledged: 'Acknowledged',
    },
  },
  print: {
    title: 'Roll call list',
    lead: 'Who has not acknowledged this version yet. Sign beside your name once you have read it.',
    signature: 'Signature',
    signed: 'Date',
    supervisor: 'Supervisor',
    longest: (shown: number, total: number) =>
      `The first ${number(shown)} of ${number(total)}. Choose one unit or shift to print the rest.`,
    hint: 'Use your browser’s print command. Tick the names afterwards under “Hold a roll call”.',
  },
  rollCall: {
    title: 'Roll call',
    lead: 'Tick everyone here who has read the policy and says so in front of you.',
    choose: 'Show these people',
    document: 'Open the policy',
    asks: (name: string) => `Your name is kept with theirs: ${name}.`,
    save: 'Record the ticked names',
    tick: 'Has read the policy and acknowledges it',
    again: 'Back to acknowledgments',
    done: (count: number) => `${people(count)} acknowledged before you. Nothing else is needed.`,
    doneNobody: 'Nobody was added: those you ticked had acknowledged already.',
    undo: 'Undo',
    undone: 'The roll call was taken back. These people are missing again.',
    rest: (total: number) => `${people(total)} missing in this list. Names you do not tick stay missing.`,
  },
  correction: {
    title: 'Take an acknowledgment back',
    lead: 'It stays in the record with your reason, and the person is asked again. A link that was used stays used, so they need a new one: they get it with the next sending.',
    who: 'Who',
    how: 'How',
    reason: 'Reason',
    reasonHint: 'For example: the wrong name was ticked.',
    reasonMissing: 'Enter the reason',
    reasonLong: 'Shorten the reason to 1,000 characters',
    submit: 'Take it back',
    cancel: 'Leave it as it is',
  },
  importedList: (list: {
    readonly recorded: number;
    readonly here: number;
    readonly inDoubt: number;
    readonly notUsed: number;
  }) =>
    `The list was imported. ${list.recorded} recorded, ${list.here} here already, ${list.inDoubt} in doubt and not recorded, ${list.notUsed} not used.`,
  listInDoubt: (file: string, lines: number) =>
    lines === 1
      ? `1 line of ${file} is in doubt, and nobody is recorded for it.`
      : `${lines} lines of ${file} are in doubt, and nobody is recorded for them.`,
  listInDoubtLink: 'Settle them',
  notices: {
    revoked:
      'The acknowledgment was taken back. If it came by an emailed link, that link stays used: the person gets a new one with the next sending.',
    mailed: 'The links are on their way.',
    asking: 'The settings are saved.',
    imported: 'The list was imported.',
    discarded: 'The import was given up.',
  } satisfies Readonly<Record<string, string>>,
} as const;

/** “Crisis Response, GO 41, in effect since March 1, 2026.” */
export function versionWords({ title, number: order, effectiveOn }: PolicyDetails): string {
  return acknowledgmentContent.version(title, order, effectiveOn ? longDate(effectiveOn) : '');
}

/** “June 3, 2026, before Sgt. Dana Birch”. */
export function acknowledgedWords({ on, how, supervisor }: Acknowledgment): string {
  const where = supervisor ? `before ${supervisor}` : howWords[how];
  return `${longDate(on)}, ${where}`;
}

export const howWords: Readonly<Record<AcknowledgedHow, string>> = {
  link: 'by emailed link',
  account: 'with their own account',
  'roll-call': 'at roll call',
  list: 'on an imported list',
};

/** The name of a unit, shift or kind of staff. */
export function partName(by: Parting, name: string): string {
  if (by === 'category') {
    if (name === 'sworn') return rosterWords.kinds.sworn;
    return isStaffCategory(name) ? rosterWords.categories[name] : acknowledgmentContent.parts.without[by];
  }
  return name || acknowledgmentContent.parts.without[by];
}

/** What to do about an act that was not done. */
export function acknowledgmentRefusalSentence(refusal: AcknowledgmentRefusal): string {
  switch (refusal.code) {
    case 'nothing-in-effect':
      return 'No policy is in effect today, so nobody can acknowledge it.';
    case 'version-changed':
      return 'A new version of the policy came into effect. Have it read, then tick the names again.';
    case 'nobody-ticked':
      return 'Tick at least one name';
    case 'roll-call-gone':
      return 'This roll call can’t be undone any more. Take single names back with “Correct”.';
    case 'acknowledgment-not-found':
      return 'This acknowledgment is no longer here.';
    case 'acknowledgment-revoked':
      return 'This acknowledgment was taken back before.';
    case 'mailing-under-way':
      return 'Links are being sent right now. Wait until that is done.';
    case 'nobody-to-mail':
      return 'There is nobody to send a link to: everyone with an email address was asked or has acknowledged.';
    case 'not-asked':
      return 'Your account is not linked to somebody on the roster who is asked. Ask your coordinator.';
    case 'name-unlike':
      return `Type your name as it is on the roster: ${refusal.expected}`;
  }
}
