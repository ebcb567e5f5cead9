import { escapeXml, markStrokes } from './badge-drawing.ts';

const maxLines = 3;

/** The picture that stands beside a shared link, as an SVG of 1200 by 630. */
export function socialSvg(agencyName: string, place: string, line: string): string {
  const lines = linesOf(agencyName, 26);
  const size = lines.length === 1 ? 84 : lines.length === 2 ? 74 : 60;
  const top = 290 - (lines.length - 1) * (size / 2);
  const name = lines.map(
    (text, at) =>
      `<text x="90" y="${top + at * size * 1.1}" font-size="${size}" font-weight="600">${escapeXml(text)}</text>`,
  );
  const below = top + (lines.length - 1) * size * 1.1;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">',
    '<rect width="1200" height="630" fill="#fdfbf4"/><rect y="606" width="1200" height="24" fill="#14333d"/>',
    `<g transform="translate(84 60) scale(2)">${markStrokes}</g>`,
    '<g font-family="EB Garamond, Noto Serif, serif" fill="#14333d">',
    '<text x="200" y="132" font-size="54" font-weight="600">One Mind</text>',
    ...name,
    `<text x="90" y="${below + 66}" font-size="40" fill="#3d4551">${escapeXml(place)}</text>`,
    `<text x="90" y="${below + 146}" font-size="50" fill="#07648d" font-weight="600">${escapeXml(line)}</text>`,
    '</g></svg>',
  ].join('');
}

/** Breaks a name between words into at most three lines; signs of Chinese, Japanese and Korean take two places. */
export function linesOf(name: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).flatMap((long) => pieces(long, width))) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1] ?? ''} …`];
}

/** A word that is wider than a line is cut, at whole signs. */
function pieces(word: string, width: number): readonly string[] {
  const cut: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...cut, piece];
}

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += wide.test(sign) ? 2 : 1;
  return width;
}

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/u;
