import type { PartnerKind } from './partner-organization.ts';

export const partnerKindLabels: Readonly<Record<PartnerKind, string>> = {
  'community-mental-health-center': 'Community mental health center',
  'crisis-service': 'Crisis line or mobile crisis team',
  hospital: 'Hospital or emergency department',
  'peer-organization': 'Peer-run or family organization',
  'disability-service': 'Service for people with intellectual or developmental disabilities',
  'substance-use-service': 'Substance use service',
  'court-program': 'Court or diversion program',
  'homeless-service': 'Homeless or housing service',
  university: 'University or college',
  'veterans-service': 'Veterans service',
  'public-health-department': 'Public health department',
  other: 'Other community organization',
};

/** "Hospital or emergency department, Veterans service". */
export function kindWords(kinds: readonly PartnerKind[]): string {
  return kinds.map((kind) => partnerKindLabels[kind]).join(', ');
}

/** Places as one reads them in a row. */
export function placeWords(places: readonly string[]): string {
  return places.join('; ');
}

export const chooseContent = {
  title: 'Who is the partner?',
  lead: 'Look for the organization first. It may have an account already.',
  search: 'Name, place or initials of the organization',
  button: 'Search',
  nothing: 'We found no organization like this. You can add it.',
  choose: 'Choose',
  add: 'Add an organization',
  addText: 'Is it not in the list?',
  claimed: 'Has its own account',
  columns: { name: 'Organization', kinds: 'What it is', places: 'Places served', choose: 'Choose' },
  found: (count: number) => (count === 1 ? '1 organization' : `${count} organizations`),
} as const;

/** The facts of an organization, as everybody reads them. */
export const factTerms = {
  kinds: 'What it is',
  places: 'Places it serves',
  website: 'Website',
  phone: 'General phone',
  email: 'General email',
} as const;

export const factsFields = {
  name: 'Name of the organization',
  kinds: 'What kind of organization is it?',
  kindsHint: 'Choose all that fit.',
  placesServed: 'Places it serves',
  placesHint: 'One county, city or state on each line. For example: Elm County, Texas',
  website: 'Website',
  websiteHint: 'For example: https://www.example.org',
  phone: 'General phone number',
  phoneHint: 'The number anybody may call. If one is answered day and night, give that one.',
  email: 'General email address',
  errors: {
    name: 'Enter the name of the organization, in 2 to 200 letters',
    kinds: 'Choose at least one kind of organization',
    placesServed: 'Enter the places the organization serves, up to 40 of them, each in 120 letters or fewer',
    website: 'Enter a web address that begins with https:// or http://, or leave it empty',
    phone: 'Enter a phone number of 40 letters or fewer',
    email: 'Enter an email address such as info@example.org, or leave it empty',
  },
} as const;

export const addContent = {
  title: 'Add an organization',
  submit: 'Add and go on',
  cancel: 'Go back without a change',
  known: {
    heading: (name: string) => `Did you mean ${name}?`,
    headingSeveral: 'Did you mean one of these?',
    text: 'These organizations are here already. Choose one if it is the one you mean.',
    choose: (name: string) => `Choose ${name}`,
    another: 'No, mine is a different organization',
  },
  errors: {
    known: 'Choose the organization that is here already, or say that yours is a different one',
  },
} as const;

export const organizationPageContent = {
  facts: 'About the organization',
  contacts: 'People to turn to',
  noContacts: 'The organization has named nobody yet.',
  contactsHidden: 'The organization shows its people to agencies whose partnership with it is active.',
  unclaimed: 'Nobody of the organization has an account yet.',
  propose: 'Propose a partnership',
  correct: 'Correct these facts',
  corrected: 'Your changes were saved.',
} as const;

export const correctContent = {
  title: (name: string) => `Correct the facts of ${name}`,
  lead: 'You added this organization. Once its own people have an account, only they change its facts.',
  submit: 'Save',
  cancel: 'Go back without a change',
} as const;
