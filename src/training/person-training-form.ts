import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { personTrainingContent } from './person-training-content.ts';
import type { TrainingRecord } from './training-record.ts';

const { errors } = personTrainingContent;

const text = (longest: number) => z.string().trim().max(longest).optional().default('');

const typedHours = z
  .string()
  .trim()
  .optional()
  .default('')
  .transform((typed, context) => {
    const hours = typed.replace(',', '.');
    if (hours === '') return undefined;
    if (/^\d{1,3}(\.\d{1,2})?$/.test(hours) && Number(hours) > 0) return Number(hours);
    context.addIssue({ code: 'custom', message: errors.hours });
    return z.NEVER;
  });

function typedDay(message: string, isRequired: boolean) {
  return z
    .string()
    .optional()
    .default('')
    .transform((typed, context): CalendarDate | undefined => {
      if (typed.trim() === '' && !isRequired) return undefined;
      const day = typedDate(typed);
      if (day && day >= '1960-01-01') return day;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

/** A record typed in for one person; `today` bounds the completion. */
export function recordForm(today: CalendarDate) {
  return z
    .object({
      title: z.string({ error: errors.course }).trim().min(1, errors.course).max(300, errors.course),
      hours: typedHours,
      completedOn: typedDay(errors.completedOn, true),
      expiresOn: typedDay(errors.expiresOn, false),
      provider: text(200),
      result: text(60),
    })
    .superRefine(({ completedOn, expiresOn }, context) => {
      if (completedOn && completedOn > today)
        context.addIssue({ code: 'custom', path: ['completedOn'], message: errors.completedOn });
      if (completedOn && expiresOn && expiresOn < completedOn)
        context.addIssue({ code: 'custom', path: ['expiresOn'], message: errors.expiresOn });
    })
    .transform((fields): TrainingRecord => ({ code: '', ...fields }));
}
