import type { PartnerKind } from './partner-organization.ts';

export const partnerKindLabels: Readonly<Record<PartnerKind, string>> = {
  'community-mental-health-center': 'Community mental health center',
  'crisis-service': 'Crisis line or mobile crisis team',
  hospital: 'Hospital or emergency department',
  'substance-use-provider': 'Substance use treatment provider',
  'peer-organization': 'Peer-run organization',
  'advocacy-organization': 'Advocacy or family organization',
  'disability-organization': 'Organization for people with disabilities',
  'social-service': 'Housing or social services',
  'veterans-service': 'Veterans service',
  'public-health-department': 'Public health department',
  other: 'Other community organization',
};

export const chooseContent = {
  title: 'Who is the partner?',
  lead: 'Look for the organization first. It may have an account already.',
  search: 'Name or place of the organization',
  button: 'Search',
  nothing: 'We found no organization like this. You can add it.',
  choose: 'Choose',
  add: 'Add an organization',
  addText: 'Is it not in the list?',
  claimed: 'Has its own account',
  columns: { name: 'Organization', kinds: 'What it is', places: 'Places served', choose: 'Choose' },
  found: (count: number) => (count === 1 ? '1 organization' : `${count} organizations`),
} as const;

export const addContent = {
  title: 'Add an organization',
  name: 'Name of the organization',
  kinds: 'What kind of organization is it?',
  kindsHint: 'Choose all that fit.',
  placesServed: 'Places it serves',
  placesHint: 'Counties, cities or regions. For example: Elm and Oak Counties.',
  website: 'Website',
  websiteHint: 'For example: https://www.example.org',
  submit: 'Add and go on',
  cancel: 'Go back without a change',
  known: {
    heading: 'An organization with this name is here already',
    text: 'Choose it if it is the one you mean.',
    choose: (name: string) => `Choose ${name}`,
    another: 'No, this is a different organization with the same name',
  },
  errors: {
    name: 'Enter the name of the organization, in 2 to 200 letters',
    kinds: 'Choose at least one kind of organization',
    placesServed: 'Enter the places the organization serves, in 300 letters or fewer',
    website: 'Enter a web address that begins with https:// or http://, or leave it empty',
    known: 'Choose the organization that is here already, or say that yours is a different one',
  },
} as const;
