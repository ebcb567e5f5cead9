import { longDate } from '../calendar/calendar-date.ts';
import type { Deadline } from '../pledge/pledge-term.ts';
import type { RequirementState } from '../requirement/assessment.ts';
import type { Standing } from '../uswds/tag.tsx';

export const stateStandings: Readonly<Record<RequirementState, Standing>> = {
  met: 'done',
  'in-progress': 'progress',
  'not-started': 'neutral',
};

export const workspaceContent = {
  title: 'Where you stand',
  requirements: 'The requirements',
  returned: { label: 'Returned', answer: 'Read what the reviewers ask for' },
  allowedOnAppeal: 'Counts as met: your appeal was allowed',
  /** What stands first when the newest certificate has ended. */
  ended: {
    revoked: {
      text: (day: string) => `Your certificate was revoked on ${day}. It does not count any more.`,
      link: 'Read the grounds, and what you can do',
    },
    lapsed: {
      text: (day: string) =>
        `Your certificate has lapsed: its term is over. Since ${day} it does not count any more.`,
      link: 'Open the certificate, and see what you can do',
    },
    withdrawn: {
      text: (day: string) => `Your agency gave its certificate back on ${day}. It does not count any more.`,
      link: 'Open the certificate, and see what you can do',
    },
  },
  next: {
    heading: 'What to do next',
    nothing: 'Nothing is outstanding.',
    staff: 'Your coordinator and your executive do this. What is yours to do stands under “My training”.',
    lead: {
      ready: { text: 'Nothing is outstanding. You can send your work in.', link: 'Send it in for review' },
      'in-review': {
        text: 'Your work is with the campaign. You get an email as soon as there is a decision.',
        link: 'See how far it is',
      },
      returned: {
        text: 'The reviewers asked for changes. Make them, say what you changed, and send your work in again.',
        link: 'Read what they ask for',
      },
      closed: {
        text: 'Your review was closed. Read why, and what the reviewers asked for, before you send your work in anew.',
        link: 'Read it',
      },
      'proof-wanted': {
        text: 'Your work is with the campaign, and the reviewers wait for you: they ask for proof of some training records.',
        link: 'Show proof',
      },
      suspended: {
        text: 'Your certificate is suspended: it does not count until the suspension ends. Read the grounds, and what you can do.',
        link: 'Open the certificate',
      },
      revoked: {
        text: 'Your certificate was revoked: it does not count any more. You can send your work in again to be certified anew.',
        link: 'Read the grounds',
      },
      lapsed: {
        text: 'The term of your certificate has ended. Send your work in again to be certified anew.',
        link: 'Open the certificate',
      },
      withdrawn: {
        text: 'You have given your certificate back. You can send your work in again to be certified anew.',
        link: 'Open the certificate',
      },
      again: {
        text: 'By your records nothing is outstanding. To be certified again, send your work in for review.',
        link: 'Send it in for review',
      },
      contested: {
        text: 'Your certificate counts today, but the campaign has announced that it means to take it away. Nobody has decided yet.',
        link: 'Read the grounds',
      },
      certified: {
        text: 'Your agency is certified. Keep it so: new hires need the training, and partnerships and the policy need their reviews.',
        link: 'Certificate and letter',
      },
    },
    go: {
      roster: 'Open the roster',
      training: 'Open training',
      partnerships: 'Open partnerships',
      policy: 'Open the policy',
    },
    pledge: {
      sign: 'Read and sign the pledge.',
      waitForSignature: (executive: string) =>
        `Wait for the signature of ${executive}. You can begin with the work below meanwhile.`,
      change: 'Change the pledge and send it to be signed again.',
      again: 'Pledge again, when the agency is ready.',
      waitForCampaign:
        'Wait for the campaign to accept the pledge. You can begin with the work below meanwhile.',
      open: 'Open the pledge',
    },
    late: 'The last day has passed. Ask the campaign for more time.',
    extend: 'Ask for more time',
  },
  days: {
    heading: 'Time',
    target: 'your target',
    limit: 'month 36, your last day',
    limitMoved: 'your last day, moved by the campaign',
  },
  activity: {
    heading: 'Lately',
    empty: 'Nothing has happened yet. What your people do shows here.',
  },
  facts: {
    heading: 'Your agency',
    coordinator: 'Coordinator',
    executive: 'Executive',
    nobody: 'Nobody yet',
    place: 'Place',
    ori: 'ORI',
    rules: 'Rules of the pledge',
    change: 'Change the facts',
  },
  notices: {
    'pledge-sent':
      'The pledge is on its way: we have written to your executive. This is your workspace. You can begin right away.',
    'hand-over-accepted': 'The role is yours now. Thank you.',
    'hand-over-declined': 'You have declined. Whoever asked you hears it.',
  } satisfies Readonly<Record<string, string>>,
} as const;

/** A deadline in words: "412 days until your target, March 5, 2028". */
export function deadlineText(deadline: Deadline, what: string): string {
  const on = longDate(deadline.on);
  switch (deadline.is) {
    case 'ahead':
      return `${deadline.days === 1 ? 'day' : 'days'} until ${what}, ${on}`;
    case 'today':
      return `days left: today is ${what}, ${on}`;
    case 'past':
      return `${deadline.days === 1 ? 'day' : 'days'} past ${what}, ${on}`;
  }
}
