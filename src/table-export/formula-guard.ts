/**
 * What spreadsheet programs take for the start of a formula in a CSV file, as OWASP lists it for CSV injection:
 * `= + - @`, also in full width and behind blanks, and tab, carriage return and line feed. Apostrophes in front are
 * looked through, so that a text which begins like a guarded one is guarded too and comes back as it was.
 */
const formulaStart = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** `-93.5` is a longitude and `-` a blank: nothing that could be carried out. */
const harmless = /^(?:[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|-)$/;

/** The text with an apostrophe in front where a spreadsheet program could take it for a formula. */
export function guardedText(text: string): string {
  return formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text;
}

/** Whether a text carries the apostrophe that `guardedText` puts in front of formulas. */
export function isGuarded(text: string): boolean {
  return text.charCodeAt(0) === apostrophe && formulaStart.test(text);
}

/** The text as it was before `guardedText`. */
export function unguardedText(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}

const apostrophe = 39;
