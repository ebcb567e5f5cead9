import type { Figures } from './figures.ts';
import { figuresContent } from './figures-content.ts';

const { columns, shortColumns } = figuresContent;

/** The figures of a group in the order in which every table and file has them. */
export const figureColumns: readonly {
  readonly heading: string;
  readonly short: string;
  readonly value: (figures: Figures) => number | undefined;
}[] = [
  { heading: columns.pledged, short: shortColumns.pledged, value: ({ pledged }) => pledged },
  { heading: columns.newPledges, short: shortColumns.newPledges, value: ({ newPledges }) => newPledges },
  { heading: columns.withdrawn, short: shortColumns.withdrawn, value: ({ withdrawn }) => withdrawn },
  { heading: columns.certified, short: shortColumns.certified, value: ({ certified }) => certified },
  {
    heading: columns.newCertificates,
    short: shortColumns.newCertificates,
    value: ({ newCertificates }) => newCertificates,
  },
  { heading: columns.medianDays, short: shortColumns.medianDays, value: ({ medianDays }) => medianDays },
  { heading: columns.rounds, short: shortColumns.rounds, value: ({ rounds }) => rounds },
  { heading: columns.trained, short: shortColumns.trained, value: ({ trained }) => trained },
  { heading: columns.advanced, short: shortColumns.advanced, value: ({ advanced }) => advanced },
];

/** `1,234.5`; a dash where there is nothing to count. */
export function figureText(value: number | undefined): string {
  return value?.toLocaleString('en-US', { maximumFractionDigits: 1 }) ?? '–';
}
