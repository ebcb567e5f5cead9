import { parseArgs } from 'node:util';
import { type CalendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import type { StaffKind } from '../roster/staff-kind.ts';
import type { WholeFileFacts } from '../training/training-row.ts';
import { UsageError } from './usage.ts';

interface ImportChoice {
  readonly path: string;
  readonly agency: string;
  /** Who imports: the address of a coordinator or training officer of the agency. */
  readonly by: string;
  readonly sheet: string | undefined;
  readonly commit: boolean;
}

export type ImportOptions =
  | (ImportChoice & {
      readonly subject: 'roster';
      readonly full: boolean;
      readonly everyone: StaffKind | undefined;
      readonly separateMissing: boolean;
    })
  | (ImportChoice & {
      readonly subject: 'training';
      readonly wholeFile: WholeFileFacts;
      /** What the title of the file says holds for its rows. */
      readonly acceptTitle: boolean;
    })
  | (ImportChoice & {
      readonly subject: 'acknowledgments';
      /** When everybody signed, where the list has no column for it. */
      readonly signedOn: CalendarDate | undefined;
    });

export const importUsage = `Write one of:
  onemind import roster FILE --agency SLUG --by EMAIL [--sheet NAME] [--commit]
      [--full]                      the file lists everybody on staff
      [--separate-missing]          with --full: who is not in the file has left
      [--everyone sworn|non-sworn]  what people are whose row doesn't say
  onemind import training FILE --agency SLUG --by EMAIL [--sheet NAME] [--commit]
      [--course TITLE] [--hours N] [--provider NAME] [--completed YYYY-MM-DD]
                                    what holds for every row that doesn't say otherwise
      [--accept-title]              what the title of the file says holds for every row
  onemind import acknowledgments FILE --agency SLUG --by EMAIL [--sheet NAME] [--commit]
      [--signed YYYY-MM-DD]         when everybody signed, for a sign-off list that doesn't say
Without --commit nothing is changed: you see what would be.`;

const options = {
  agency: { type: 'string' },
  by: { type: 'string' },
  sheet: { type: 'string' },
  commit: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  'separate-missing': { type: 'boolean', default: false },
  everyone: { type: 'string' },
  course: { type: 'string' },
  hours: { type: 'string' },
  provider: { type: 'string' },
  completed: { type: 'string' },
  signed: { type: 'string' },
  'accept-title': { type: 'boolean', default: false },
} as const;

/** Reads the words after `onemind import`. Throws a UsageError that says what to write. */
export function importOptions(argv: readonly string[]): ImportOptions {
  const { positionals, values } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const [subject, path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(importUsage);
  const { agency, by, sheet, commit } = values;
  if (agency === undefined) throw new UsageError('Say for which agency: --agency SLUG');
  if (by === undefined) throw new UsageError('Say who imports: --by EMAIL');
  const choice = { path, agency, by, sheet, commit };
  if (subject === 'roster') {
    const separateMissing = values['separate-missing'];
    if (separateMissing && !values.full) throw new UsageError('--separate-missing needs --full.');
    return { ...choice, subject, full: values.full, separateMissing, everyone: kindOf(values.everyone) };
  }
  if (subject === 'acknowledgments') {
    return { ...choice, subject, signedOn: dayOf(values.signed, '--signed') };
  }
  if (subject !== 'training') throw new UsageError(importUsage);
  const { course: title, provider } = values;
  const wholeFile = {
    title,
    provider,
    hours: hoursOf(values.hours),
    completedOn: dayOf(values.completed, '--completed'),
  };
  return { ...choice, subject, wholeFile, acceptTitle: values['accept-title'] };
}

function kindOf(text: string | undefined): StaffKind | undefined {
  if (text === undefined || text === 'sworn' || text === 'non-sworn') return text;
  throw new UsageError('Write --everyone sworn or --everyone non-sworn.');
}

function hoursOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const hours = Number(text);
  if (hours > 0 && hours < 1000) return hours;
  throw new UsageError('Write the hours as a number: --hours 40');
}

function dayOf(text: string | undefined, option: string): CalendarDate | undefined {
  if (text === undefined) return undefined;
  const day = parseCalendarDate(text);
  if (day) return day;
  throw new UsageError(`Write the day as YYYY-MM-DD: ${option} 2026-03-05`);
}
