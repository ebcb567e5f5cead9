export const listContent = {
  title: 'Partnerships',
  /** On the home of an organization. */
  all: 'All partnerships',
  lead: 'The pledge asks for a clearly defined and lasting partnership with at least one mental health or community organization.',
  propose: 'Propose a partnership',
  empty: {
    heading: 'No partnership yet',
    text: 'Write down what a mental health or community organization and your agency do together. Its representative confirms it by a link we email.',
  },
  search: { agency: 'Search by organization', partner: 'Search by agency' },
  nothingFound: 'No partnership fits your search.',
  columns: {
    partner: 'Partner',
    agency: 'Agency',
    state: 'State',
    term: 'Ends',
    review: 'Review by',
    open: 'No end date',
    none: 'Not set',
  },
  due: 'Due soon',
  overdue: 'Overdue',
} as const;

/** Groups under one agreement, where partnerships are listed. */
export const groupsContent = {
  link: 'Groups of agencies under one agreement',
  waiting: (count: number) => (count === 1 ? 'A group invites you' : `${count} groups invite you`),
  read: 'Read and answer',
} as const;
