import { longDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Source } from '../campaign-rules/source.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export const requirementContent = {
  rule: 'The rule',
  ruleSource: 'Read at',
  facts: 'Facts, as they stood when it was sent in',
  evidence: 'Evidence',
  noEvidence: 'The agency added no files to this requirement.',
  gone: 'The agency no longer keeps this file.',
  view: 'Show it here',
  shown: 'Shown below',
  download: 'Download',
  frame: (title: string) => `File: ${title}`,
  frameHint:
    'If your browser shows nothing here, download the file. Nothing inside a file can run on this page.',
  sampleLink: 'Decide about each proof',
  note: 'The agency’s note',
  confirmation: 'The partner’s own confirmation',
  confirmed: (name: string, title: string, day: string) => `${name}, ${title}, confirmed it on ${day}.`,
  fromAgencyDomain: (partner: string) =>
    `${partner}: The person who confirmed for the partner has an address at the agency’s own mail domain.`,
  noConfirmation: 'No confirmation is kept with this round.',
  adoption: 'The executive’s adoption',
  adopted: (name: string, day: string) => `${name} adopted the policy on ${day}.`,
  changed: 'Changed since the round before',
  earlier: 'Earlier rounds',
  round: (round: number) => `Round ${round}`,
  answered: 'The agency’s answer',
  asked: 'What was asked',
  decision: 'Decision',
  claimFirst: 'Claim it first: nobody reviews this case yet. Then you can decide here.',
  phrasingLabel: 'Words to put in',
  phrasingHint: 'They are added beneath what stands in the comment. You can change them there.',
  phrasingNone: 'Choose words',
  phrasingMissing: 'Choose the words to put in',
  insert: 'Put into the comment',
  save: 'Save the decision',
  saveNext: 'Save and go on',
  previous: 'Before',
  next: 'Next',
  all: 'The whole case',
  keys: 'With the keyboard: your browser’s access key and P or N.',
  navigation: 'Requirements of this case',
  notices: { decided: 'The decision was saved.' },
} as const;

/** Where the wording of a requirement was read. */
export function sourceOf(rules: CampaignRules, requirement: Requirement): Source {
  switch (requirement) {
    case 'advanced-training':
      return rules.advanced.source;
    case 'everyone-trained':
      return rules.trained.source;
    case 'partnership':
    case 'policy':
      return rules.term.source;
  }
}

/** A fact in two words, for the list on a requirement's page. */
export interface FactLine {
  readonly term: string;
  readonly detail: string;
}

/** The figures and dates behind a requirement, as the snapshot has them. */
export function factLines({ facts }: Snapshot, requirement: Requirement): readonly FactLine[] {
  switch (requirement) {
    case 'partnership':
      return facts.partnerships.map(({ partner, state, hasAgreement, termStartsOn, termEndsOn }) => ({
        term: partner,
        detail: [
          partnershipStates[state],
          hasAgreement ? 'with an agreement' : 'without an agreement',
          termStartsOn ? `from ${longDate(termStartsOn)}` : '',
          termEndsOn ? `until ${longDate(termEndsOn)}` : '',
        ]
          .filter(Boolean)
          .join(', '),
      }));
    case 'policy':
      return policyLines(facts.policy);
    case 'advanced-training':
    case 'everyone-trained':
      return coverageLines(facts.coverage);
  }
}

const partnershipStates: Readonly<Record<Snapshot['facts']['partnerships'][number]['state'], string>> = {
  draft: 'being written',
  'awaiting-partner': 'waiting for the partner',
  confirmed: 'confirmed by the partner',
  declined: 'declined by the partner',
  ended: 'ended',
};

function policyLines(policy: Snapshot['facts']['policy']): readonly FactLine[] {
  if (!policy) return [];
  const settled = policy.elements.filter(({ status }) => status !== 'open').length;
  return [
    ...(policy.adoptedOn ? [{ term: 'Adopted', detail: longDate(policy.adoptedOn) }] : []),
    ...(policy.effectiveOn ? [{ term: 'In effect since', detail: longDate(policy.effectiveOn) }] : []),
    ...(policy.reviewOn ? [{ term: 'To be reviewed', detail: longDate(policy.reviewOn) }] : []),
    { term: 'Elements answered', detail: `${settled} of ${policy.elements.length}` },
  ];
}

function coverageLines(coverage: Snapshot['facts']['coverage']): readonly FactLine[] {
  if (!coverage) return [];
  const line = (term: string, count: number) => ({ term, detail: count.toLocaleString('en-US') });
  return [
    line('Sworn officers', coverage.sworn),
    line('With a full crisis course', coverage.advanced),
    line('At least needed', coverage.advancedRequired),
    line('With the base course', coverage.base),
    line('Sworn, untrained', coverage.untrained),
    line('Selected non-sworn staff', coverage.nonSworn.inScope),
    line('Of these trained', coverage.nonSworn.trained),
  ];
}
