import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Source } from '../campaign-rules/source.ts';
import type {
  SustainabilityCode,
  SustainabilityCriterion,
} from '../campaign-rules/sustainability-criterion.ts';
import { Alert } from '../uswds/alert.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { CheckInPair } from './check-in.ts';
import { CheckInTable } from './check-in-table.tsx';
import { halfYearName } from './half-year.ts';
import { JointPage } from './joint-page.tsx';
import type { JointPlace } from './joint-place.ts';
import { requiredLacks, type SustainabilityFinding } from './sustainability.ts';
import {
  sustainedContent as content,
  criterionText,
  criterionTitles,
  fulfilmentSentence,
  lackSentence,
  type SideWords,
} from './sustainability-content.ts';

export interface SustainedPageProps {
  readonly place: JointPlace;
  readonly rules: CampaignRules;
  readonly findings: readonly SustainabilityFinding[];
  /** The present half-year first. */
  readonly pairs: readonly CheckInPair[];
}

/** Where each thing is done, within the partnership's address. */
const paths: Readonly<Record<SustainabilityCode, string>> = {
  'confirmed-by-both': '',
  'agreement-in-term': '/agreement/versions',
  'liaison-in-place': '',
  'meetings-held': '/meetings',
  'actions-on-time': '/actions',
  'training-taught': '/trainings',
  'check-ins-answered': '/check-ins',
};

/** Which fact shows that the partnership lasts, which is missing, and how each side sees it. */
export function SustainedPage({ place, rules, findings, pairs }: SustainedPageProps) {
  const lacks = requiredLacks(findings).length;
  const verdict = lacks === 0 ? content.yes : content.no(lacks);
  const answered = pairs.find(({ own, others }) => own !== undefined || others.is === 'answered');
  return (
    <JointPage place={place} section="sustained" title={content.title} lead={content.lead}>
      <Alert kind={lacks === 0 ? 'success' : 'warning'} heading={verdict.heading}>
        {verdict.text} {content.rules(rules.title)}
      </Alert>
      <Section heading={content.table}>
        <FindingTable place={place} findings={findings} />
      </Section>
      <Section
        heading={content.views}
        actions={
          <a class="usa-link" href={`${place.base}/check-ins`}>
            {content.toCheckIns}
          </a>
        }
      >
        {answered ? (
          <>
            <p>{halfYearName(answered.half)}</p>
            <CheckInTable pair={answered} place={place} />
          </>
        ) : (
          <p>{content.viewsNone}</p>
        )}
      </Section>
      <Section heading={content.sources}>
        <Sources criteria={rules.sustainability} />
      </Section>
    </JointPage>
  );
}

function FindingTable({ place, findings }: Pick<SustainedPageProps, 'place' | 'findings'>) {
  const columns = content.columns;
  const { agency, partner } = place.partnership;
  const other = place.side === 'agency' ? partner.name : agency.name;
  const words: SideWords = { agency: agency.name, partner: partner.name, other };
  return (
    <Table
      caption={content.table}
      captionHidden
      rows={findings}
      columns={[
        {
          heading: columns.sign,
          rowHeader: true,
          cell: ({ criterion }) => (
            <>
              {criterionTitles[criterion.code]}
              <br />
              <span class="om-quiet">{criterionText(criterion)}</span>
            </>
          ),
        },
        { heading: columns.standing, cell: (finding) => <FindingTag finding={finding} /> },
        {
          heading: columns.why,
          cell: (finding) => (
            <>
              {finding.is === 'fulfilled'
                ? fulfilmentSentence(finding.by, words)
                : lackSentence(finding.lack, words)}{' '}
              <a class="usa-link" href={`${place.base}${paths[finding.criterion.code]}`}>
                {content.links[finding.criterion.code]}
              </a>
            </>
          ),
        },
        { heading: columns.weight, cell: ({ criterion }) => content[criterion.weight] },
      ]}
    />
  );
}

function FindingTag({ finding }: { finding: SustainabilityFinding }) {
  if (finding.is === 'fulfilled') return <StatusTag standing="done">{content.fulfilled}</StatusTag>;
  const isRequired = finding.criterion.weight === 'required';
  return <StatusTag standing={isRequired ? 'attention' : 'neutral'}>{content.missing}</StatusTag>;
}

/** The pages that were read, each once, and which signs no page asks for. */
function Sources({ criteria }: { criteria: readonly SustainabilityCriterion[] }) {
  const sources = new Map<string, Source>();
  for (const { basis } of criteria) if (basis.is === 'source') sources.set(basis.source.url, basis.source);
  const local = criteria.filter(({ basis }) => basis.is === 'local-discretion');
  return (
    <ul class="usa-list">
      {[...sources.values()].map(({ title, url, note }) => (
        <li>
          <a class="usa-link" href={url} rel="noreferrer">
            {title}
          </a>
          {note ? `: ${note}` : ''}
        </li>
      ))}
      {local.map((criterion) => (
        <li>
          {criterionTitles[criterion.code]}:{' '}
          {'atLeast' in criterion ? content.localDiscretion : content.localDiscretionNone}
        </li>
      ))}
    </ul>
  );
}
