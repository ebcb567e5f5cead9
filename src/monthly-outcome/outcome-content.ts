import type { Baseline } from './baseline.ts';
import { type Month, monthName, monthSpan } from './month.ts';
import type { BoundCrossed } from './outcome-bounds.ts';
import { callsMeasure, measureLabel, type OutcomeMeasure } from './outcome-measure.ts';
import { type Comparison, isFewEvents, type PeriodFigure } from './outcome-view.ts';

export const outcomeContent = {
  title: 'Outcomes',
  lead: 'How often, month by month. Counts only: no names, no calls, no people.',
  enter: 'Enter a month',
  import: 'Import a file',
  history: 'Who changed what',
  settings: 'Sharing and baseline',
  empty: {
    heading: 'No counts yet',
    text: 'Enter the counts of a month, or import a file with monthly totals or a list of calls. Begin with the year before your pledge: it is what later months are held against.',
  },
  partnerEmpty: {
    heading: 'No counts yet',
    text: 'The agency has not entered any monthly counts.',
  },
  sharing: {
    yes: 'The campaign may add your yearly totals up with those of other agencies. It never sees a year’s count of 1 to 4.',
    no: 'Your counts are not shared with the campaign. You and your active partners see them, and nobody else.',
    change: 'Change this',
  },
  partnerLead:
    'How often, month by month, as the agency counted. You see this while your partnership is active.',
  closedHeading: 'No counts to see today',
  notActive: 'The agency’s counts are open to you while the partnership is active. It is not active today.',
  lapsed:
    'The agency’s counts are open to you while the agreement is in effect. Its term has ended. They will show here again once it is renewed.',
  caution:
    'This shows what changed, not why. Other things change too: how calls are counted, how many people you serve, what other agencies do. Talk it over with your partners before you draw a conclusion.',
  chartHeading: 'Trend',
  show: { measure: 'What to show', first: 'From', last: 'To', button: 'Show' },
  monthHint: 'Such as 2025-03',
  monthError: 'Enter a month as year and month, such as 2025-03',
  spanError: (most: number) => `Choose at most ${most} months, the first one first`,
  table: {
    caption: (measure: OutcomeMeasure) => `${measureLabel(measure)}, month by month`,
    month: 'Month',
    per100: 'Per 100 calls',
    trained: 'Trained',
    advanced: 'CIT or CRIT',
    baseline: 'baseline',
    notCounted: 'not counted',
  },
  coverageChart: 'People trained at the end of each month',
  coverageUnit: 'percent',
  coverageSeries: {
    trained: 'All counted people with training',
    advanced: 'Sworn officers with CIT, CRIT or an equivalent',
  },
  coverageNote:
    'As your records tell it today: a record that came later counts from the day the course was completed.',
  yearHeading: (year: number) => `Counts of ${year}`,
  years: 'Years',
  grid: { caption: (year: number) => `All counts of ${year}`, change: 'Enter or correct', sum: 'Year' },
  meaning: 'What is counted',
  meanings: 'Read what each count means, and who advises to count it',
  source: 'Named by',
  surprising: 'Please check',
  download: 'Download all counts',
  done: {
    entered: 'The counts were saved.',
    unchanged: 'Nothing was changed.',
    imported: 'The counts from your file were taken in. The file itself was not kept.',
    settings: 'Your choice was saved.',
  },
} as const;

/** What the axis of a measure's chart counts. */
export function unitOf(measure: OutcomeMeasure): string {
  return measure === callsMeasure ? 'a month' : 'per 100 calls';
}

export function chartTitle(measure: OutcomeMeasure): string {
  return measureLabel(measure);
}

export function baselineLabel(baseline: Baseline): string {
  return `Baseline: ${monthSpan(baseline.first, baseline.last)}`;
}

export function figureSentence(figure: PeriodFigure | undefined): string {
  if (!figure) return 'not counted';
  if (figure.is === 'a-month')
    return `${rounded(figure.average)} a month (${number(figure.sum)} in ${figure.months} ${figure.months === 1 ? 'month' : 'months'})`;
  return `${rounded(figure.per100)} per 100 calls (${number(figure.count)} on ${number(figure.calls)} calls)`;
}

/** The chart in words, for who hears it and for who reads on. */
export function chartDescription(
  measure: OutcomeMeasure,
  first: Month,
  last: Month,
  compared: Comparison,
): string {
  const { baseline, recent, recentFirst, recentLast } = compared;
  const parts = [
    `${measureLabel(measure)}, ${monthSpan(first, last)}.`,
    baseline ? `Baseline: ${figureSentence(baseline)}.` : '',
    recent ? `${monthSpan(recentFirst, recentLast)}: ${figureSentence(recent)}.` : '',
    'Every number stands in the table under the chart.',
  ];
  return parts.filter(Boolean).join(' ');
}

export function fewEventsSentence({ baseline, recent }: Comparison): string | undefined {
  return isFewEvents(baseline) || isFewEvents(recent)
    ? 'These happened fewer than 20 times in a period. With so few, one more or less moves the rate a lot.'
    : undefined;
}

export function surprisingSentence(month: Month, { measure, count, of, limit }: BoundCrossed): string {
  return `${monthName(month)}: ${measureLabel(measure)} (${number(count)}) is more than ${lower(measureLabel(of))} (${number(limit)}). That can be right; correct it if it is not.`;
}

export function impossibleSentence({ measure, of, limit }: BoundCrossed): string {
  return `Enter at most ${number(limit)} for “${measureLabel(measure)}”: it counts some of the ${lower(measureLabel(of))}, which are ${number(limit)}`;
}

export function number(count: number): string {
  return count.toLocaleString('en-US');
}

export function rounded(rate: number): string {
  return rate.toLocaleString('en-US', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
