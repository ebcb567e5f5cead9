import { type FormFields, sentText } from '../http/form.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { MonthEntry } from './month-entry.ts';
import { type MonthCounts, mostCounted } from './outcome-counts.ts';
import { type OutcomeMeasure, outcomeMeasures } from './outcome-measure.ts';

export const monthFormContent = {
  title: (month: string) => `Counts of ${month}`,
  lead: 'Leave a field blank if you did not count it: blank is not zero. Enter 0 when you looked and there were none.',
  takeOut: 'Take a count out',
  takeOutHint: 'Tick what was not counted in this month after all. Then leave its field blank.',
  notCounted: (label: string) => `${label}: not counted`,
  save: 'Save the counts',
  back: 'Back to outcomes',
  before: 'Month before',
  after: 'Month after',
  underWay: 'This month is not over. You can enter it now and correct it later.',
  gone: 'not counted',
  readOnly: 'You can read these counts. The coordinator and the executive can change them.',
} as const;

export type MonthForm =
  | { readonly ok: true; readonly entry: MonthEntry; readonly revision: number }
  | { readonly ok: false; readonly errors: FormErrors };

export function goneField(measure: OutcomeMeasure): string {
  return `gone-${measure}`;
}

/**
 * Reads a month's form. `now` is what stands: a field that was emptied where a count stands is neither silently kept nor
 * silently erased, so that it asks for a tick at “not counted”.
 */
export function readMonthForm(fields: FormFields, now: MonthCounts): MonthForm {
  const counts: Partial<Record<OutcomeMeasure, number>> = {};
  const notCounted: OutcomeMeasure[] = [];
  const errors: Record<string, string> = {};
  for (const { measure, label } of outcomeMeasures) {
    const text = sentText(fields, measure).trim().replaceAll(',', '');
    const isGone = sentText(fields, goneField(measure)) === 'yes';
    if (isGone && (text === '' || Number(text) === now[measure])) notCounted.push(measure);
    else if (isGone)
      errors[measure] = `Enter a number for “${label}”, or tick “${label}: not counted”, but not both`;
    else if (/^\d{1,7}$/.test(text) && Number(text) <= mostCounted) counts[measure] = Number(text);
    else if (text !== '')
      errors[measure] = `Enter “${label}” as a whole number, such as 0 or 12, or leave it blank`;
    else if (now[measure] !== undefined && sentText(fields, `shown-${measure}`) === 'yes')
      errors[measure] =
        `Enter a number for “${label}”, or tick “${label}: not counted” under “Take a count out”`;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const revision = Number(sentText(fields, 'revision'));
  return {
    ok: true,
    entry: { counts, notCounted },
    revision: Number.isSafeInteger(revision) ? revision : -1,
  };
}
