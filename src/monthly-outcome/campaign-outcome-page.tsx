import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { Alert } from '../uswds/alert.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { campaignOutcomeContent as content, rateWords } from './campaign-outcome-content.ts';
import { number } from './outcome-content.ts';
import { measureLabel, type OutcomeMeasure, outcomeMeasures } from './outcome-measure.ts';
import {
  type SharedGrouping,
  type SharedTotal,
  type SharedYear,
  sharedTotal,
  totalsBy,
} from './shared-total.ts';

export interface CampaignOutcomePageProps {
  readonly roles: readonly CampaignRole[];
  readonly years: readonly number[];
  /** Undefined while nothing is shared. */
  readonly year: number | undefined;
  readonly measure: OutcomeMeasure;
  readonly grouping: SharedGrouping;
  readonly shared: readonly SharedYear[];
}

const path = '/campaign/outcomes';

/** What agencies share, added up: for all, and by state or size. */
export function CampaignOutcomePage(props: CampaignOutcomePageProps) {
  const { roles, years, year, measure, grouping, shared } = props;
  return (
    <CampaignPage roles={roles} here={path} title={content.title} lead={content.lead}>
      {year === undefined ? (
        <EmptyState heading={content.empty.heading} icon="document">
          {content.empty.text}
        </EmptyState>
      ) : (
        <>
          <form class="om-search" method="get" action={path}>
            <Select
              name="year"
              label={content.year}
              value={year}
              choices={years.map((one) => ({ value: String(one), label: String(one) }))}
            />
            <Select
              name="measure"
              label={content.measure}
              value={measure}
              choices={outcomeMeasures.map((facts) => ({ value: facts.measure, label: facts.label }))}
            />
            <Select
              name="grouping"
              label={content.grouping}
              value={grouping}
              choices={Object.entries(content.groupings).map(([value, label]) => ({ value, label }))}
            />
            <button class="usa-button om-search__button" type="submit">
              {content.show}
            </button>
          </form>
          <Alert kind="info">{content.rule}</Alert>
          <Section heading={content.all(year)}>
            <Table
              caption={content.all(year)}
              captionHidden
              columns={[
                {
                  heading: content.columns.measure,
                  rowHeader: true,
                  cell: (row) => measureLabel(row.measure),
                },
                ...totalColumns,
              ]}
              rows={outcomeMeasures.map((facts) => sharedTotal(facts.measure, shared))}
            />
          </Section>
          <Section heading={content.by(measureLabel(measure), content.groupings[grouping].toLowerCase())}>
            <Table
              caption={content.by(measureLabel(measure), content.groupings[grouping].toLowerCase())}
              captionHidden
              columns={[
                { heading: content.columns[grouping], rowHeader: true, cell: ({ group }) => group },
                ...totalColumns,
              ]}
              rows={totalsBy(grouping, measure, shared)}
            />
            <p>{content.caution}</p>
            <DownloadLinks label={content.download} path={`${path}/totals`} href={`${path}?year=${year}`} />
          </Section>
        </>
      )}
    </CampaignPage>
  );
}

const totalColumns: readonly Column<SharedTotal>[] = [
  {
    heading: content.columns.sum,
    numeric: true,
    cell: ({ sum, agencies }) => (agencies > 0 ? number(sum) : ''),
  },
  { heading: content.columns.agencies, numeric: true, cell: ({ agencies }) => number(agencies) },
  { heading: content.columns.hidden, numeric: true, cell: ({ hidden }) => number(hidden) },
  { heading: content.columns.rate, numeric: true, cell: rateWords },
];
