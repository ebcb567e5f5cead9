import { rulesVersions } from '../campaign-rules/campaign-rules.ts';
import { staffCategories } from '../roster/staff-category.ts';
import { readRefusalSentence } from '../spreadsheet/read-refusal-content.ts';
import type { SheetFormat } from '../spreadsheet/sheet.ts';
import type { OptionsRefusal } from './check-options.ts';
import type { FileRefusal } from './checked-file.ts';

export const checkHelp = `onemind check: see where an agency stands, from its own files. Nothing is stored or sent.

  onemind check --roster FILE --training FILE

  --roster FILE          everybody on staff: CSV or Excel, as your system exports it
  --training FILE        training records: CSV or Excel
  --roster-sheet NAME    the sheet to read, when the roster has several
  --training-sheet NAME  the sheet to read, when the training file has several
  --rules VERSION        ${rulesVersions.join(', ')} (without it, the current rules)
  --as-of YYYY-MM-DD     the day to look at (without it, today)
  --scope LIST           non-sworn staff to count, or none (without it, dispatcher; the website counts
                         none until the agency chooses in its settings):
                         ${staffCategories.slice(0, 5).join(', ')},
                         ${staffCategories.slice(5).join(', ')}
  --everyone sworn       what people are whose row does not say (sworn or non-sworn)
  --course TITLE         the course of every training row, when no column says it. Without it, the
                         title of the file is read, and the report says which course it was taken for
  --hours N, --provider NAME, --completed YYYY-MM-DD
                         hours, provider and day of every training row that does not say them
  --json                 everything that was found, for programs
  --explain              the reason for every person, record and course (it names people)

Exit status: 0 the training requirement is met, 1 it is not met, 2 the input could not be used.
`;

/** One line that says what is wrong with the words typed and what to type. */
export function optionsSentence(refusal: Exclude<OptionsRefusal, { readonly code: 'help-wanted' }>): string {
  switch (refusal.code) {
    case 'unknown-option':
      return `There is no option ${refusal.option}: run "onemind check --help" to see the options.`;
    case 'unexpected-word':
      return `“${refusal.word}” was not expected: name the files with --roster FILE and --training FILE.`;
    case 'value-missing':
      return `${refusal.option} needs a value: write it after the option, such as ${refusal.option} ${examples[refusal.option] ?? 'VALUE'}.`;
    case 'option-missing':
      return `The ${refusal.option === 'roster' ? 'roster' : 'training file'} is missing: add --${refusal.option} FILE.`;
    case 'unknown-rules':
      return `There are no rules “${refusal.text}”: write --rules with ${listed(rulesVersions)}.`;
    case 'not-a-date':
      return `“${refusal.text}” is not a date: write --as-of YYYY-MM-DD, such as --as-of 2025-06-30.`;
    case 'not-hours':
      return `“${refusal.text}” is not a number of hours: write --hours N, such as --hours 40.`;
    case 'not-a-completion':
      return `“${refusal.text}” is not a date: write --completed YYYY-MM-DD, such as --completed 2025-06-30.`;
    case 'unknown-category':
      return `There is no kind of staff “${refusal.text}”: write --scope with ${listed(staffCategories)}, or none.`;
    case 'unknown-kind':
      return `“${refusal.text}” is neither: write --everyone sworn or --everyone non-sworn.`;
  }
}

const examples: Readonly<Record<string, string>> = {
  '--roster': 'roster.csv',
  '--training': 'training.xlsx',
  '--rules': '2024',
  '--as-of': '2025-06-30',
  '--scope': 'dispatcher,detention',
  '--everyone': 'sworn',
  '--course': '"Crisis Intervention Team"',
  '--hours': '40',
  '--provider': '"County Academy"',
  '--completed': '2025-06-30',
};

/** One line that names the file, the row where that helps, and what to do. */
export function fileSentence(refusal: FileRefusal): string {
  const { name } = refusal;
  switch (refusal.code) {
    case 'no-such-file':
      return `“${name}” was not found: check the path.`;
    case 'not-a-file':
      return `“${name}” is a folder: name the file in it.`;
    case 'no-permission':
      return `“${name}” can’t be opened: ask for the right to read it, or copy it to a folder of yours.`;
    case 'unreadable':
      return readRefusalSentence(name, refusal.why);
    case 'no-name-column':
      return `“${name}”, row ${refusal.headerRow}: no column holds names. Head one “Name”, or two “Last name” and “First name”.`;
    case 'no-course-column':
      return `“${name}”, row ${refusal.headerRow}: no column holds the course, and the title names none. Say it with --course TITLE, or head the column “Course”.`;
    case 'nobody':
      return `“${name}”: no row below row ${refusal.headerRow} names a person. Choose the file or sheet that lists the staff.`;
  }
}

function listed(texts: readonly string[]): string {
  return `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

const formatNames: Readonly<Record<SheetFormat, string>> = {
  csv: 'text with separated values (CSV)',
  xlsx: 'an Excel workbook',
  xls: 'an older Excel workbook',
  ods: 'an OpenDocument spreadsheet',
};

const formatEndings: Readonly<Record<SheetFormat, RegExp>> = {
  csv: /\.(csv|tsv|tab|txt|asc|dat|prn)$/i,
  xlsx: /\.xls[xm]$/i,
  xls: /\.xls$/i,
  ods: /\.ods$/i,
};

/** What a file was read as, where its name says something else; undefined where the name is right or says nothing. */
export function misnamedSentence(file: string, format: SheetFormat): string | undefined {
  const isOther = Object.values(formatEndings).some((ending) => ending.test(file));
  if (!isOther || formatEndings[format].test(file)) return undefined;
  return `In spite of its name “${file}” is ${formatNames[format]}, and was read as that.`;
}
