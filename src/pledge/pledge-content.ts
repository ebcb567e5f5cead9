import type { Standing } from '../uswds/tag.tsx';
import type { PledgeStateName } from './pledge.ts';
import type { PledgeElsewhere } from './pledge-actions.ts';
import type { ExtensionRefusal } from './pledge-term.ts';

export const pledgeStateWords: Readonly<
  Record<PledgeStateName, { readonly label: string; readonly standing: Standing; readonly says: string }>
> = {
  'awaiting-signature': {
    label: 'Waiting for the signature',
    standing: 'waiting',
    says: 'The executive has a link by email, reads the pledge and signs it.',
  },
  'awaiting-acceptance': {
    label: 'Waiting for the campaign',
    standing: 'waiting',
    says: 'The pledge is signed. The campaign looks at it and writes to you.',
  },
  returned: {
    label: 'Needs a change',
    standing: 'attention',
    says: 'The pledge came back with a reason. Change it and send it to be signed again.',
  },
  active: {
    label: 'Active',
    standing: 'done',
    says: 'The campaign has accepted the pledge. Your term is running.',
  },
  withdrawn: {
    label: 'Withdrawn',
    standing: 'neutral',
    says: 'This pledge has ended. You can pledge again.',
  },
};

/** What a person is told when the pledge is no longer where the page thought. */
export function elsewhereSentence(refusal: PledgeElsewhere): string {
  const now =
    refusal.state === 'none' ? 'There is no pledge.' : `It is now: ${pledgeStateWords[refusal.state].label}.`;
  return `The pledge has moved on since you opened the page. ${now} Nothing was changed.`;
}

export const extensionRefusalSentences: Readonly<Record<ExtensionRefusal, string>> = {
  'not-later': 'Choose a day after your present target',
  'not-ahead': 'Choose a day after today',
  'too-late': 'Choose a day no more than 12 months after your last day',
};

export const pledgeContent = {
  title: 'Pledge',
  none: {
    heading: 'No pledge yet',
    text: 'This agency has not taken the pledge.',
  },
  facts: {
    heading: 'What it says',
    rules: 'Rules',
    executive: 'Executive',
    email: 'Executive’s email',
    sworn: 'Sworn officers',
    nonSworn: 'Non-sworn staff in scope',
    nobody: 'None',
    length: 'Length',
    months: (count: number) => `${count} months`,
    signed: 'Signed',
    taken: 'Accepted',
    target: 'Target',
    limit: 'Last day',
  },
  reason: { executive: 'Your executive wrote', campaign: 'The campaign wrote', withdrawn: 'The reason' },
  actions: {
    sign: 'Read and sign the pledge',
    amend: 'Change the pledge',
    again: 'Pledge again',
    resend: 'Send the link again',
    withdraw: 'Withdraw the pledge',
    extend: 'Ask for more time',
  },
  requirements: { signed: 'What we have promised', unsigned: 'What you would promise' },
  extensions: {
    heading: 'More time',
    caption: 'Requests for more time',
    asked: 'Asked',
    to: 'New target',
    reason: 'Reason',
    decision: 'Decision',
    states: {
      asked: 'Waiting for the campaign',
      granted: 'Granted',
      declined: 'Declined',
      dropped: 'Dropped',
    },
  },
  sign: {
    title: 'Sign the pledge',
    lead: (agency: string) => `You sign for ${agency}. Please read all of it first.`,
    facts: 'What your agency states',
    promise: (agency: string) =>
      `${agency} takes the One Mind pledge. We will meet the requirements above, keep working on them until we are done, and show what we have done.`,
    section: 'Your signature',
    name: 'Type your full name',
    nameHint: (name: string) => `The pledge names ${name}. Your typed name is your signature.`,
    nameMissing: 'Type your full name to sign',
    nameUnlike: (name: string) =>
      `Type your own name as the pledge has it: ${name}. If that name is wrong, send the pledge back`,
    confirm: 'I am the head of this agency, and I sign this pledge for it',
    confirmMissing: 'Tick the box to confirm that you may sign for the agency',
    submit: 'Sign the pledge',
    back: {
      heading: 'Something is not right?',
      reason: 'What has to change',
      reasonHint: 'Your coordinator reads this, changes the pledge, and you get a new link.',
      reasonMissing: 'Write what has to change',
      submit: 'Send it back',
    },
    signed: 'There is nothing to sign now',
  },
  amend: {
    title: 'Change the pledge',
    titleAgain: 'Pledge again',
    lead: 'Your executive signs every change anew.',
    leadAgain: 'This begins a new pledge under the rules of today. Your executive signs it.',
    executive: 'Executive',
    settled: (email: string) =>
      `${email} is the executive of this agency. To name somebody else, the executive or the campaign hands the role over: see Team.`,
    length: 'Length',
    submit: 'Send it to be signed',
    rename: 'The name, place and ORI of your agency stand in its settings.',
  },
  withdraw: {
    title: 'Withdraw the pledge?',
    lead: 'Your agency then no longer counts as pledged. What you have recorded stays, and you can pledge again.',
    reason: 'Why does the agency withdraw?',
    reasonHint: 'The campaign and your agency’s leaders read this.',
    reasonMissing: 'Write why the agency withdraws',
    submit: 'Withdraw the pledge',
    keep: 'Keep the pledge',
    certified: {
      title: 'Only the campaign can end this pledge',
      why: 'Your agency is certified. Ending the pledge would change what the public reads about your certificate, so nothing was changed.',
      ask: 'To end the pledge, write to the campaign and say why:',
    },
  },
  extend: {
    title: 'Ask for more time',
    lead: (target: string, limit: string) =>
      `Your target is ${target}. Within the term you can move it up to ${limit}.`,
    beyond:
      'A later day is an exception from the campaign’s rules. The campaign decides about it case by case.',
    to: 'New target day',
    toMissing: 'Enter the new target day',
    reason: 'Why do you need more time?',
    reasonMissing: 'Write why you need more time',
    submit: 'Ask the campaign',
    open: 'You have asked already. The campaign decides soon.',
  },
  refused: {
    executiveSettled:
      'The executive has signed for this agency. Only they or the campaign can hand that role to somebody else. Nothing was changed.',
    alreadyTaken: 'Your agency has a pledge already. Open it in your workspace.',
  },
  cancel: 'Go back',
  notices: {
    'pledge-signed': 'Thank you. The pledge is signed, and the campaign has it now.',
    'pledge-sent-back': 'The pledge went back to your coordinator with what you wrote.',
    'pledge-amended': 'The pledge is changed and waits for the executive’s signature.',
    'request-sent': 'We have sent the executive a new link.',
    'pledge-withdrawn': 'The pledge is withdrawn.',
    'extension-asked': 'The campaign has your request for more time.',
  } satisfies Readonly<Record<string, string>>,
} as const;
