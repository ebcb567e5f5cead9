import { MonthChart } from '../chart/month-chart.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { monthName, monthSpan, shortMonthName } from './month.ts';
import {
  baselineLabel,
  chartDescription,
  chartTitle,
  outcomeContent as content,
  fewEventsSentence,
  figureSentence,
  rounded,
  unitOf,
} from './outcome-content.ts';
import { callsMeasure } from './outcome-measure.ts';
import { Count } from './outcome-parts.tsx';
import { comparison, levelOf, type OutcomeView, type ViewedMonth, viewedMonths } from './outcome-view.ts';

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
