import type { ZodError } from 'zod';

/**
 * What is wrong with a form: field name to the message shown at that field, in the order of the form's schema.
 * Name and key are the same text, so a field passes `error={errors.email}`.
 */
export type FormErrors = Readonly<Record<string, string>>;

/** A form nobody has sent yet. */
export const noErrors: FormErrors = {};

/**
 * The first message for each field. A nested path is joined with dots (`contact.email`), as the field's name is.
 * A fault of the whole form (an empty path) lies under `form` and links to the form's beginning.
 */
export function formErrorsFromZod(error: ZodError): FormErrors {
  const messages = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || 'form';
    if (!messages.has(field)) messages.set(field, issue.message);
  }
  return Object.fromEntries(messages);
}

export function hasErrors(errors: FormErrors): boolean {
  return Object.keys(errors).length > 0;
}
