import { type ExportTable, numberColumn, textColumn } from '../table-export/export-table.ts';
import { number, rounded } from './outcome-content.ts';
import { measureLabel } from './outcome-measure.ts';
import { leastShown, type SharedTotal } from './shared-total.ts';

export const campaignOutcomeContent = {
  title: 'Outcomes',
  lead: 'Yearly totals of the agencies that share them. Sharing is each agency’s own choice, and off until it says so.',
  year: 'Year',
  measure: 'Measure',
  grouping: 'Grouped by',
  groupings: { state: 'State', size: 'Size of agency' },
  show: 'Show',
  all: (year: number) => `All agencies that share, ${year}`,
  by: (measure: string, grouping: string) => `${measure}, by ${grouping}`,
  columns: {
    measure: 'Measure',
    sum: 'Total',
    agencies: 'Agencies in the total',
    hidden: 'Agencies left out',
    rate: 'Per 100 calls',
    state: 'State',
    size: 'Size of agency',
  },
  rule: `An agency’s total of 1 to ${leastShown - 1} in a year is hidden: it is in no total and no rate, and counted under “agencies left out”. So no small number can be worked out from the others. Totals are of years that are over, two months after their end. A rate comes from agencies that counted the calls in the same months.`,
  caution:
    'Agencies count in their own ways, and those that share are not all agencies. These numbers show what was counted, not what caused it.',
  download: 'Download these totals',
  empty: {
    heading: 'Nothing is shared yet',
    text: 'Totals show up here once an agency shares its counts and a year of them is over.',
  },
} as const;

export interface SharedRow extends SharedTotal {
  readonly year: number;
  readonly grouping: string;
  readonly group: string;
}

export function rateWords({ rate }: SharedTotal): string {
  return rate ? `${rounded(rate.per100)} (${number(rate.count)} on ${number(rate.calls)})` : '';
}

/** Every total of a year as a file: all agencies, then each state, then each size. */
export const sharedExport: ExportTable<SharedRow> = {
  name: 'Shared outcomes',
  columns: [
    numberColumn('Year', 6, ({ year }) => year),
    textColumn('Grouped by', 14, ({ grouping }) => grouping),
    textColumn('Group', 18, ({ group }) => group),
    textColumn('Measure', 30, ({ measure }) => measureLabel(measure)),
    numberColumn('Total', 10, ({ sum, agencies }) => (agencies > 0 ? sum : undefined)),
    numberColumn('Agencies in the total', 10, ({ agencies }) => agencies),
    numberColumn('Agencies left out (1 to 4 each)', 12, ({ hidden }) => hidden),
    numberColumn('Per 100 calls', 10, ({ rate }) => (rate ? Math.round(rate.per100 * 10) / 10 : undefined)),
    numberColumn('Rate: events', 10, ({ rate }) => rate?.count),
    numberColumn('Rate: calls', 10, ({ rate }) => rate?.calls),
  ],
};
