import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { type CampaignRules, rulesVersions } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import type { Coverage, CoveragePart } from './coverage.ts';
import {
  coverageContent as content,
  exclusionSentence,
  standingChangeSentence,
} from './coverage-page-content.ts';
import type { Expiring } from './coverage-store.ts';
import { ExpiringTable } from './people-pages.tsx';
import type { RulesChange } from './rules-change.ts';
import { trainedOf } from './tally.ts';

export interface CoveragePageProps {
  readonly agency: AgencyPlace;
  readonly rules: CampaignRules;
  readonly day: CalendarDate;
  /** As typed, when it isn't a day. */
  readonly dayTyped: string;
  /** Undefined while nobody is on the roster. */
  readonly coverage: Coverage | undefined;
  readonly comparison: RulesChange | undefined;
  readonly counts: { readonly records: number; readonly unplaced: number; readonly doubtful: number };
  readonly expiring: { readonly expiring: readonly Expiring[]; readonly total: number };
  /** How many certificates that people sent in nobody has settled yet. */
  readonly certificatesWaiting: number;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors;
}

export function CoveragePage(props: CoveragePageProps) {
  const { agency, coverage, mayChange, notice, errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/training`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      actions={
        coverage && mayChange ? <ButtonLink href={`${base}/import`}>{content.import}</ButtonLink> : undefined
      }
    >
      {coverage ? (
        <CoverageFound {...props} base={base} coverage={coverage} errors={errors} />
      ) : (
        <EmptyState
          heading={content.noRoster.heading}
          actions={
            <ButtonLink href={`/workspace/${agency.slug}/roster`}>{content.noRoster.action}</ButtonLink>
          }
        >
          {content.noRoster.text}
        </EmptyState>
      )}
    </WorkspacePage>
  );
}

type Found = CoveragePageProps & {
  readonly base: string;
  readonly coverage: Coverage;
  readonly errors: FormErrors;
};

function CoverageFound(props: Found) {
  const { base, day, rules, coverage, counts, mayChange } = props;
  return (
    <>
      <DayForm {...props} />
      <p>
        <a class="usa-link" href={`${base}/classes`}>
          {content.classes}
        </a>
      </p>
      {mayChange ? (
        <p>
          <a class="usa-link" href={`${base}/certificates`}>
            {content.certificates}
          </a>
          {' · '}
          <a class="usa-link" href={`${base}/accounts`}>
            {content.accounts}
          </a>
        </p>
      ) : null}
      {counts.records === 0 ? <Alert kind="info">{content.noRecords}</Alert> : null}
      <Waiting {...props} />
      <Section
        heading={`${rules.title}, as of ${longDate(day)}`}
        actions={
          <a class="usa-link" href={`${base}/people?day=${day}`}>
            {content.people}
          </a>
        }
      >
        <Bars rules={rules} coverage={coverage} />
        <DownloadLinks label={content.download} path={`${base}/coverage`} href={`${base}?day=${day}`} />
        <DownloadLinks label={content.downloadRecords} path={`${base}/records`} href={base} />
      </Section>
      <Parts heading={content.parts.unit} parts={coverage.byUnit} rules={rules} />
      <Parts heading={content.parts.shift} parts={coverage.byShift} rules={rules} />
      <Parts heading={content.parts.rank} parts={coverage.byRank} rules={rules} />
      <Excluded {...props} />
      <ExpiringSection {...props} />
      <Comparison {...props} />
    </>
  );
}

function DayForm({ base, day, dayTyped, comparison, errors }: Found) {
  const others = rulesVersions.map((version) => ({ value: version, label: `Rules of ${version}` }));
  return (
    <form class="om-search" method="get" action={base}>
      <DateField
        name="day"
        label={content.day}
        hint={content.dayHint}
        value={dayTyped || day}
        error={errors.day}
      />
      <Select
        name="rules"
        label={content.rules}
        placeholder="No"
        value={comparison?.after.rules ?? ''}
        choices={others}
      />
      <button class="usa-button om-search__button" type="submit">
        {content.show}
      </button>
    </form>
  );
}

function Waiting({ base, counts, certificatesWaiting, mayChange }: Found) {
  if (counts.unplaced + counts.doubtful + certificatesWaiting === 0) return null;
  return (
    <Alert kind="warning" heading={content.review}>
      {counts.unplaced > 0 ? <p>{content.unplaced(counts.unplaced)}</p> : null}
      {counts.doubtful > 0 ? <p>{content.doubtful(counts.doubtful)}</p> : null}
      {certificatesWaiting > 0 ? <p>{content.certificatesWaiting(certificatesWaiting)}</p> : null}
      {mayChange ? (
        <ButtonGroup>
          {certificatesWaiting > 0 ? (
            <a class="usa-link" href={`${base}/certificates`}>
              Look at the certificates
            </a>
          ) : null}{' '}
          <a class="usa-link" href={`${base}/review`}>
            Look at the records
          </a>{' '}
          <a class="usa-link" href={`${base}/courses`}>
            Look at the courses
          </a>
        </ButtonGroup>
      ) : null}
    </Alert>
  );
}

function Bars({ rules, coverage }: { rules: CampaignRules; coverage: Coverage }) {
  const { sworn, advanced, advancedRequired, untrained, advancedWithoutBase, nonSworn } = coverage;
  const trained = sworn - untrained - advancedWithoutBase + nonSworn.trained;
  const counted = sworn + nonSworn.inScope;
  const measured = advancedRequired - coverage.advancedMissing;
  return (
    <>
      <p>
        <StatusTag standing={coverage.meetsAdvanced ? 'done' : 'progress'}>
          {coverage.meetsAdvanced ? 'Share reached' : `${number(coverage.advancedMissing)} more needed`}
        </StatusTag>{' '}
        <StatusTag standing={coverage.meetsEveryone ? 'done' : 'progress'}>
          {coverage.meetsEveryone ? 'Everyone trained' : `${number(counted - trained)} still to train`}
        </StatusTag>
      </p>
      <ProgressBar
        label={content.sworn}
        value={advanced}
        max={sworn}
        needed={advancedRequired}
        text={`${number(Math.max(advanced, measured))} of ${number(advancedRequired)} needed (${number(sworn)} sworn officers, ${rules.advanced.percent} percent)`}
      />
      <ProgressBar
        label={content.everyone}
        value={trained}
        max={counted}
        text={`${number(trained)} of ${number(counted)} needed: ${number(sworn)} sworn and ${number(nonSworn.inScope)} non-sworn in scope`}
      />
      {rules.trained.baseNeededBy === 'everyone' ? (
        <ProgressBar
          label={content.base}
          value={advanced - advancedWithoutBase}
          max={advanced}
          text={`${number(advanced - advancedWithoutBase)} of ${number(advanced)}`}
        />
      ) : null}
      <Table
        caption="Sworn officers and non-sworn staff in scope"
        rows={[
          {
            name: 'Sworn officers',
            people: sworn,
            advanced: number(advanced),
            base: number(coverage.base),
            untrained,
          },
          {
            name: 'Non-sworn staff in scope',
            people: nonSworn.inScope,
            advanced: '',
            base: `${number(nonSworn.trained)} trained`,
            untrained: nonSworn.untrained,
          },
        ]}
        columns={[
          { heading: 'Who', rowHeader: true, cell: (row) => row.name },
          { heading: 'Counted', numeric: true, cell: (row) => number(row.people) },
          { heading: 'Advanced', numeric: true, cell: (row) => row.advanced },
          { heading: 'Base only', numeric: true, cell: (row) => row.base },
          { heading: 'Not trained', numeric: true, cell: (row) => number(row.untrained) },
        ]}
      />
    </>
  );
}

function Parts({
  heading,
  parts,
  rules,
}: {
  heading: string;
  parts: readonly CoveragePart[];
  rules: CampaignRules;
}) {
  if (parts.length === 0 || (parts.length === 1 && parts[0]?.name === '')) return null;
  const showsNonSworn = rules.trained.of === 'sworn-and-selected-non-sworn';
  return (
    <Section heading={heading}>
      <Table
        caption={heading}
        captionHidden
        rows={parts}
        columns={[
          { heading: 'Name', rowHeader: true, cell: ({ name }) => name || content.notGiven },
          { heading: 'Sworn', numeric: true, cell: ({ sworn }) => number(sworn.people) },
          { heading: 'Advanced', numeric: true, cell: ({ sworn }) => number(sworn.advanced) },
          { heading: 'Base only', numeric: true, cell: ({ sworn }) => number(sworn.base) },
          { heading: 'Not trained', numeric: true, cell: ({ sworn }) => number(sworn.untrained) },
          ...(showsNonSworn
            ? [
                {
                  heading: 'Non-sworn trained',
                  numeric: true,
                  cell: ({ nonSworn }: CoveragePart) =>
                    nonSworn.people === 0
                      ? ''
                      : `${number(trainedOf(nonSworn))} of ${number(nonSworn.people)}`,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Excluded({ coverage, rules }: Found) {
  return (
    <Section heading={content.excluded}>
      {coverage.excluded.length === 0 ? (
        <p>{content.noneExcluded}</p>
      ) : (
        <>
          <p>{content.excludedLead}</p>
          <ul class="usa-list">
            {coverage.excluded.map((exclusion) => (
              <li>{exclusionSentence(exclusion, rules)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function ExpiringSection({ agency, base, expiring, day }: Found) {
  if (expiring.total === 0) return null;
  return (
    <Section
      heading={`${content.expiring}: ${number(expiring.total)}`}
      actions={
        expiring.total > expiring.expiring.length ? (
          <a class="usa-link" href={`${base}/expiring?day=${day}`}>
            See all
          </a>
        ) : undefined
      }
    >
      <ExpiringTable agency={agency} expiring={expiring.expiring} caption={content.expiring} captionHidden />
    </Section>
  );
}

function Comparison({ base, day, rules, comparison }: Found) {
  if (!comparison) return null;
  const { before, after, standings } = comparison;
  return (
    <Section heading={`${content.change}: ${after.rules} instead of ${rules.version}`} id="rules">
      <p>{content.changeLead}</p>
      <Table
        caption="Both rules side by side"
        captionHidden
        rows={[before, after]}
        columns={[
          { heading: 'Rules of', rowHeader: true, cell: (coverage) => coverage.rules },
          { heading: 'Sworn', numeric: true, cell: (coverage) => number(coverage.sworn) },
          {
            heading: 'Advanced',
            numeric: true,
            cell: (coverage) => `${number(coverage.advanced)} of ${number(coverage.advancedRequired)} needed`,
          },
          { heading: 'Base only', numeric: true, cell: (coverage) => number(coverage.base) },
          { heading: 'Not trained', numeric: true, cell: (coverage) => number(coverage.untrained) },
          {
            heading: 'Advanced without base',
            numeric: true,
            cell: (coverage) => number(coverage.advancedWithoutBase),
          },
          {
            heading: 'Non-sworn trained',
            numeric: true,
            cell: ({ nonSworn }) => `${number(nonSworn.trained)} of ${number(nonSworn.inScope)}`,
          },
        ]}
      />
      {standings.length === 0 ? (
        <p>{content.noChange}</p>
      ) : (
        <ul class="usa-list">
          {standings.map((change) => (
            <li>{standingChangeSentence(change)}</li>
          ))}
        </ul>
      )}
      <DownloadLinks
        label={content.downloadByRules(after.rules)}
        path={`${base}/coverage`}
        href={`${base}?day=${day}&rules=${after.rules}`}
      />
    </Section>
  );
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
