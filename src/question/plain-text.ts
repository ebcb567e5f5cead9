/** Control characters that no person types, but tabs and line ends; half characters become the replacement sign. */
const unprintable = /[\p{Cc}--[\t\n\r]]/gv;
/** What ends a line, of every system and script. */
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
/** They show what follows in another order than it is kept. Scripts that are written from the right need none of them. */
const overrides = /[\u202A-\u202E\u2066-\u2069]/g;
/** Line ends of every kind, tabs, and the marks that turn the direction of writing around. */
const breaks = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\s]+/gu;

/** A text as a form may hold it: whole characters, one kind of line end, nothing invisible that controls a terminal. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(lineEnds, '\n').replace(unprintable, '').replace(overrides, '');
}

/** A text that belongs on one line, such as a name, a title or a subject: whatever breaks the line is a space. */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replace(breaks, ' ').trim();
}
