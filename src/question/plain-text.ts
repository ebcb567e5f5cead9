/** Control characters that no person types, but tabs and line ends; half characters become the replacement sign. */
const unprintable = /[\p{Cc}--[\t\n\r]]/gv;
/** Line ends of every kind, tabs, and the marks that turn the direction of writing around. */
const breaks = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\s]+/gu;

/** A text as a form may hold it: whole characters, one kind of line end, nothing invisible that controls a terminal. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(unprintable, '');
}

/** A text that belongs on one line, such as a name, a title or a subject: whatever breaks the line is a space. */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replace(breaks, ' ').trim();
}
