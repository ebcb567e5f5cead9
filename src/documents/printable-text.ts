/** Signs without a shape that reorder, hide or split what stands beside them. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A text as a document can print it: letters composed with their accents, one kind of line break, other white
 * space as single spaces, no control characters and no invisible signs that turn or hide letters.
 */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(invisible, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/ *\n */gu, '\n')
    .trim();
}
