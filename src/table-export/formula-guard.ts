/**
 * What spreadsheet programs take for the start of a formula in a CSV file, as OWASP lists it for CSV injection:
 * `= + - @`, also `|` and `%`, in full width and behind blanks, and tab, carriage return and line feed. Apostrophes in front are
 * looked through, so that a text which begins like a guarded one is guarded too and comes back as it was.
 */
const formulaStart = /^'*(?:\s*[=+\-@|%＝＋－＠]|[\t\r\n])/;

/** Where a program set up for another country splits a field, before what it would take for a formula then. */
const splitFormula = /([;\t])(?=[\s']*[=+\-@|%＝＋－＠])/g;
const guardedSplit = /([;\t])'(?=[\s']*[=+\-@|%＝＋－＠])/g;

/** `-93.5` is a longitude and `-` a blank: nothing that could be carried out. */
const harmless = /^(?:[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|-)$/;

/**
 * The text with an apostrophe in front where a spreadsheet program could take it for a formula, and one behind each
 * semicolon or tab that a formula would follow.
 */
export function guardedText(text: string): string {
  return looksLikeFormula(text) && !harmless.test(text) ? `'${text.replace(splitFormula, "$1'")}` : text;
}

/** Whether a text carries the apostrophe that `guardedText` puts in front of formulas. */
export function isGuarded(text: string): boolean {
  return text.charCodeAt(0) === apostrophe && looksLikeFormula(text);
}

/** The text as it was before `guardedText`. */
export function unguardedText(text: string): string {
  return isGuarded(text) ? text.slice(1).replace(guardedSplit, '$1') : text;
}

function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text) || text.search(splitFormula) >= 0;
}

const apostrophe = 39;
