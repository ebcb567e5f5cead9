import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FormErrors, formErrorsFromZod, hasErrors, noErrors } from './form-errors.ts';

const schema = z
  .object({
    name: z
      .string()
      .min(2, 'Enter the full name')
      .regex(/^[A-Z]/, 'Start the name with a capital letter'),
    contact: z.object({ email: z.email('Enter an email address') }),
    from: z.number(),
    to: z.number(),
  })
  .refine(({ from, to }) => from < to, 'Give an end that lies after the start');

function errorsOf(input: unknown): FormErrors {
  const parsed = schema.safeParse(input);
  return parsed.success ? noErrors : formErrorsFromZod(parsed.error);
}

describe('errors of a form', () => {
  it('hold the first message of each field, nested names joined with dots', () => {
    expect(errorsOf({ name: 'x', contact: { email: 'x' }, from: 1, to: 2 })).toEqual({
      name: 'Enter the full name',
      'contact.email': 'Enter an email address',
    });
  });

  it('keep what concerns the whole form under "form"', () => {
    const errors = errorsOf({ name: 'Ab', contact: { email: 'a@example.org' }, from: 2, to: 1 });
    expect(errors).toEqual({ form: 'Give an end that lies after the start' });
    expect(hasErrors(errors)).toBe(true);
  });

  it('are none for good input', () => {
    expect(hasErrors(errorsOf({ name: 'Ab', contact: { email: 'a@example.org' }, from: 1, to: 2 }))).toBe(
      false,
    );
  });
});
