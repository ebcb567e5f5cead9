import type { WaitingCounts, WaitingKind } from './waiting-thing.ts';

const things: Readonly<Record<WaitingKind, readonly [one: string, more: string]>> = {
  agreement: ['agreement', 'agreements'],
  lapsed: ['agreement to renew', 'agreements to renew'],
  review: ['review', 'reviews'],
  action: ['action', 'actions'],
  'check-in': ['check-in', 'check-ins'],
  'policy-comment': ['policy', 'policies'],
};

export const homeContent = {
  lead: 'Partnerships of your organization with law enforcement agencies.',
  waiting: 'Waiting for you',
  waitingLead: 'What agencies need from you, the most urgent first.',
  /** "2 agreements and 3 actions. 1 is overdue." */
  counted: ({ kinds, overdue }: WaitingCounts) => {
    const parts = kinds.map(({ kind, count }) => `${count} ${things[kind][count === 1 ? 0 : 1]}`);
    const late = overdue === 0 ? '' : ` ${overdue} ${overdue === 1 ? 'is' : 'are'} overdue.`;
    return `${new Intl.ListFormat('en-US').format(parts)}.${late}`;
  },
  nothingWaiting: 'Nothing waits for you.',
  nothingElseWaiting: 'Nothing else waits for you.',
  overdue: (day: string) => `Was due ${day}`,
  due: (day: string) => `Due ${day}`,
  columns: { what: 'What', agency: 'Agency', when: 'When' },
  more: (count: number) => (count === 1 ? '1 more waits.' : `${count} more wait.`),
  showAll: 'Show all',
  all: 'All partnerships',
  what: {
    agreement: 'Answer what the agency proposed',
    lapsed: 'Renew the agreement: its term has ended',
    review: 'Review the agreement together, then renew it',
    action: 'Finish an action',
    'check-in': 'Say how it is going',
    'policy-comment': 'Comment on the policy',
  },
  empty: {
    heading: 'No partnerships yet',
    text: 'When an agency proposes a partnership, it stands here and we email you.',
  },
} as const;
