import { longDate } from '../calendar/calendar-date.ts';
import type { Arrangement, Contact } from '../partnership/partnership.ts';
import { serviceLabels } from '../partnership/partnership-content.ts';
import { type AgreementTerms, type Memorandum, noAlways } from './agreement-terms.ts';
import { sharingLabels } from './builder-content.ts';
import type { SideNames } from './party.ts';

/** One numbered clause: a text that may run over several lines, and a list under it. */
export interface Clause {
  readonly text: string;
  readonly items?: readonly string[];
}

export interface MemorandumSection {
  /** Stays the same from version to version, so that two can be laid beside each other. */
  readonly code: string;
  readonly heading: string;
  readonly clauses: readonly Clause[];
}

/** What the agreement says, section by section: as pages, documents and comparisons show it. */
export function memorandumSections(
  { arrangement, memorandum }: AgreementTerms,
  names: SideNames,
): readonly MemorandumSection[] {
  const sections = memorandum
    ? [
        parties(names),
        purpose(arrangement),
        services(arrangement, names),
        roles(memorandum, names),
        custody(memorandum),
        contacts(arrangement, names, memorandum),
        training(memorandum),
        sharing(memorandum),
        term(arrangement),
        ending(memorandum),
        other(memorandum),
      ]
    : [
        purpose(arrangement),
        services(arrangement, names),
        contacts(arrangement, names, undefined),
        term(arrangement),
      ];
  return sections.filter(({ clauses }) => clauses.length > 0);
}

function parties({ agency, partner }: SideNames): MemorandumSection {
  const text = `This memorandum of understanding is between ${agency} (the agency) and ${partner} (the partner).`;
  return { code: 'parties', heading: 'Parties', clauses: [{ text }] };
}

function purpose({ purpose: text }: Arrangement): MemorandumSection {
  return { code: 'purpose', heading: 'Purpose', clauses: [{ text }] };
}

function services(
  { services: chosen, otherServices }: Arrangement,
  { partner }: SideNames,
): MemorandumSection {
  const items = chosen.map((service) => serviceLabels[service]);
  const clauses: readonly Clause[] = [
    ...(items.length > 0 ? [{ text: `${partner} does this:`, items }] : []),
    ...(otherServices === '' ? [] : [{ text: otherServices }]),
  ];
  return { code: 'services', heading: 'Services', clauses };
}

function roles({ agencyRole, partnerRole }: Memorandum, { agency, partner }: SideNames): MemorandumSection {
  return {
    code: 'roles',
    heading: 'Roles of the parties',
    clauses: [{ text: `${agency}: ${agencyRole}` }, { text: `${partner}: ${partnerRole}` }],
  };
}

function custody({ referral, custodyTransfer }: Memorandum): MemorandumSection {
  return {
    code: 'custody',
    heading: 'Referral and custody transfer',
    clauses: [
      { text: `Referral of a person who is not in custody: ${referral}` },
      { text: `Handing over a person in custody: ${custodyTransfer}` },
    ],
  };
}

export function answersAlways(side: string, always: string): string {
  return always === noAlways
    ? `${side} has no number that is answered day and night.`
    : `${side} answers day and night: ${always}`;
}

function contacts(
  { agencyContact, partnerContact }: Arrangement,
  { agency, partner }: SideNames,
  memorandum: Memorandum | undefined,
): MemorandumSection {
  const always = memorandum
    ? [
        { text: answersAlways(agency, memorandum.agencyAlways) },
        { text: answersAlways(partner, memorandum.partnerAlways) },
      ]
    : [];
  return {
    code: 'contacts',
    heading: 'Liaisons and numbers for day and night',
    clauses: [
      { text: `Liaison of ${agency}: ${contactLine(agencyContact)}` },
      { text: `Liaison of ${partner}: ${contactLine(partnerContact)}` },
      ...always,
    ],
  };
}

function contactLine({ name, email, phone }: Contact): string {
  return [name, email, phone].filter((part) => part !== '').join(', ');
}

function training({ training: text }: Memorandum): MemorandumSection {
  return { code: 'training', heading: 'Training', clauses: [{ text }] };
}

/**
 * Fixed wording, so that no agreement written here promises what HIPAA or 42 CFR Part 2 forbids; the sides choose from
 * a closed list and add only how they do it.
 */
export const fixedSharingClauses: readonly string[] = [
  'Each side keeps its own records. It shares information about a person only where the law allows it, and no more than the purpose needs.',
  'Where the partner is a health care provider, the HIPAA Privacy Rule (45 CFR Parts 160 and 164) binds it. Records of treatment for substance use are shared only as 42 CFR Part 2 allows: as a rule with the person’s written consent.',
  'No information about a person in crisis is entered into the One Mind program or into reports of this partnership. Both sides report monthly totals that name nobody.',
];

function sharing({ sharing: chosen, sharingNotes }: Memorandum): MemorandumSection {
  const items = chosen.map((choice) => sharingLabels[choice]);
  return {
    code: 'sharing',
    heading: 'Sharing information',
    clauses: [
      ...fixedSharingClauses.map((text) => ({ text })),
      { text: 'Within these limits the two sides may tell each other:', items },
      ...(sharingNotes === '' ? [] : [{ text: `How they do it: ${sharingNotes}` }]),
    ],
  };
}

function term({ termStartsOn, termEndsOn, reviewOn }: Arrangement): MemorandumSection {
  const from = termStartsOn ? `begins on ${longDate(termStartsOn)}` : '';
  const until = termEndsOn ? `ends on ${longDate(termEndsOn)}` : 'runs until a side ends it';
  const runs = `This agreement ${[from, until].filter((part) => part !== '').join(' and ')}.`;
  const review = reviewOn ? [{ text: `Both sides review it by ${longDate(reviewOn)}.` }] : [];
  return { code: 'term', heading: 'Term and review', clauses: [{ text: runs }, ...review] };
}

function ending({ terminationDays }: Memorandum): MemorandumSection {
  const notice = terminationDays === 1 ? '1 day' : `${terminationDays} days`;
  const text =
    terminationDays === 0
      ? 'Either side may end this agreement at any time, in writing and with the reason.'
      : `Either side may end this agreement with ${notice} of notice, in writing and with the reason.`;
  return {
    code: 'ending',
    heading: 'Ending and changes',
    clauses: [
      { text },
      { text: 'It is changed only by a new version that both sides confirm. Nothing renews by itself.' },
    ],
  };
}

function other({ other: text }: Memorandum): MemorandumSection {
  return { code: 'other', heading: 'Other matters', clauses: text === '' ? [] : [{ text }] };
}

/** Each section as one text, to be compared with another version's. */
export function sectionTexts(sections: readonly MemorandumSection[]) {
  return sections.map(({ code, heading, clauses }) => ({
    code,
    heading,
    text: clauses
      .map(({ text, items = [] }) => [text, ...items.map((item) => `• ${item}`)].join('\n'))
      .join('\n\n'),
  }));
}
