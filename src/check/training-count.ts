import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { nameKey } from '../person-name/person-name.ts';
import { staffNumberKey } from '../roster/staff-number.ts';
import { courseRecognizer } from '../training/course-recognition.ts';
import { doubtSentence, matchSentence, unmatchedSentence } from '../training/matching-content.ts';
import { programsHeld, type QualifyingClass, qualifyPerson } from '../training/programs-held.ts';
import { qualifyingSentence } from '../training/qualifying-content.ts';
import { matchRecord, type RecordMatch } from '../training/record-matching.ts';
import { staffIndex } from '../training/staff-index.ts';
import { noteSentence, refusalSentence } from '../training/training-content.ts';
import type { TrainingRecord } from '../training/training-record.ts';
import type { RowRefusal, TrainingRow } from '../training/training-row.ts';
import { type CourseReport, courseReports } from './course-report.ts';
import type { CountedPerson } from './roster-count.ts';
import { byRow, type RowReason } from './row-reason.ts';
import type { TrainingFile } from './training-file.ts';

/** A record that remembers its row. */
interface NumberedRecord extends TrainingRecord {
  readonly row: number;
}

/** The records of one person, and whom on the roster they are about. */
interface RecordsOfPerson {
  readonly match: RecordMatch<string>;
  readonly rows: readonly TrainingRow[];
  readonly classes: readonly QualifyingClass<NumberedRecord>[];
}

/** What the records come to. people = matchedPeople + doubtfulPeople + unmatchedPeople. */
export interface TrainingCount {
  readonly records: number;
  readonly people: number;
  readonly matchedPeople: number;
  readonly doubtfulPeople: number;
  readonly unmatchedPeople: number;
  /** Records that count for nobody until a person has looked. */
  readonly needsReview: readonly RowReason[];
  /** The first record of each person who isn't on the roster. */
  readonly unmatched: readonly RowReason[];
  /** The first record of each person who was matched by less than number and name. */
  readonly flagged: readonly RowReason[];
  /** Rows of the printed report. */
  readonly skipped: readonly RowReason[];
  readonly courses: readonly CourseReport[];
  /** What each person of the roster holds on the day, by their id. */
  readonly held: ReadonlyMap<string, readonly Program[]>;
}

export interface TrainingCountContext {
  readonly rules: CampaignRules;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
}

/** Rows that are no record at all; the others name a record that can't be used as it is. */
const reportRows: ReadonlySet<RowRefusal['code']> = new Set([
  'repeated-header',
  'total',
  'footer',
  'section-heading',
]);

/** Gives the records to the people of the roster and says what each is worth. Order makes no difference. */
export function countTraining(
  { rows, refused }: Pick<TrainingFile, 'rows' | 'refused'>,
  everybody: readonly CountedPerson[],
  context: TrainingCountContext,
): TrainingCount {
  const recognize = courseRecognizer();
  const people = recordsByPerson(rows, everybody).map(({ match, rows: own }): RecordsOfPerson => {
    const records = own.map(({ row, record }) => ({ ...record, row }));
    return { match, rows: own, classes: qualifyPerson(records, { today: context.today, recognize }) };
  });
  const matched = people.filter(({ match }) => match.kind === 'matched');
  const doubtful = people.filter(({ match }) => match.kind === 'doubtful');
  const unmatched = people.filter(({ match }) => match.kind === 'unmatched');
  return {
    records: rows.length,
    people: people.length,
    matchedPeople: matched.length,
    doubtfulPeople: doubtful.length,
    unmatchedPeople: unmatched.length,
    needsReview: [
      ...refused.filter(({ code }) => !reportRows.has(code)).map(refusedReason),
      ...doubtful.flatMap(doubtReasons),
      ...matched.flatMap((person) => reviewReasons(person, context.rules)),
    ].toSorted(byRow),
    unmatched: unmatched.flatMap((person) => firstRow(person, unmatchedSentence)).toSorted(byRow),
    flagged: matched.flatMap(flagReasons).toSorted(byRow),
    skipped: refused
      .filter(({ code }) => reportRows.has(code))
      .map(refusedReason)
      .toSorted(byRow),
    courses: courseReports(
      context.rules,
      people.flatMap(({ classes }) => classes.map(({ record }) => record)),
      recognize,
    ),
    held: heldByPerson(matched, context.asOf),
  };
}

/** Records with one number and name are one person's; records that match one person of the roster are theirs. */
function recordsByPerson(rows: readonly TrainingRow[], everybody: readonly CountedPerson[]) {
  const index = staffIndex(
    everybody.map(({ id, person }) => ({
      id,
      name: person.name,
      employeeNumber: person.employeeNumber,
      badge: person.badge,
    })),
  );
  const found = new Map<string, { readonly match: RecordMatch<string>; readonly rows: TrainingRow[] }>();
  for (const row of rows.toSorted((one, other) => one.row - other.row)) {
    const match = matchRecord(index, row);
    const key =
      match.kind === 'matched'
        ? `staff ${match.staffId}`
        : `${match.kind} ${nameKey(row.name)}|${staffNumberKey(row.employeeNumber)}`;
    const own = found.get(key);
    if (own) own.rows.push(row);
    else found.set(key, { match, rows: [row] });
  }
  return [...found.values()];
}

function heldByPerson(
  matched: readonly RecordsOfPerson[],
  asOf: CalendarDate,
): ReadonlyMap<string, readonly Program[]> {
  return new Map(
    matched.flatMap(({ match, classes }) =>
      match.kind === 'matched'
        ? [
            [
              match.staffId,
              programsHeld(
                classes.map(({ qualifying }) => qualifying),
                asOf,
              ),
            ],
          ]
        : [],
    ),
  );
}

function refusedReason(refusal: RowRefusal): RowReason {
  return { row: refusal.row, reason: refusalSentence(refusal) };
}

/** Nobody knows whom the records are about: each of them waits. */
function doubtReasons({ match, rows }: RecordsOfPerson): readonly RowReason[] {
  if (match.kind !== 'doubtful') return [];
  return rows.map(({ row }) => ({ row, reason: doubtSentence(match.reason) }));
}

/** Records of known people that might count, and those whose cells couldn't be read. */
function reviewReasons({ rows, classes }: RecordsOfPerson, rules: CampaignRules): readonly RowReason[] {
  const waiting = classes.filter(({ qualifying }) => qualifying.verdict === 'doubtful');
  const doubts = waiting.flatMap((taken) =>
    taken.rows.map(({ row }) => ({ row, reason: qualifyingSentence(rules, taken.qualifying) })),
  );
  const doubted = new Set(doubts.map(({ row }) => row));
  const notes = rows
    .filter(({ row }) => !doubted.has(row))
    .flatMap(({ row, notes: own }) => own.map((note) => ({ row, reason: noteSentence(note) })));
  return [...doubts, ...notes];
}

function flagReasons(person: RecordsOfPerson): readonly RowReason[] {
  const { match } = person;
  return match.kind === 'matched' && match.isFlagged ? firstRow(person, matchSentence(match.how)) : [];
}

function firstRow({ rows: [first] }: RecordsOfPerson, reason: string): readonly RowReason[] {
  return first ? [{ row: first.row, reason }] : [];
}
