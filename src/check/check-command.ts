import type { CalendarDate } from '../calendar/calendar-date.ts';
import { checkHelp, fileSentence, optionsSentence } from './check-content.ts';
import { type CheckOptions, checkOptions } from './check-options.ts';
import { checkReport } from './check-report.ts';
import { checkText } from './check-text.ts';
import type { FileRefusal } from './checked-file.ts';
import { readRosterFile } from './roster-file.ts';
import { readTrainingFile } from './training-file.ts';

export interface CheckIo {
  out(text: string): void;
  err(text: string): void;
  readonly today: CalendarDate;
}

/**
 * `onemind check`: where an agency stands, from its own files, without a database.
 * Answers 0 when the training requirement is met, 1 when it isn't, 2 when the input can't be used.
 */
export async function runCheck(argv: readonly string[], io: CheckIo): Promise<0 | 1 | 2> {
  const options = checkOptions(argv, io.today);
  if (options.ok) return check(options.value, io);
  if (options.refusal.code === 'help-wanted') {
    io.out(checkHelp);
    return 0;
  }
  io.err(`onemind check: ${optionsSentence(options.refusal)}`);
  return 2;
}

async function check(options: CheckOptions, io: CheckIo): Promise<0 | 1 | 2> {
  const { rules, asOf, scope, isScopeChosen, everyone, wholeFile, explain } = options;
  const today = laterOf(asOf, io.today);
  const roster = await readRosterFile(options.roster, { today, everyone });
  if (!roster.ok) return unusable(io, roster.refusal);
  const training = await readTrainingFile(options.training, today, wholeFile);
  if (!training.ok) return unusable(io, training.refusal);
  const report = checkReport(roster.value, training.value, {
    rules,
    asOf,
    today,
    scope,
    isScopeChosen,
    explain,
  });
  io.out(options.json ? JSON.stringify(report, undefined, 2) : checkText(report));
  return report.isMet ? 0 : 1;
}

function unusable(io: CheckIo, refusal: FileRefusal): 2 {
  io.err(`onemind check: ${fileSentence(refusal)}`);
  return 2;
}

/** Looking ahead, records up to that day are taken as they are planned. */
function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  if (one > other) return one;
  return other;
}
