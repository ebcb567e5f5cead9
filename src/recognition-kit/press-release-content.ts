import { longDate } from '../calendar/calendar-date.ts';
import type { Acknowledgment, Certificate } from '../certification/certificate.ts';
import type { PressReleaseFacts } from '../documents/press-release-docx.ts';

export interface PressReleaseAbout {
  readonly certificate: Certificate;
  readonly letter: Acknowledgment;
  /** Partner organizations that agreed to be named in public. */
  readonly partners: readonly string[];
  readonly siteUrl: string;
}

/** A draft in the agency's name, from the facts of its certificate. What only people can say stands in brackets. */
export function pressRelease({
  certificate,
  letter,
  partners,
  siteUrl,
}: PressReleaseAbout): PressReleaseFacts {
  const { agencyName, place, campaignName } = certificate;
  const { executive, figures } = letter;
  const leader = `${executive.rank} ${executive.name}`.trim();
  return {
    agencyName,
    title: `Press release: ${agencyName} is One Mind Certified`,
    notice:
      'Draft. Read it, change it, and let your press office approve it. Fill in what stands in brackets.',
    headline: `${agencyName} completes the One Mind pledge for people in a mental health crisis`,
    paragraphs: [
      `${place}, ${longDate(certificate.certifiedOn)}. ${agencyName} has been certified by the ${campaignName}. The agency took the pledge on ${longDate(certificate.pledgedOn)} and has since met each of its requirements.`,
      partnerSentence(partners),
      `${count(figures.trained)} of ${count(figures.sworn)} sworn officers have been trained to meet people in a mental health crisis. ${count(figures.advanced)} of them have completed a full crisis intervention course.`,
      'A policy written with mental health partners now guides how officers respond to people with mental health conditions.',
      `“[A sentence or two on what this means for the community],” said ${leader === '' ? '[name]' : leader}.`,
      `Anyone can check the certificate, number ${certificate.number}, at ${siteUrl}/verify/${certificate.number}.`,
    ],
    about: {
      heading: `About the ${campaignName}`,
      text: `The ${campaignName} brings law enforcement, mental health organizations and community services together. Agencies that pledge build a lasting partnership, adopt a policy, and train their people. Certificates are issued by ${certificate.issuer}.`,
    },
    contact: { heading: 'Contact', lines: [agencyName, '[Name, telephone, email]'] },
  };
}

function partnerSentence(partners: readonly string[]): string {
  if (partners.length === 0)
    return 'The agency works with [name of your mental health partner] under a written agreement.';
  const names = new Intl.ListFormat('en-US', { type: 'conjunction' }).format(partners);
  return `The agency works with ${names} under a written agreement.`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
