const longest = 90;
const numbered = /^(?:(?:article|section|part|chapter)\s+)?(?:\d+(?:\.\d+)*|[IVXL]+|[A-Z])[.):]?\s+(.+)$/i;
/** Words that stay small in a title. */
const small = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/**
 * Whether a line of its own is a heading: by its letters (“IV. CUSTODY”, “3.2 On Scene”, “Purpose:”), or by its look
 * (larger or bold throughout) as the document sets it.
 */
export function isHeading(line: string, look: 'plain' | 'strong' = 'plain'): boolean {
  if (line.length > longest || !/\p{L}{3}/u.test(line)) return false;
  const ending = line.at(-1) ?? '';
  if (ending === ';' || ending === ',') return false;
  const words = line.split(' ').length;
  if (look === 'strong') return words <= 14;
  if (isUpperCase(line)) return true;
  if (ending === ':') return words <= 6;
  if (ending === '.') return false;
  const title = numbered.exec(line)?.[1];
  return title !== undefined && isTitleCase(title);
}

function isUpperCase(line: string): boolean {
  return line === line.toUpperCase() && /\p{L}{4}/u.test(line);
}

function isTitleCase(title: string): boolean {
  const words = title.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word) && !small.has(word.toLowerCase()));
  return words.length > 0 && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}
