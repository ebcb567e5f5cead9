import { looksLikeSsn } from '../columns/sensitive-column.ts';
import { withoutInvisibleSigns } from '../spreadsheet/invisible-signs.ts';

const placeholders = /^(0+|9{4,}|n\/?a|none|null|unknown|unk|tbd|tba|pending|new|temp|x+|-+|\.+|\?+)$/i;

/** Digits that are no placeholder and have no zeros in front are kept and compared as they are. */
const plainNumber = /^(?!9{4,}$)[1-9]\d{0,7}$/;

/** An employee or badge number as it is kept: '' for placeholders and for social security numbers, which nobody may keep. */
export function tidyStaffNumber(text: string): string {
  if (text === '' || plainNumber.test(text)) return text;
  const number = withoutInvisibleSigns(text)
    .trim()
    // The apostrophe that kept the zeros in a spreadsheet may have become part of the text.
    .replace(/^['‘’`]+(?=[\p{L}\p{N}])/u, '')
    .replace(/^#\s*/, '')
    .replace(/^(\d+)\.0+$/, '$1');
  return placeholders.test(number) || looksLikeSsn(number) ? '' : number;
}

/** One text per number, whether or not leading zeros, spaces or hyphens were kept: `00412`, `412` and `#412`. */
export function staffNumberKey(text: string): string {
  if (text === '' || plainNumber.test(text)) return text;
  return tidyStaffNumber(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');
}

/**
 * What two entries of one person have in common, sorted: `badge 9`, `id 412`. Where there is only a badge it stands for
 * the employee number too, because exports name one number either way.
 */
export function staffNumberKeys(numbers: {
  readonly employeeNumber: string;
  readonly badge: string;
}): readonly string[] {
  const [id, badge] = [staffNumberKey(numbers.employeeNumber), staffNumberKey(numbers.badge)];
  if (badge === '') return id === '' ? [] : [`id ${id}`];
  return [`badge ${badge}`, `id ${id || badge}`];
}
