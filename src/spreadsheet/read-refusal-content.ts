import type { ReadRefusal } from './read-refusal.ts';

/** One sentence, fit for a page and for the command line, that says what is wrong with the file and what to do. */
export function readRefusalSentence(fileName: string, refusal: ReadRefusal): string {
  const file = `“${fileName}”`;
  switch (refusal.code) {
    case 'empty-file':
      return `${file} is empty: choose the file that holds the rows.`;
    case 'no-header':
      return `${file} has no row of column headings that we can find: add a first row that names each column, such as “Employee ID” and “Last name”.`;
    case 'not-a-spreadsheet':
      return `${file} is ${refusal.found === '' ? '' : `${refusal.found}, `}not a spreadsheet: save the list as CSV or Excel (.xlsx) and choose that file.`;
    case 'no-such-sheet':
      return `${file} has no sheet named “${refusal.sheet}”: choose one of ${listed(refusal.sheets)}.`;
    case 'too-large':
      return `${file} is too large (${megabytes(refusal.bytes)}): choose a file of at most ${megabytes(refusal.limit)}.`;
    case 'too-many-rows':
      return refusal.format === 'workbook'
        ? `${file} has more than ${count(refusal.limit)} rows: save the sheet as CSV and choose that file.`
        : `${file} has more than ${count(refusal.limit)} rows: split it into smaller files.`;
    case 'too-many-columns':
      return `${file} has more than ${count(refusal.limit)} columns: delete the columns you don’t need and choose it again.`;
    case 'expands-too-much':
      return `${file} grows past ${megabytes(refusal.limit)} when it is unpacked: save the sheet as CSV and choose that file.`;
    case 'encrypted':
      return `${file} is protected with a password: save a copy without the password and choose that file.`;
    case 'corrupt':
      return `${file} is damaged and can’t be read: open it in Excel, save it again and choose the new file.`;
    case 'took-too-long':
      return `${file} took more than ${count(refusal.seconds)} seconds to read: save the sheet as CSV and choose that file.`;
    case 'busy':
      return `${file} can’t be read now because we are reading many others: wait a minute and choose it again.`;
  }
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function megabytes(bytes: number): string {
  return `${count(Math.ceil(bytes / (1024 * 1024)))} MB`;
}

function count(amount: number): string {
  return amount.toLocaleString('en-US');
}
