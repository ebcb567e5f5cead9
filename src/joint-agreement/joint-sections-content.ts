import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import {
  answersAlways,
  type MemorandumSection,
  memorandumSections,
} from '../agreement/memorandum-content.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { longDate } from '../calendar/calendar-date.ts';
import type { MemorandumFacts } from '../documents/document-facts.ts';
import type { JointGroup, JointVersion, PartyContact } from './joint-agreement.ts';
import { jointContent } from './joint-content.ts';

/** The agreement as everybody of the group reads it: contacts are each party's own. */
export function jointSections(
  terms: AgreementTerms,
  { name }: Pick<JointGroup, 'name'>,
): readonly MemorandumSection[] {
  const names = { agency: `Each agency of ${name}`, partner: 'Each partner' };
  return memorandumSections(terms, names).map((section) => {
    if (section.code === 'parties') {
      const text = `This memorandum of understanding is between each agency that joins ${name} (the agency) and each partner that confirms it (the partner).`;
      return { ...section, clauses: [{ text }] };
    }
    if (section.code === 'contacts') return { ...section, clauses: [{ text: jointContent.contactsOwn }] };
    return section;
  });
}

export interface ConfirmedForGroup {
  readonly group: JointGroup;
  readonly version: JointVersion;
  readonly partner: string;
  readonly contact: PartyContact;
  readonly signer: { readonly name: string; readonly title: string };
  readonly agencies: readonly string[];
  readonly day: CalendarDate;
  readonly campaign: string;
}

/** The document that is kept of one partner's confirmation: the terms, the partner's contacts, and who had joined. */
export function confirmedDocument(confirmed: ConfirmedForGroup): MemorandumFacts {
  const { group, version, partner, contact, signer, agencies, day, campaign } = confirmed;
  const liaison = [contact.name, contact.email, contact.phone].filter((part) => part !== '').join(', ');
  const sections = jointSections(version.terms, group).map((section) =>
    section.code === 'contacts'
      ? {
          ...section,
          clauses: [
            ...section.clauses,
            { text: `Liaison of ${partner}: ${liaison}` },
            { text: answersAlways(partner, contact.always) },
          ],
        }
      : section,
  );
  const joined = {
    code: 'agencies',
    heading: 'Agencies that had joined',
    clauses: [{ text: `On ${longDate(day)} these agencies had joined ${group.name}:`, items: agencies }],
  };
  const { name, title } = version.proposed;
  return {
    agencyName: group.name,
    partnerName: partner,
    standing: `${jointContent.version(version.number)}, confirmed on ${longDate(day)}`,
    day,
    campaignName: campaign,
    sections: [...sections, joined],
    signatures: [
      {
        party: group.lead.name,
        confirmed: `Proposed in One Mind by ${name}, ${title}. Each agency joined by its own word.`,
      },
      {
        party: partner,
        confirmed: `Confirmed in One Mind by ${signer.name}, ${signer.title}, on ${longDate(day)}`,
      },
    ],
  };
}
