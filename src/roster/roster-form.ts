import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { isStaffCategory } from './staff-category.ts';
import type { StaffFactSheet } from './staff-member.ts';

const optional = (label: string, longest = 120) =>
  z.string().trim().max(longest, `Shorten the ${label} to ${longest} letters or fewer`).default('');

const day = (sentence: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text, context): CalendarDate | undefined => {
      if (text === '') return undefined;
      const date = typedDate(text);
      if (!date) context.addIssue({ code: 'custom', message: sentence });
      return date;
    });

/** The form for one person, as the facts an agency keeps; every message says what to do. */
export const staffForm = z
  .object({
    familyName: z
      .string({ error: 'Enter the last name' })
      .trim()
      .min(1, 'Enter the last name')
      .max(120, 'Shorten the last name'),
    givenName: z
      .string({ error: 'Enter the first name' })
      .trim()
      .min(1, 'Enter the first name')
      .max(120, 'Shorten the first name'),
    middleName: optional('middle name'),
    suffix: optional('suffix', 20),
    employeeNumber: optional('employee number', 40),
    badge: optional('badge number', 40),
    kind: z.enum(['sworn', 'non-sworn'], { error: 'Choose whether the person is sworn' }),
    category: z.string().trim().default(''),
    rank: optional('rank or title'),
    unit: optional('unit'),
    shift: optional('shift'),
    email: z.union([z.literal(''), z.email('Enter an email address like name@agency.gov')]).default(''),
    hiredOn: day('Enter the date hired as month/day/year, such as 3/15/2020'),
  })
  .superRefine((form, context) => {
    if (form.kind === 'non-sworn' && !isStaffCategory(form.category)) {
      context.addIssue({ code: 'custom', path: ['category'], message: 'Choose the kind of civilian job' });
    }
  })
  .transform(
    (form): StaffFactSheet => ({
      name: { family: form.familyName, given: form.givenName, middle: form.middleName, suffix: form.suffix },
      employeeNumber: form.employeeNumber,
      badge: form.badge,
      kind: form.kind,
      category: form.kind === 'non-sworn' && isStaffCategory(form.category) ? form.category : undefined,
      rank: form.rank,
      unit: form.unit,
      shift: form.shift,
      email: form.email.toLowerCase(),
      hiredOn: form.hiredOn,
      separatedOn: undefined,
    }),
  );

const leftDay = 'Enter the last day as month/day/year, such as 3/15/2026';

export const separationForm = z.object({
  on: z.string({ error: leftDay }).transform((text, context): CalendarDate => {
    const date = typedDate(text);
    if (date) return date;
    context.addIssue({ code: 'custom', message: leftDay });
    return z.NEVER;
  }),
});

/** A person's facts as the form's fields hold them. */
export function staffFormValues(facts: StaffFactSheet): Readonly<Record<string, string>> {
  return {
    familyName: facts.name.family,
    givenName: facts.name.given,
    middleName: facts.name.middle,
    suffix: facts.name.suffix,
    employeeNumber: facts.employeeNumber,
    badge: facts.badge,
    kind: facts.kind,
    category: facts.category ?? '',
    rank: facts.rank,
    unit: facts.unit,
    shift: facts.shift,
    email: facts.email,
    hiredOn: facts.hiredOn ?? '',
  };
}
