import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { plainText } from '../question/plain-text.ts';
import { type FormErrors, formErrorsFromZod } from '../uswds/form-errors.ts';
import { UnusableRequest } from './refused-request.ts';

/** What a form sent, by field name, as text; a field sent several times (checkboxes) is a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** A form of text fields is small; what is larger is not one of ours. */
export const smallBody = bodyLimit({
  maxSize: 512 * 1024,
  onError: () => {
    throw new UnusableRequest(413, 'What you sent is too long. Shorten the text and send it again.');
  },
});

/** Reads the text fields of a posted form, each as `plainText`. Files are left out: `receiveUpload` takes those. */
export async function readForm(c: Context): Promise<FormFields> {
  const body = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw asRefusal(cause);
  });
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of Object.entries(body)) {
    const texts = (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string');
    const [first] = texts;
    if (texts.length > 1) fields[name] = texts.map(plainText);
    else if (first !== undefined) fields[name] = plainText(first);
  }
  return fields;
}

function asRefusal(cause: unknown): unknown {
  if (cause instanceof UnusableRequest || !(cause instanceof Error)) return cause;
  const refusal = new UnusableRequest(400, 'What you sent did not arrive whole. Go back and send it again.');
  refusal.cause = cause;
  return refusal;
}

export type ParsedForm<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: FormErrors };

/** Checks the fields against a schema whose messages are instructions; every error is reported, not only the first. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: FormFields,
): ParsedForm<z.output<Schema>> {
  const parsed = schema.safeParse(fields);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, errors: formErrorsFromZod(parsed.error) };
}

/** One field as it was sent, to show it again; empty when it was not. */
export function sentText(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Every value sent under one name: the ticked boxes of a group. */
export function sentList(fields: FormFields, name: string): readonly string[] {
  const value = fields[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
