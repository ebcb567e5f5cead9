export const adoptContent = {
  title: 'Adopt the policy',
  lead: 'Read the document and how it answers the checklist. Your name below adopts exactly this version.',
  outstandingHeading: 'The policy can’t be adopted yet',
  outstanding: 'Your coordinator has to settle this first:',
  effectiveMissing: 'The effective date is missing.',
  noDraft: 'There is no draft to adopt.',
  name: 'Your name',
  nameHint: 'Type your full name. It stands for your signature.',
  on: 'Adopted on',
  backdated: (day: string) =>
    `The draft says that it is in effect from ${day}. No policy is in effect before it is adopted. If the day you enter below comes later, the policy is in effect from that day on.`,
  overComments: 'Why the policy is adopted before these comments are answered',
  overCommentsHint: 'Stays with the comments, and is mailed to the partners who wrote them.',
  fromToday: (today: string) => `Let it take effect today, ${today}`,
  submit: 'Adopt the policy',
  errors: {
    name: 'Type your full name',
    on: 'Enter the day of the adoption as a date, such as 3/5/2026',
    overComments:
      'Enter why the policy is adopted before the comments of your partners are answered, in 2,000 letters or fewer, or answer or settle them first',
  },
} as const;

export const rescindContent = {
  title: 'Rescind the policy',
  lead: 'Do this only when the policy shall no longer hold and no other takes its place. If a new version replaces it, upload that version instead.',
  warning:
    'Without a policy in force, the policy requirement of the pledge is no longer met. This can’t be undone.',
  name: 'Your name',
  nameHint: 'Type your full name. It stands for your signature.',
  on: 'No longer holds from',
  reason: 'Reason',
  reasonHint: 'Kept with the version, where your agency and reviewers can read it.',
  submit: 'Rescind the policy',
  errors: {
    name: 'Type your full name',
    on: 'Enter the day from which it no longer holds as a date, such as 3/5/2026',
    reason: 'Enter why the policy is rescinded, in 2,000 letters or fewer',
  },
} as const;
