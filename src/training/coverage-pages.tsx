import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { type CampaignRules, rulesVersions } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import type { Coverage } from './coverage.ts';
import { CoverageBars, CoverageParts, ExcludedPeople, number } from './coverage-figures.tsx';
import { coverageContent as content } from './coverage-page-content.ts';
import type { Expiring } from './expiring-store.ts';
import { ExpiringTable } from './people-pages.tsx';
import type { RulesChange } from './rules-change.ts';
import { RulesComparison } from './rules-comparison.tsx';

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
        <CoverageBars rules={rules} coverage={coverage} />
        <DownloadLinks label={content.download} path={`${base}/coverage`} href={`${base}?day=${day}`} />
        <DownloadLinks label={content.downloadRecords} path={`${base}/records`} href={base} />
      </Section>
      <CoverageParts heading={content.parts.unit} parts={coverage.byUnit} rules={rules} />
      <CoverageParts heading={content.parts.shift} parts={coverage.byShift} rules={rules} />
      <CoverageParts heading={content.parts.rank} parts={coverage.byRank} rules={rules} />
      <ExcludedPeople coverage={coverage} rules={rules} />
      <ExpiringSection {...props} />
      {props.comparison ? <RulesComparison {...props} comparison={props.comparison} /> : null}
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
