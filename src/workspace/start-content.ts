export const startContent = {
  title: 'Start',
  lead: 'Everything you work on, in one place.',
  places: 'Your places',
  roles: 'You are',
  open: 'Open',
  partner: 'You represent this organization.',
  campaign: { heading: 'Campaign desk', text: 'What waits for a decision.' },
  drafts: 'Pledges you have begun',
  requests: {
    heading: 'You asked to join',
    text: (agency: string) => `${agency} has your request. You get an email when they have decided.`,
  },
  empty: {
    heading: 'You do not belong to an agency yet',
    text: 'Take the pledge for your agency. If a colleague has taken it already, the form shows it, and you can ask to join. If somebody has invited you at another email address, sign in with that one.',
    action: 'Take the pledge',
  },
} as const;

export const startNotices: Readonly<Record<string, string>> = {
  'draft-saved': 'Your answers are saved. Go on whenever you like.',
  'draft-deleted': 'The draft is deleted.',
  'join-asked': 'Your request is on its way. You get an email when they have decided.',
};
