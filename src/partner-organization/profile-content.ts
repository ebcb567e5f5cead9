export const organizationNavContent = {
  label: 'Your organization',
  home: 'Agencies',
  profile: 'Profile',
  team: 'Team',
} as const;

export const profileContent = {
  title: 'Profile',
  lead: 'What agencies read when they look for your organization.',
  facts: 'About your organization',
  edit: 'Change the facts',
  editTitle: 'Change the profile',
  editLead: 'Every agency that may find your organization reads this. Write no private numbers here.',
  save: 'Save',
  cancel: 'Go back without a change',
  contacts: {
    heading: 'People agencies turn to',
    lead: 'Only agencies whose partnership with you is active see these people.',
    none: 'You have named nobody yet.',
    add: 'Add a person',
    change: 'Change',
    remove: 'Remove',
    name: 'Name',
    role: 'Role',
    roleHint: 'For example: Crisis services director, or Liaison after hours.',
    reach: 'Phone and email',
    phone: 'Phone',
    email: 'Email',
    actions: 'Actions',
    addTitle: 'Add a person',
    changeTitle: 'Change a person',
    errors: {
      name: 'Enter the name of the person',
      role: 'Enter what the person does in your organization',
      phone: 'Enter a phone number of 40 letters or fewer',
      email: 'Enter an email address such as lee@example.org, or leave it empty',
      reach: 'Enter a phone number or an email address',
    },
  },
  twice: {
    heading: 'Is this the same organization?',
    text: (other: string) =>
      `You also speak for ${other}. If both are one organization, ask the campaign to join the two records. Everything of both then stands in one place.`,
    ask: (other: string) => `Ask to join with ${other}`,
    asked: (other: string) => `You asked the campaign to join this record with ${other}. It will decide.`,
    settled: (other: string) => `The campaign decided that this and ${other} are two organizations.`,
  },
  done: {
    saved: 'Your changes were saved.',
    'contact-added': 'The person was added.',
    'contact-changed': 'Your changes were saved.',
    'contact-removed': 'The person was removed.',
    'merge-asked': 'We asked the campaign. You don’t need to do anything more.',
  },
} as const;

export type ProfileDone = keyof typeof profileContent.done;

/** The sentence for a `?done=` code, if there is one. */
export function profileNotice(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = profileContent.done;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
