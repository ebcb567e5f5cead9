export const deskContent = {
  title: 'Campaign desk',
  navigation: 'Campaign',
  lead: 'What waits for a decision.',
  waiting: (count: number) => (count === 1 ? '1 waits' : `${count.toLocaleString('en-US')} wait`),
  none: 'Nothing waits',
  empty: {
    heading: 'Nothing on your desk',
    text: 'Your role at the campaign has no work here yet. An administrator can give you another role.',
  },
} as const;
