/** Signs without a shape that reorder, hide or split what stands beside them. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Small pictures, signs that nobody has given a meaning yet, and those that stand for a sign that was lost. */
const withoutShape = /[\p{Emoji_Presentation}\p{Cn}\p{Co}\ufffd]|\ufe0f/gu;

/**
 * A text as a document can print it: letters composed with their accents, one kind of line break, other white
 * space as single spaces, no control characters, no small pictures, and no invisible signs that turn or hide letters.
 */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(invisible, '')
    .replace(withoutShape, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/ *\n */gu, '\n')
    .trim();
}

/** The first sign of a name that no document would print, if there is one: a small picture, or a sign without meaning. */
export function unprintedSign(name: string): string | undefined {
  return name.toWellFormed().match(withoutShape)?.[0];
}
