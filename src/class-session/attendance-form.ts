import { type FormFields, type ParsedForm, sentText } from '../http/form.ts';
import type { Attended } from './attendance.ts';
import { hoursWords } from './class-content.ts';

/** The field with what is said of somebody, and the one with the hours of a part. */
export function attendedField(staff: string): string {
  return `attended-${staff}`;
}

export function hoursField(staff: string): string {
  return `hours-${staff}`;
}

/** Reads what was said of each person on a day of so many hours. Somebody of whom nothing was said is left out. */
export function readAttendance(
  fields: FormFields,
  people: readonly string[],
  dayHours: number,
): ParsedForm<ReadonlyMap<string, Attended>> {
  const errors: Record<string, string> = {};
  const said = new Map<string, Attended>();
  for (const staff of people) {
    const choice = sentText(fields, attendedField(staff));
    if (choice === 'present' || choice === 'absent') said.set(staff, { is: choice });
    if (choice !== 'partial') continue;
    const typed = sentText(fields, hoursField(staff)).trim().replace(',', '.');
    const hours = /^\d{1,2}(\.\d{1,2})?$/.test(typed) ? Number(typed) : 0;
    if (hours > 0 && hours < dayHours) said.set(staff, { is: 'partial', hours });
    else errors[hoursField(staff)] = `Enter hours between 0 and ${hoursWords(dayHours)}, such as 2.5`;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: said };
}
