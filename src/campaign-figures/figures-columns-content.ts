import type { Figures } from './figures.ts';
import { figuresContent } from './figures-content.ts';

const { columns } = figuresContent;

/** The figures of a group in the order in which every table and file has them. */
export const figureColumns: readonly {
  readonly heading: string;
  readonly value: (figures: Figures) => number | undefined;
}[] = [
  { heading: columns.pledged, value: ({ pledged }) => pledged },
  { heading: columns.newPledges, value: ({ newPledges }) => newPledges },
  { heading: columns.withdrawn, value: ({ withdrawn }) => withdrawn },
  { heading: columns.certified, value: ({ certified }) => certified },
  { heading: columns.newCertificates, value: ({ newCertificates }) => newCertificates },
  { heading: columns.medianDays, value: ({ medianDays }) => medianDays },
  { heading: columns.rounds, value: ({ rounds }) => rounds },
  { heading: columns.trained, value: ({ trained }) => trained },
  { heading: columns.advanced, value: ({ advanced }) => advanced },
];

/** `1,234.5`; a dash where there is nothing to count. */
export function figureText(value: number | undefined): string {
  return value?.toLocaleString('en-US', { maximumFractionDigits: 1 }) ?? '–';
}
