import { longDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { count } from '../requirement/plain-words.ts';
import { reasonSentence } from '../requirement/requirement-content.ts';
import { assessAdvancedTraining, assessEveryoneTrained } from '../requirement/training-requirement.ts';
import { countRows } from '../roster/rows-to-look-at.ts';
import type { CheckReport } from './check-report.ts';
import type { ColumnReport } from './checked-file.ts';
import { columnSentence } from './column-words.ts';
import type { CourseReport } from './course-report.ts';
import type { Explained } from './explanation.ts';
import type { RowReason } from './row-reason.ts';

/** How many rows of a kind are named, unless everything is to be explained; all of them are in the JSON. */
const mostRows = 10;
const mostCourses = 25;

/** The report for a person at a terminal: what stands, what to do next, what was read and what was left out. */
export function checkText(report: CheckReport): string {
  const { rules, asOf, isMet } = report;
  const rowsParagraph = report.explanation ? everyRow : firstRows;
  return [
    `The training requirement is ${isMet ? 'met' : 'not met'} on ${longDate(asOf)}, by the rules of ${rules}.`,
    paragraph('Where you stand', standing(report)),
    paragraph(
      'What to do next',
      report.outstanding.map(({ sentence }) => sentence),
    ),
    paragraph('The roster', rosterLines(report)),
    paragraph('The training records', trainingLines(report)),
    paragraph('Courses', courseLines(report)),
    everyRow('Roster rows left out', report.roster.skipped),
    rowsParagraph('Roster rows about somebody in another row, counted once', report.roster.folded),
    everyRow('Roster rows to look at', report.roster.flagged),
    everyRow('Training rows to look at', report.training.needsReview),
    everyRow('Cells that could not be read, in training rows that do not count', report.training.unread),
    rowsParagraph('Training rows that add nothing', report.training.leftOut),
    everyRow('Training rows left out', report.training.skipped),
    rowsParagraph('Training rows of people who are not on the roster', report.training.unmatched),
    ...explained(report),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n');
}

function standing({ rules, coverage }: CheckReport): readonly string[] {
  const { sworn, advanced, base, untrained, advancedWithoutBase, nonSworn } = coverage;
  const met = [assessAdvancedTraining(coverage), assessEveryoneTrained(coverage)].flatMap((assessment) =>
    assessment.state === 'met' ? [reasonSentence(campaignRules(rules), assessment.achievement)] : [],
  );
  return [
    `${number(sworn)} sworn: ${number(advanced)} with crisis training, ${number(base)} with the base course only, ${number(untrained)} with neither.`,
    ...(advancedWithoutBase > 0
      ? [`${number(advancedWithoutBase)} of those with crisis training still need the base course.`]
      : []),
    `Needed with crisis training: ${number(coverage.advancedRequired)}.`,
    ...(nonSworn.inScope > 0
      ? [
          `${number(nonSworn.inScope)} non-sworn counted: ${number(nonSworn.trained)} trained, ${number(nonSworn.untrained)} not.`,
        ]
      : []),
    ...met,
  ];
}

/** Whom the figures count, since the website starts from another choice. */
function scopeLine(scope: CheckReport['scope'], from: CheckReport['scopeFrom']): string {
  const whom = scope.length > 0 ? `sworn and these non-sworn staff: ${scope.join(', ')}` : 'sworn staff only';
  const usual =
    from === 'usual'
      ? ' This is the usual choice. The website counts no non-sworn staff until the agency chooses in its settings.'
      : '';
  return `Counted are ${whom}.${usual} Use --scope to count others, or --scope none.`;
}

function rosterLines({ roster, scope, scopeFrom, coverage }: CheckReport): readonly string[] {
  const notCounted = roster.nonSworn - coverage.nonSworn.inScope;
  return [
    fileLine(roster),
    `${count(roster.people, 'person', 'people')} on staff: ${number(roster.sworn)} sworn, ${number(roster.nonSworn)} non-sworn${roster.undecided > 0 ? `, ${number(roster.undecided)} not known` : ''}.`,
    scopeLine(scope, scopeFrom),
    ...(notCounted > 0 ? [`Non-sworn not counted: ${number(notCounted)}.`] : []),
    ...(roster.separated > 0 ? [`Not counted because they left: ${number(roster.separated)}.`] : []),
    ...roster.notes,
    ...droppedLine(roster.columns),
  ];
}

function trainingLines({ training }: CheckReport): readonly string[] {
  const toReview = countRows(training.needsReview);
  return [
    fileLine(training),
    `${count(training.records, 'record')} of ${count(training.people, 'person', 'people')}: ${number(training.matchedPeople)} found on the roster, ${number(training.doubtfulPeople)} doubtful, ${number(training.unmatchedPeople)} not on it.`,
    ...(toReview > 0
      ? [
          `${count(toReview, 'row')} to look at before ${toReview === 1 ? 'it counts' : 'they count'} for anybody.`,
        ]
      : []),
    ...training.notes,
    ...droppedLine(training.columns),
  ];
}

function fileLine({ file, format, sheet, headerRow, rowsRead }: CheckReport['roster' | 'training']): string {
  return `${file}${format === 'csv' ? '' : `, sheet “${sheet}”`}: headings in row ${headerRow}, ${count(rowsRead, 'row')} below.`;
}

function droppedLine(columns: readonly ColumnReport[]): readonly string[] {
  const dropped = columns.filter((column) => column.dropped !== undefined);
  const held = columns.filter((column) => column.held !== undefined);
  return [
    ...(dropped.length > 0 ? [`Not read, because nobody needs it here: ${columnNames(dropped)}.`] : []),
    ...(held.length > 0
      ? [
          `Not read, because these could be Social Security numbers: ${columnNames(held)}. Head the column “Employee ID” if they are not.`,
        ]
      : []),
  ];
}

function columnNames(columns: readonly ColumnReport[]): string {
  return columns.map(({ heading, column }) => heading || `column ${column}`).join(', ');
}

/** Courses that count or may seem to; the many on other subjects are only numbered. */
function courseLines({ training, explanation }: CheckReport): readonly string[] {
  if (explanation) return training.courses.map(courseLine);
  const telling = training.courses.filter(({ code }) => code !== 'other-course').slice(0, mostCourses);
  const rest = training.courses.length - telling.length;
  return [
    ...telling.map(courseLine),
    ...(rest > 0 ? [`${count(rest, 'more course')} (--json lists ${rest === 1 ? 'it' : 'them'}).`] : []),
  ];
}

function courseLine({ title, hours, why, taken, counting, counts }: CourseReport): string {
  const length = hours === null ? '' : ` (${hours} h)`;
  const part = counts === 'neither' || counting === taken ? '' : ` (${number(counting)} of them count)`;
  return `${title}${length}, taken ${taken === 1 ? 'once' : `${number(taken)} times`}${part}. ${why}`;
}

function firstRows(title: string, rows: readonly RowReason[]): string {
  const rest = rows.length - mostRows;
  return paragraph(`${title} (${number(countRows(rows))})`, [
    ...rows.slice(0, mostRows).map(rowLine),
    ...(rest > 0 ? [`and ${number(rest)} more (--explain for all).`] : []),
  ]);
}

function everyRow(title: string, rows: readonly RowReason[]): string {
  return paragraph(`${title} (${number(countRows(rows))})`, rows.map(rowLine));
}

/** The code is what programs find in the JSON. */
function rowLine({ row, reason, sentence }: RowReason): string {
  return `Row ${row}: ${sentence} [${reason}]`;
}

/** Every decision with its reason, without a limit. */
function explained({ roster, training, explanation }: CheckReport): readonly string[] {
  if (!explanation) return [];
  const lines = (decisions: readonly Explained[]) =>
    decisions.map(({ row, name, sentence }) => `Row ${row}, ${name}: ${sentence}`);
  return [
    paragraph('Why: the columns of the roster', roster.columns.map(columnSentence)),
    paragraph('Why: the columns of the training records', training.columns.map(columnSentence)),
    paragraph('Why: everybody on the roster', lines(explanation.people)),
    paragraph('Why: every training record', lines(explanation.records)),
  ];
}

function paragraph(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function number(amount: number): string {
  return amount.toLocaleString('en-US');
}
