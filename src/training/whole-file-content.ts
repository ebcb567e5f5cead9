import { longDate } from '../calendar/calendar-date.ts';
import type { WholeFileFacts } from './training-row.ts';

/** “the course “CIT”, 40 hours, completed on June 9, 2026”; '' when nothing is said. */
export function wholeFileWords({
  title,
  code,
  hours,
  provider,
  result,
  completedOn,
}: WholeFileFacts): string {
  return [
    title ? `the course “${title}”` : '',
    code ? `the course number “${code}”` : '',
    hours === undefined ? '' : `${hours} hours`,
    provider ? `the provider “${provider}”` : '',
    result ? `the result “${result}”` : '',
    completedOn ? `completed on ${longDate(completedOn)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** “row 2, “CIT - 40 hours””: where in a file something stands. */
export function linesWords(lines: readonly { readonly row: number; readonly text: string }[]): string {
  return lines.map(({ row, text }) => `row ${row}, “${text}”`).join('; ');
}
