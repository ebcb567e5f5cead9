import type { Standing as TagStanding } from '../uswds/tag.tsx';
import type { GroupKind, MissingForOpening, Standing } from './joint-agreement.ts';
import type { AnswerToGroup, LeadRefusal } from './joint-refusal.ts';

export const kindLabels: Readonly<Record<GroupKind, string>> = {
  county: 'County',
  region: 'Region',
  'state-association': 'State association',
  other: 'Other group of agencies',
};

export const standingWords: Readonly<
  Record<Standing, { readonly label: string; readonly tag: TagStanding }>
> = {
  listed: { label: 'On the list', tag: 'neutral' },
  'not-in-program': { label: 'Invited to pledge', tag: 'waiting' },
  asked: { label: 'Asked', tag: 'waiting' },
  'asked-again': { label: 'Asked about the new version', tag: 'waiting' },
  agreed: { label: 'Joined', tag: 'done' },
  declined: { label: 'Declined', tag: 'attention' },
  left: { label: 'Left', tag: 'neutral' },
  withdrawn: { label: 'Taken off the list', tag: 'neutral' },
};

export const jointContent = {
  title: 'Groups',
  lead: 'A county, a region or an association can bring many agencies and partners under one agreement.',
  begin: 'Begin a group',
  search: 'Search groups',
  empty: {
    heading: 'No groups yet',
    text: 'When a group invites your agency, you find it here. You can also begin one and lead it.',
    partner: 'When a group asks your organization, you find it here.',
    campaign: 'Groups that agencies or the campaign begin are listed here.',
  },
  columns: { group: 'Group', lead: 'Led by', yours: 'Your answer', agreement: 'Agreement', joined: 'Joined' },
  youLead: 'You lead it',
  preparing: 'Being prepared',
  ended: 'Ended',
  answerWaits: 'Your answer is awaited',
  newTitle: 'Begin a group',
  newLead:
    'You write one agreement for all, choose the partners, and name the agencies. Nobody hears of it before you send it.',
  name: 'Name of the group',
  nameHint: 'For example: Alder County.',
  kind: 'What kind of group is it?',
  beginButton: 'Begin',
  leadAgency: 'Agency that leads it',
  leadAgencyHint: 'Type its name as the list of agencies has it.',
  progress: 'How far it is',
  joinedOf: (joined: number, all: number, declined: number) =>
    `${joined} of ${all}${declined === 0 ? '' : `, and ${declined} declined or left`}`,
  agenciesJoined: 'Agencies that have joined',
  partnersConfirmed: 'Partners that have confirmed',
  agreement: 'The agreement',
  version: (number: number) => `Version ${number}`,
  sentBy: (number: number, who: string) => `Version ${number}, sent by ${who}`,
  read: 'Read the agreement',
  write: 'Write the agreement',
  change: 'Change the agreement',
  send: 'Read it whole and send it',
  sendAgain: 'Read your changes whole and send them',
  partners: 'Partners',
  choosePartners: 'Choose partners',
  agencies: 'Agencies',
  addAgencies: 'Add agencies',
  searchAgencies: 'Search the agencies of this group',
  noAgencies: 'No agency is on the list yet.',
  noAgencyFound: 'No agency of this group fits.',
  noPartners: 'No partner is chosen yet.',
  memberColumns: { name: 'Agency', state: 'Answer', answered: 'Answered by', remove: 'Change' },
  remove: 'Remove',
  remind: 'Remind those who have not answered',
  end: 'End the group',
  todo: 'Before you can send it',
  invites: (group: string) => `${group} invites you`,
  invitedLead: (lead: string) => `${lead} leads this group. Read the whole agreement. Nobody joins for you.`,
  /** Where an agency stands that is not asked any more, and what comes next. */
  memberStands: {
    joined: (lead: string) => `${lead} leads this group. Your agency has joined it.`,
    waitsFor: (partners: string) =>
      `You need to do nothing now. A partnership begins with each partner when it confirms. Not yet: ${partners}.`,
    allConfirmed: 'Every partner has confirmed. Go on with your partnerships:',
    toPartnerships: 'Your partnerships',
    declined: (lead: string) =>
      `Your agency declined. You need to do nothing more. If you change your mind, ask ${lead} to put you on the list again.`,
    left: (lead: string) =>
      `Your agency left this group. If you change your mind, ask ${lead} to put you on the list again.`,
  },
  partnerStands: {
    confirmed: (lead: string) => `${lead} leads this group. Your organization has confirmed its agreement.`,
    next: 'You need to do nothing now. Your partnerships with the agencies that have joined stand on your home page.',
    toHome: 'Your partnerships',
    declined: (lead: string) =>
      `Your organization declined. You need to do nothing more. If you change your mind, ask ${lead} to choose you again.`,
    left: (lead: string) =>
      `Your organization left this group. If you change your mind, ask ${lead} to choose you again.`,
  },
  withPartners: 'The partners',
  withAgencies: 'Agencies that have joined',
  onTheList: 'On the list, not joined yet',
  nobodyYet: 'Nobody yet.',
  confirmed: 'has confirmed',
  confirmedLabel: 'Confirmed',
  present: {
    agency:
      'If you work with one of these partners already, this agreement takes the place of the one between the two of you once both have given their word. Your meetings and actions stay.',
    partner:
      'If you work with one of these agencies already, this agreement takes the place of the one between the two of you once both have given their word. Your meetings and actions stay.',
  },
  joinHeading: 'Join with your own contacts',
  again: 'There is a new version. What you agreed to before stays in effect for you until you answer.',
  join: 'Join the group',
  agree: 'Agree to this version',
  declineLink: 'Decline with a reason',
  leaveLink: 'Leave the group',
  liaisonName: 'Name of your liaison',
  liaisonEmail: 'Email of your liaison',
  liaisonPhone: 'Phone of your liaison',
  always: 'Number that is answered day and night',
  alwaysHint: {
    agency: 'For example: the shift commander’s desk, 555-0100. If you have none, write “none”.',
    partner:
      'For example: your crisis line or the clinician on call, 555-0100. If you have none, write “none”.',
  },
  signerName: 'Your name',
  signerHint: 'Your name, your role and the time are kept with your answer.',
  signerTitle: 'Your title or role',
  note: 'A note to everybody who reads it',
  yourAnswer: 'Your answer',
  answeredBy: (name: string, title: string, day: string) =>
    title === '' ? `${name}, ${day}` : `${name}, ${title}, ${day}`,
  partnerships: 'Partnerships under this agreement',
  partnership: (name: string) => `Partnership with ${name}`,
  partnerTitle: (group: string) => `${group} asks you to confirm one agreement`,
  partnerLead: (lead: string) =>
    `${lead} leads this group. You confirm once; each agency that has joined by then gets a partnership with you.`,
  confirmHeading: 'Confirm for your organization',
  confirm: 'Confirm for the group',
  later: 'What about agencies on the list that join later?',
  laterYes: 'My confirmation holds for them too',
  laterNo: 'Ask me again for them',
  naming: 'Name us in public as a partner of these agencies',
  newlyJoined: (names: string) =>
    `Joined after you confirmed: ${names}. Confirm again to work with them too.`,
  newlyListed: (names: string) =>
    `Put on the list after you confirmed: ${names}. Your confirmation does not hold for them. Confirm again if it shall.`,
  refuseLink: 'Decline with a reason',
  partnerLeaveLink: 'Leave the group',
  reason: 'Reason',
  reasonHint: 'The lead of the group reads it.',
  endReasonHint: 'Everybody who was asked or has joined reads it.',
  declineTitle: 'Decline to join',
  declineText: 'The group goes on without you. The lead can ask you again.',
  declineButton: 'Decline',
  leaveTitle: 'Leave the group',
  leaveText: 'New versions will not reach you, and nobody who joins later becomes yours.',
  leaveButton: 'Leave',
  after: 'What becomes of the partnerships that came out of the group?',
  goOn: 'They go on alone',
  endThem: 'They end',
  endTitle: 'End the group',
  endText:
    'Nobody is asked any more. Partnerships that came out of the group go on by themselves until one of their two sides ends them.',
  endButton: 'End the group',
  back: 'Go back without a change',
  endedAlert: (name: string) => `${name} has ended`,
  wholeTitle: 'Read it whole',
  wholeLead:
    'This is what every agency and every partner will read. Each gives its own contacts when it joins.',
  missing: 'These answers are missing',
  sendHeading: 'Send it in your agency’s name',
  sendText: 'Your agency joins by sending it. The agencies and partners of the list get a mail.',
  replaces:
    'If your agency works with one of these partners already, this agreement takes the place of the one between the two of you as soon as the partner confirms. Your meetings and actions stay.',
  sendButton: 'Send it to everybody',
  steps: 'Change a part',
  contactsOwn:
    'Each agency and each partner names its own liaison and number for day and night when it joins.',
  pasteTitle: 'Add agencies',
  pasteLead:
    'Type or paste the names of agencies, or email addresses of agencies that are not in the program, one on each line.',
  paste: 'Agencies, one on each line',
  pasteHint: 'You can paste a column of a spreadsheet.',
  pasteButton: 'Look them up',
  found: 'Found in the list of agencies',
  several: (typed: string) => `Which one is “${typed}”?`,
  noneOfThem: 'None of these',
  addresses: 'Not in the program: an invitation to take the pledge goes to',
  unknown: 'Not found',
  unknownText: (areOthers: boolean) =>
    areOthers
      ? 'These are not added. Correct them in the box and look them up again, or put the others on the list first: these stay in the box.'
      : 'These are not added. Correct them in the box, or give an email address instead.',
  addButton: 'Put them on the list',
  chooseTitle: 'Choose partners',
  chooseLead: 'The organizations that every agency of the group will work with.',
  searchOrganizations: 'Search organizations by name or place',
  nothingFound: 'No organization fits. You can add it under Partnerships, “Propose a partnership”.',
  choose: 'Choose',
  representativeEmail: (name: string) => `Email of the person who speaks for ${name}`,
  chosen: 'Chosen so far',
  chosenTag: 'Chosen',
  organization: 'Organization',
  foundOrganizations: 'Organizations found',
  whatItDoes: 'What it does',
  happened: 'What happened',
  waits: 'Not in effect yet',
  cameFrom: 'This partnership came out of the agreement of',
  cameFromUntil: (day: string) =>
    `It was under that agreement until ${day}. Since then the two have an agreement of their own.`,
  done: {
    begun: 'The group is begun. Write the agreement, choose partners, and name the agencies.',
    chosen: 'The partner is chosen.',
    removed: 'Taken off the list.',
    sent: 'The agreement is before everybody on the list.',
    reminded: 'Everybody who has not answered got a mail.',
    ended: 'The group has ended.',
    joined: 'Your agency has joined.',
    declined: 'You declined. The lead was told.',
    left: 'You left the group.',
    confirmed: 'You confirmed. Each agency that has joined has a partnership with you.',
  },
  errors: {
    name: 'Enter the name of the group',
    kind: 'Choose what kind of group it is',
    lead: 'Enter the name of an agency as the list of agencies has it',
    liaisonName: 'Enter the name of your liaison',
    liaisonEmail: 'Enter the email address of your liaison',
    phone: 'Enter a phone number of 40 letters or fewer',
    always: 'Enter the number that is answered day and night, or “none” if you have none',
    signerName: 'Type your full name',
    signerTitle: 'Enter your title or role',
    reason: 'Enter the reason',
    after: 'Choose what becomes of the partnerships',
    later: 'Choose what to do about agencies that join later',
    note: 'Shorten the note to 2,000 letters or fewer',
    paste: 'Enter at least one agency',
    choice: (typed: string) => `Choose which one “${typed}” is, or “None of these”`,
    tooMany: 'Enter 500 agencies or fewer at a time',
    representativeEmail: 'Enter the email address of the person who speaks for the organization',
  },
} as const;

export function doneWords(code: string | undefined): string | undefined {
  const [, added, already] = /^listed-(\d{1,3})-(\d{1,3})$/.exec(code ?? '') ?? [];
  if (added && already) return listedWords({ added: Number(added), already: Number(already) });
  return Object.entries(jointContent.done).find(([known]) => known === code)?.[1];
}

/** How many named lines a notice spells out; all of them stay in the box. */
const namedAtMost = 10;

/** What became of a pasted list: how many agencies were put on the list, and which lines were not. */
export function listedWords(counts: {
  readonly added: number;
  readonly already: number;
  readonly leftOut?: readonly string[];
}): string {
  const { added, already, leftOut = [] } = counts;
  const named = leftOut.slice(0, namedAtMost).map((typed) => `“${typed}”`);
  const more = leftOut.length - named.length;
  const names = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
  return [
    `${ofAgencies(added)} put on the list.`,
    ...(already > 0 ? [`${ofAgencies(already)} on it before.`] : []),
    ...(leftOut.length > 0
      ? [`${leftOut.length === 1 ? '1 line was' : `${leftOut.length} lines were`} left out: ${names}.`]
      : []),
  ].join(' ');
}

function ofAgencies(count: number): string {
  if (count === 0) return 'No agency was';
  return count === 1 ? '1 agency was' : `${count} agencies were`;
}

export const missingWords: Readonly<Record<MissingForOpening, string>> = {
  agreement: 'Write the agreement',
  partners: 'Choose at least one partner',
  agencies: 'Put at least one agency on the list',
};

/** What to tell a person whose act was refused: the field it is about (`form` for the whole). */
export function jointRefusalMessage(refusal: AnswerToGroup | LeadRefusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'group-not-found':
      return { form: 'This group is not there for you any more. Go back to the list of groups' };
    case 'group-ended':
      return { form: 'This group has ended. Nothing more can be answered' };
    case 'version-changed':
      return { form: 'There is a newer version of the agreement. Read it below, then answer again' };
    case 'list-changed':
      return { form: 'The list of agencies has changed. Read it below, then answer again' };
    case 'nothing-asked':
      return { form: 'You have answered this already. What it says now is shown below' };
    case 'speaks-for-agency':
      return { form: 'You work for one of these agencies. Ask a colleague to answer' };
    case 'not-ready':
      return { form: refusal.missing.map((part) => missingWords[part]).join('. ') };
    case 'nothing-changed':
      return { form: 'This says the same as the version that is there. Change something, then send it' };
    case 'organization-not-found':
      return { form: 'This organization is not there any more. Choose another' };
    case 'representative-missing':
      return { representativeEmail: jointContent.errors.representativeEmail };
    case 'representative-own-colleague':
      return {
        representativeEmail:
          'This is a colleague of yours. Enter the address of somebody at the organization',
      };
  }
}
