/** A name of a PDF with what comes behind it, blanks and comments left out. */
export interface NameVisitor {
  /** Every name, with the codes of its letters resolved; where it begins and ends. */
  name(name: string, start: number, end: number): void;
  /** What comes behind one of the watched names: another name (with its stroke), or the place of any other sign. */
  behind(watched: string, next: string | undefined, at: number): void;
}

const longestName = 128;

/**
 * Goes through objects once, sign by sign. Whether a percent sign begins a comment nobody can tell without trusting the
 * file: so what stands in a comment is looked at too, and what is behind one counts as following what is before it.
 */
export function walkNames(text: string, watched: readonly string[], visitor: NameVisitor): void {
  let open = 0;
  let inComment = 0;
  const tell = (next: string | undefined, at: number) => {
    for (let bit = 0; bit < watched.length && open >> bit !== 0; bit += 1) {
      if ((open >> bit) & 1) visitor.behind(watched[bit] ?? '', next, at);
    }
    open = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      if (code !== 10 && code !== 13) continue;
      open |= inComment;
      inComment = 0;
    } else if (code === 37) {
      inComment |= open;
      open = 0;
    } else if (code === 47) {
      const end = nameEnd(text, at + 1);
      const name = withLetters(text.slice(at + 1, Math.min(end, at + 1 + longestName)));
      if (open !== 0) tell(`/${name}`, at);
      visitor.name(name, at, end);
      const bit = watched.indexOf(name);
      if (bit >= 0) open |= 1 << bit;
      at = end - 1;
    } else if (open !== 0) tell(undefined, at);
  }
}

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0;
}

/** Past the last sign of a name that begins here. */
export function nameEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at)) && !'()<>[]{}/%'.includes(text.charAt(at)))
    at += 1;
  return at;
}

/** Names may be written with the codes of their letters: J#61vaScript. */
export function withLetters(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
