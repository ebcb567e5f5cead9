import type { CampaignRole } from '../identity/viewer.ts';

/** A part of the campaign's desk: its link, and whose work it is. */
export interface CampaignSection {
  readonly href: string;
  readonly label: string;
  /** One line about what is done there. */
  readonly text: string;
  /** Who finds it on the desk; the section's own routes decide who may open it. */
  readonly shownTo: readonly CampaignRole[];
}

export const deskHref = '/campaign';

/** The parts of the desk in the order shown. A slice with work for the campaign adds its part here. */
export const campaignSections: readonly CampaignSection[] = [
  {
    href: '/campaign/pledges',
    label: 'Pledges',
    text: 'Accept pledges or return them, and decide about more time.',
    shownTo: ['administrator', 'reviewer'],
  },
  {
    href: '/campaign/reviews',
    label: 'Reviews',
    text: 'Look at the work that agencies have sent in, and certify.',
    shownTo: ['administrator', 'reviewer'],
  },
  {
    href: '/campaign/certificates',
    label: 'Certificates',
    text: 'Find certificates, and make many at once to print or to send.',
    shownTo: ['administrator', 'reviewer'],
  },
  {
    href: '/campaign/courses',
    label: 'Courses',
    text: 'Decide which courses count in place of CIT, CRIT or MHFA.',
    shownTo: ['administrator', 'reviewer'],
  },
  {
    href: '/campaign/outcomes',
    label: 'Outcomes',
    text: 'See the yearly totals that agencies share, by state and by size.',
    shownTo: ['administrator', 'reviewer'],
  },
  {
    href: '/campaign/organizations',
    label: 'Organizations',
    text: 'Keep one record of each partner organization, and join doubles.',
    shownTo: ['administrator', 'assistance-lead'],
  },
  {
    href: '/campaign/groups',
    label: 'Groups',
    text: 'See counties, regions and associations that come under one agreement, and prepare one.',
    shownTo: ['administrator', 'reviewer', 'assistance-lead'],
  },
  {
    href: '/campaign/figures',
    label: 'Figures',
    text: 'See pledges, certificates, waiting times and officers trained, by quarter.',
    shownTo: ['administrator', 'reviewer', 'assistance-lead'],
  },
  {
    href: '/campaign/accounts',
    label: 'Accounts',
    text: 'Invite colleagues into a role at the campaign, and end roles.',
    shownTo: ['administrator'],
  },
];

export function sectionsOf(roles: readonly CampaignRole[]): readonly CampaignSection[] {
  return campaignSections.filter(({ shownTo }) => shownTo.some((role) => roles.includes(role)));
}
