import { type Column, Table } from '../uswds/table.tsx';
import { monthName, monthsOfYear } from './month.ts';
import { outcomeContent as content } from './outcome-content.ts';
import { type OutcomeCounts, sumOver } from './outcome-counts.ts';
import { type MeasureFacts, outcomeMeasures } from './outcome-measure.ts';
import { Count } from './outcome-parts.tsx';

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
