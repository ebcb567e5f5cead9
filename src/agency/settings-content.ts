export const settingsContent = {
  title: 'Settings',
  lead: 'What is known about your agency.',
  campaignTitle: 'Change the facts',
  identity: {
    heading: 'Which agency it is',
    locked:
      'The pledge is signed for this agency, so only the campaign changes its name, kind, state and ORI. Write to',
  },
  place: { heading: 'Where it is' },
  submit: 'Save the facts',
  scope: {
    heading: 'Non-sworn staff in scope',
    lead: 'Which non-sworn staff are trained too. They count in the 100 percent, never in the 20 percent. Which groups to choose is up to your agency.',
    question: 'Groups in scope',
    submit: 'Save the groups',
  },
  own: 'You belong to this agency, so somebody else at the campaign changes its facts.',
  known: (name: string) =>
    `Another agency has this name in this state, or this ORI: ${name}. Check the name and the ORI`,
  notices: {
    'facts-saved': 'The facts are saved.',
    'scope-saved': 'The groups in scope are saved. Your coverage counts them from now on.',
  } satisfies Readonly<Record<string, string>>,
} as const;
