import { MonthChart } from '../chart/month-chart.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { type Month, monthName, monthSpan, monthsOfYear, shortMonthName } from './month.ts';
import {
  baselineLabel,
  chartDescription,
  chartTitle,
  outcomeContent as content,
  fewEventsSentence,
  figureSentence,
  number,
  rounded,
  unitOf,
} from './outcome-content.ts';
import { type OutcomeCounts, sumOver } from './outcome-counts.ts';
import { callsMeasure, type MeasureFacts, outcomeMeasures } from './outcome-measure.ts';
import { comparison, levelOf, type OutcomeView, type ViewedMonth, viewedMonths } from './outcome-view.ts';

/** A number, or that it was not counted: a dash to the eye, words to the ear. */
export function Count({ count }: { count: number | undefined }) {
  if (count !== undefined) return <>{number(count)}</>;
  return (
    <span class="om-quiet">
      <span aria-hidden="true">–</span>
      <span class="usa-sr-only">{content.table.notCounted}</span>
    </span>
  );
}

export interface ViewFormProps {
  readonly action: string;
  readonly view: OutcomeView;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: { readonly first: string; readonly last: string };
}

/** Which measure and which months are shown. */
export function ViewForm({ action, view, errors, typed }: ViewFormProps) {
  const words = content.show;
  return (
    <form class="om-search" method="get" action={action}>
      <Select
        name="measure"
        label={words.measure}
        value={view.measure}
        choices={outcomeMeasures.map(({ measure, label }) => ({ value: measure, label }))}
      />
      <TextField
        name="first"
        label={words.first}
        value={typed.first || view.first}
        error={errors.first}
        width="sm"
        hint={content.monthHint}
      />
      <TextField
        name="last"
        label={words.last}
        value={typed.last || view.last}
        error={errors.last}
        width="sm"
        hint={content.monthHint}
      />
      <button class="usa-button om-search__button" type="submit">
        {words.button}
      </button>
    </form>
  );
}

/** The chart of a measure, what it comes to, training beside it, and the table of every number drawn. */
export function Trend({ view }: { view: OutcomeView }) {
  const { measure, first, last, baseline } = view;
  const months = viewedMonths(view);
  const compared = comparison(view);
  const few = fewEventsSentence(compared);
  const labels = months.map(({ month }) => shortMonthName(month));
  const places = months.flatMap(({ isBaseline }, place) => (isBaseline ? [place] : []));
  const [from, to] = [places[0], places.at(-1)];
  return (
    <>
      <SummaryList
        facts={[
          ...(baseline ? [{ term: baselineLabel(baseline), detail: figureSentence(compared.baseline) }] : []),
          {
            term: monthSpan(compared.recentFirst, compared.recentLast),
            detail: figureSentence(compared.recent),
          },
        ]}
      />
      <p>{content.caution}</p>
      {few ? <p>{few}</p> : null}
      <MonthChart
        id="outcome"
        title={chartTitle(measure)}
        unit={unitOf(measure)}
        description={chartDescription(measure, first, last, compared)}
        months={labels}
        series={[{ label: chartTitle(measure), values: months.map(({ value }) => value) }]}
        baseline={
          from === undefined || to === undefined
            ? undefined
            : { level: levelOf(compared.baseline), first: from, last: to }
        }
        baselineLabel={baseline && baselineLabel(baseline)}
      />
      <CoverageChart months={months} labels={labels} />
      <TrendTable view={view} months={months} />
    </>
  );
}

function CoverageChart({ months, labels }: { months: readonly ViewedMonth[]; labels: readonly string[] }) {
  if (months.every(({ coverage }) => coverage === undefined)) return null;
  const { trained, advanced } = content.coverageSeries;
  const [begin, end] = [months.find(({ coverage }) => coverage), months.findLast(({ coverage }) => coverage)];
  const told = [begin, end].flatMap((one) =>
    one?.coverage
      ? [
          `${monthName(one.month)}: ${rounded(one.coverage.trained)} percent trained, ${rounded(one.coverage.advanced)} percent of sworn officers with an advanced course.`,
        ]
      : [],
  );
  return (
    <>
      <MonthChart
        id="coverage"
        title={content.coverageChart}
        unit={content.coverageUnit}
        description={told.join(' ')}
        months={labels}
        top={100}
        series={[
          { label: trained, values: months.map(({ coverage }) => coverage?.trained) },
          { label: advanced, values: months.map(({ coverage }) => coverage?.advanced) },
        ]}
      />
      <p class="om-quiet">{content.coverageNote}</p>
    </>
  );
}

function TrendTable({ view, months }: { view: OutcomeView; months: readonly ViewedMonth[] }) {
  const words = content.table;
  const { measure } = view;
  const isCalls = measure === callsMeasure;
  const hasCoverage = months.some(({ coverage }) => coverage);
  const percent = (share: number | undefined) => (share === undefined ? '' : `${rounded(share)} %`);
  const columns: Column<ViewedMonth>[] = [
    {
      heading: words.month,
      rowHeader: true,
      cell: ({ month, isBaseline }) => (
        <>
          {shortMonthName(month)}
          {isBaseline ? <span class="om-quiet"> {words.baseline}</span> : null}
        </>
      ),
    },
    { heading: chartTitle(measure), numeric: true, cell: ({ count }) => <Count count={count} /> },
    ...(isCalls
      ? []
      : ([
          { heading: chartTitle(callsMeasure), numeric: true, cell: ({ calls }) => <Count count={calls} /> },
          {
            heading: words.per100,
            numeric: true,
            cell: ({ value }) => (value === undefined ? '' : rounded(value)),
          },
        ] satisfies Column<ViewedMonth>[])),
    ...(hasCoverage
      ? ([
          { heading: words.trained, numeric: true, cell: ({ coverage }) => percent(coverage?.trained) },
          { heading: words.advanced, numeric: true, cell: ({ coverage }) => percent(coverage?.advanced) },
        ] satisfies Column<ViewedMonth>[])
      : []),
  ];
  return <Table caption={words.caption(measure)} columns={columns} rows={months} scrollOnPhones />;
}

/** All counts of a year: a row for each measure, a column for each month. */
export function YearTable({ year, counts }: { year: number; counts: OutcomeCounts }) {
  const months = monthsOfYear(year);
  const sumOfYear = (measure: MeasureFacts['measure']) => {
    const { sum, months: counted } = sumOver(counts, months, measure);
    return counted === 0 ? undefined : sum;
  };
  const columns: Column<MeasureFacts>[] = [
    { heading: content.grid.caption(year), headingHidden: true, rowHeader: true, cell: ({ label }) => label },
    { heading: content.grid.sum, numeric: true, cell: ({ measure }) => <Count count={sumOfYear(measure)} /> },
    ...months.map((month) => ({
      heading: monthName(month).slice(0, 3),
      numeric: true,
      cell: ({ measure }: MeasureFacts) => <Count count={counts.get(month)?.[measure]} />,
    })),
  ];
  return (
    <div class="om-year-counts">
      <Table
        caption={content.grid.caption(year)}
        captionHidden
        columns={columns}
        rows={outcomeMeasures}
        scrollOnPhones
      />
    </div>
  );
}

/** The years that hold counts, and the present one, as links that keep what is shown. */
export function YearLinks({
  years,
  year,
  hrefOf,
}: {
  years: readonly number[];
  year: number;
  hrefOf: (year: number) => string;
}) {
  if (years.length < 2) return null;
  return (
    <nav class="om-row-nav" aria-label={content.years}>
      <ul>
        {years.map((one) => (
          <li>
            <a href={hrefOf(one)} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What each measure counts, and who advises to count it. */
export function Meanings() {
  return (
    <Section heading={content.meaning} id="meaning">
      <details>
        <summary>{content.meanings}</summary>
        <SummaryList
          facts={outcomeMeasures.map(({ label, explanation, source }) => ({
            term: label,
            detail: (
              <>
                {explanation}{' '}
                <span class="om-quiet">
                  {content.source}: {source}.
                </span>
              </>
            ),
          }))}
        />
      </details>
    </Section>
  );
}

/** The months of a year that may be entered today. */
export function monthsToEnter(year: number, latest: Month): readonly Month[] {
  return monthsOfYear(year).filter((month) => month <= latest);
}
