/** What Excel keeps in one cell at most; it calls a file with more damaged. */
const longestCell = 32_767;

/** Signs of XML itself, characters XML has no room for, and what would read as the escape of such a character. */
const special = /[&<>"\uFFFE\uFFFF]|[\p{Cc}--\t--\n]|_(?=x[\dA-Fa-f]{4}_)/gv;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text inside XML as workbooks have it: control characters are written `_x000D_`. Cut where Excel would refuse it. */
export function xmlText(text: string): string {
  return text.slice(0, longestCell).toWellFormed().replace(special, escaped);
}

function escaped(character: string): string {
  return entities[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
