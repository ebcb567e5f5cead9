/** How deep the brackets of a JSON text lie in one another, outside its strings. Goes no further than `enough`. */
export function nestingOf(text: string, enough: number): number {
  let depth = 0;
  let most = 0;
  let isInString = false;
  for (let at = 0; at < text.length && most < enough; at += 1) {
    const sign = text.charCodeAt(at);
    if (isInString) {
      if (sign === backslash) at += 1;
      else if (sign === quote) isInString = false;
    } else if (sign === quote) isInString = true;
    else if (sign === bracket || sign === brace) {
      depth += 1;
      most = Math.max(most, depth);
    } else if (sign === closingBracket || sign === closingBrace) depth -= 1;
  }
  return most;
}

const [quote, backslash, bracket, closingBracket, brace, closingBrace] = [...'"\\[]{}'].map((sign) =>
  sign.charCodeAt(0),
);
