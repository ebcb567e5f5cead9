/** A name typed all in capitals or all in small letters, as people write it; mixed case is left alone. */
export function tidyCase(text: string): string {
  if (!isOneCase(text)) return text;
  return text
    .toLowerCase()
    .split(/(?<=[\s-])/)
    .map((word) => titleCase(word))
    .join('');
}

function isOneCase(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return false;
  return letters === letters.toUpperCase() || letters === letters.toLowerCase();
}

function titleCase(word: string): string {
  if (/^(ii|iii|iv|vi{0,3})\s?$/.test(word)) return word.toUpperCase();
  if (/^[^aeiouy\s-]{2}[\s-]?$/.test(word)) return word.toUpperCase();
  return word
    .replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    .replace(/^(Mc|O['’]|D['’])(\p{L})/u, (_, start: string, letter: string) => start + letter.toUpperCase());
}
