import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type FormFields, sentText } from '../http/form.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { isPossibleCompletion } from './training-import.ts';
import { trainingImportWords } from './training-import-content.ts';
import type { WholeFileFacts } from './training-row.ts';

/** What was said of a whole file, as its form shows it. */
export function shownWholeFile({ title, hours, provider, completedOn, result }: WholeFileFacts) {
  return {
    title: title ?? '',
    hours: hours === undefined ? '' : String(hours),
    provider: provider ?? '',
    completedOn: completedOn ?? '',
    result: result ?? '',
  };
}

/** What was typed for a whole file; what can't be read is told and left out. */
export function readWholeFile(
  fields: FormFields,
  today: CalendarDate,
): { readonly facts: WholeFileFacts; readonly errors: FormErrors } {
  const errors: Record<string, string> = {};
  const hours = typedHours(sentText(fields, 'hours'));
  if (Number.isNaN(hours)) errors.hours = trainingImportWords.errors.hours;
  const dayText = sentText(fields, 'completedOn').trim();
  const completedOn = dayText === '' ? undefined : typedDate(dayText);
  if (dayText !== '' && (!completedOn || !isPossibleCompletion(completedOn, today)))
    errors.completedOn = trainingImportWords.errors.completedOn;
  const facts = {
    title: given(fields, 'title', 300),
    hours,
    provider: given(fields, 'provider', 200),
    completedOn,
    result: given(fields, 'result', 60),
  };
  return { facts, errors };
}

/** Undefined when nothing was typed, NaN when it isn't a number of hours. */
function typedHours(text: string): number | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return undefined;
  const hours = /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Number(typed) : Number.NaN;
  return hours > 0 ? hours : Number.NaN;
}

function given(fields: FormFields, name: string, longest: number): string | undefined {
  return sentText(fields, name).trim().slice(0, longest) || undefined;
}
