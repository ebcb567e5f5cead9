import { z } from 'zod';
import { oneLine } from './plain-text.ts';

interface TextBounds {
  readonly max: number;
  readonly min?: number;
}

/** A text of one or several lines that has to be given. `missing` is the instruction shown without it. */
export function textAnswer(missing: string, { max, min = 1 }: TextBounds) {
  return z.string(missing).trim().min(min, missing).max(max, `Use ${max} letters or fewer`);
}

/** The same for what belongs on one line: names, titles, ranks. */
export function lineAnswer(missing: string, bounds: TextBounds) {
  return z.string(missing).transform(oneLine).pipe(textAnswer(missing, bounds));
}

/** A text that may be left out: then undefined. */
export function optionalText({ max }: TextBounds) {
  return z
    .string()
    .trim()
    .max(max, `Use ${max} letters or fewer`)
    .optional()
    .transform((text) => (text === '' ? undefined : text));
}

const digits = (text: string) => text.replace(/[,\s]/g, '');

/** A whole number as people type it (`1,200`), from 0 to `max`. */
export function countAnswer(instruction: string, max: number) {
  return z
    .string(instruction)
    .transform(digits)
    .pipe(z.string().regex(/^\d{1,9}$/, instruction))
    .transform(Number)
    .pipe(z.number().max(max, `Enter a number up to ${max.toLocaleString('en-US')}`));
}

/** A whole number that may be left out: then undefined. */
export function optionalCount(instruction: string, max: number) {
  return z
    .string()
    .optional()
    .transform((text) => digits(text ?? ''))
    .pipe(z.union([z.literal('').transform(() => undefined), countAnswer(instruction, max)], instruction));
}
