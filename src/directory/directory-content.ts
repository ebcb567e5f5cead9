import { longDate } from '../calendar/calendar-date.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import type { DirectoryStatus } from './directory-entry.ts';

export const directoryContent = {
  title: 'Agencies',
  description: 'Police agencies that have taken the One Mind pledge, and those that are certified.',
  lead: 'Agencies that have taken the One Mind pledge. Certified agencies have completed every requirement.',
  fiction: 'Demonstration: fictional agencies. No such agency exists.',
  search: 'Name, city or county',
  region: 'State or province',
  anyRegion: 'All states and provinces',
  kind: 'Type of agency',
  anyKind: 'All types',
  status: 'Status',
  anyStatus: 'Pledged and certified',
  statuses: { pledged: 'Pledged', certified: 'Certified' } satisfies Record<DirectoryStatus, string>,
  columns: {
    name: 'Agency',
    place: 'Place',
    kind: 'Type',
    status: 'Status',
    pledged: 'Pledged',
    certified: 'Certified',
  },
  found: (count: number) => (count === 1 ? '1 agency' : `${count.toLocaleString('en-US')} agencies`),
  noneFound: {
    heading: 'No agency matches',
    text: 'Try fewer words, or remove a filter.',
    action: 'Show all agencies',
  },
  noneYet: {
    heading: 'No agency is listed yet',
    text: 'As soon as a pledge is accepted, the agency shows here.',
  },
  agency: {
    place: 'Place',
    county: 'County',
    kind: 'Type of agency',
    website: 'Website',
    pledgedOn: 'Pledge taken',
    certifiedOn: 'Certified',
    partners: 'Partners',
    noPartners: 'No partner organization has asked to be named here.',
    certificate: 'Certificate',
    check: 'Check this certificate',
    privacy: 'This page shows what is public. Names of staff are never public.',
    certifiedText: 'This agency has completed every requirement of the One Mind pledge.',
    pledgedText: 'This agency has taken the One Mind pledge and is working on it.',
  },
} as const;

/** What became of an agency's certification that does not count: a tag, and a sentence for the top of its page. */
export function uncertifiedWords(standing: Exclude<CertificateStanding, { readonly is: 'valid' }>): {
  readonly tag: string;
  readonly lead: string;
} {
  const since = longDate(standing.since);
  switch (standing.is) {
    case 'suspended':
      return {
        tag: 'Certification suspended',
        lead: `The certificate of this agency has been suspended since ${since}. The agency does not count as certified until the suspension ends. Its pledge goes on.`,
      };
    case 'revoked':
      return {
        tag: 'Certification revoked',
        lead: `The certificate of this agency was revoked on ${since}. The agency is not certified any more. Its pledge goes on.`,
      };
    case 'lapsed':
      return {
        tag: 'Certification ended',
        lead: `The term of this agency’s certificate has ended. The agency has not been certified since ${since}. Its pledge goes on.`,
      };
    case 'withdrawn':
      return {
        tag: 'Certification given back',
        lead: `This agency gave its certificate back on ${since}. It is not certified any more. Its pledge goes on.`,
      };
  }
}
