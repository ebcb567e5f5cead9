export const homeContent = {
  lead: 'Partnerships of your organization with law enforcement agencies.',
  waiting: 'Waiting for you',
  waitingLead: 'What agencies need from you, the most urgent first.',
  nothingWaiting: 'Nothing waits for you.',
  overdue: (day: string) => `Was due ${day}`,
  due: (day: string) => `Due ${day}`,
  columns: { what: 'What', agency: 'Agency', when: 'When' },
  more: (count: number) => (count === 1 ? '1 more waits.' : `${count} more wait.`),
  showAll: 'Show all',
  all: 'All partnerships',
  what: {
    agreement: 'Read and answer the agreement',
    action: 'An action is due',
    'check-in': 'Say how it is going',
    'policy-comment': 'Comment on the policy',
  },
  empty: {
    heading: 'No partnerships yet',
    text: 'When an agency proposes a partnership, it stands here and we email you.',
  },
} as const;
