/** The public page that explains the pledge. */
export const pledgePageContent = {
  title: 'Take the pledge',
  description:
    'What a law enforcement agency promises in the One Mind pledge, how long it takes, and how to begin.',
  lead: 'Your agency promises to respond better to people with mental health conditions, shows that it does, and is certified.',
  start: 'Start the pledge',
  goOn: 'Go on with your pledge',
  duration: 'Filling in the form takes about ten minutes. You can stop and come back.',
  requirements: 'What you promise',
  steps: {
    heading: 'What happens when you take it',
    items: [
      {
        heading: 'You fill in the form',
        text: 'Your agency, how many people work there, who signs, and how long you want to take.',
      },
      {
        heading: 'Your executive signs',
        text: 'The chief, sheriff or other head of the agency gets a link by email, reads the pledge and signs it.',
      },
      {
        heading: 'The campaign accepts',
        text: 'Somebody at the campaign looks at the pledge and accepts it, or writes what has to change. The clock starts then.',
      },
      {
        heading: 'You do the work',
        text: 'Your workspace shows what is met, what is missing, and what to do next.',
      },
      {
        heading: 'You are certified',
        text: 'When nothing is missing you submit. You get a certificate, a letter, and your place in the public directory.',
      },
    ],
  },
  ready: {
    heading: 'Have this at hand',
    items: [
      'The agency’s full name, address and, if you know it, its ORI',
      'The number of sworn officers, and of the other staff you want to train',
      'The name, rank and email address of the head of the agency',
    ],
  },
  privacy: {
    heading: 'What becomes public',
    text: 'The agency’s name, city, state, website and standing. Never the names of staff, and never anything about a person you have helped.',
  },
} as const;

/** The page behind sign-in where a form is begun or taken up again. */
export const beginContent = {
  title: 'Start the pledge',
  drafts: 'Pledges you have begun',
  another: 'Begin another pledge',
  begin: 'Begin the form',
  member: (name: string) =>
    `You belong to ${name} already. An agency pledges once: its pledge stands in its workspace.`,
  goOn: 'Go on',
  delete: 'Delete',
  changed: 'Last changed',
} as const;
