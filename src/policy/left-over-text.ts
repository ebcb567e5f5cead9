/**
 * Tells whether a paragraph holds nothing but given texts, one or several, whatever marks and numbers stand between:
 * the prompts of an outline that nobody has written over. With a word of somebody's own it holds more.
 */
export function leftOverText(texts: readonly string[]): (paragraph: string) => boolean {
  // The longest first: one may be part of another.
  const known = texts.map(lettersOf).toSorted((one, other) => other.length - one.length);
  return (paragraph) => {
    const said = lettersOf(paragraph);
    const rest = known.reduce((left, text) => left.replaceAll(` ${text} `, ' '), ` ${said} `);
    return rest.trim() === '';
  };
}

/** Small letters alone, words parted by single spaces: readers of documents write quotation marks and lists in many ways. */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
