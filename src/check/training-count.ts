import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { courseRecognizer } from '../training/course-recognition.ts';
import { matchSentence, unmatchedSentence } from '../training/matching-content.ts';
import { programsHeld } from '../training/programs-held.ts';
import { isHeldOn } from '../training/qualifying-record.ts';
import { isRefusedToLookAt } from '../training/row-to-look-at.ts';
import { refusalSentence } from '../training/training-content.ts';
import type { RowRefusal } from '../training/training-row.ts';
import { type CourseReport, courseReports, type TakenCourse } from './course-report.ts';
import { recordsLeftOut } from './records-left-out.ts';
import { type RecordsOfPerson, recordsByPerson } from './records-of-person.ts';
import type { CountedPerson } from './roster-count.ts';
import { byRow, type RowReason } from './row-reason.ts';
import type { TrainingFile } from './training-file.ts';
import { recordReasons, unreadCells } from './training-review.ts';

/** What the records come to. people = matchedPeople + doubtfulPeople + unmatchedPeople. */
export interface TrainingCount {
  readonly records: number;
  readonly people: number;
  readonly matchedPeople: number;
  readonly doubtfulPeople: number;
  readonly unmatchedPeople: number;
  /** Records that count for nobody until a person has looked. */
  readonly needsReview: readonly RowReason[];
  /** Cells that can't be read in rows that count for nobody whatever is corrected in them. */
  readonly unread: readonly RowReason[];
  /** The first record of each person who isn't on the roster. */
  readonly unmatched: readonly RowReason[];
  /** The first record of each person who was matched by less than number and name. */
  readonly flagged: readonly RowReason[];
  /** Records about courses that count which add nothing: by their result or date, or as the same class again. */
  readonly leftOut: readonly RowReason[];
  /** Rows of the printed report. */
  readonly skipped: readonly RowReason[];
  readonly courses: readonly CourseReport[];
  /** What each person of the roster holds on the day, by their id. */
  readonly held: ReadonlyMap<string, readonly Program[]>;
  readonly everybody: readonly RecordsOfPerson[];
}

export interface TrainingCountContext {
  readonly rules: CampaignRules;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
}

/** Gives the records to the people of the roster and says what each is worth. Order makes no difference. */
export function countTraining(
  { rows, refused }: Pick<TrainingFile, 'rows' | 'refused'>,
  everybody: readonly CountedPerson[],
  context: TrainingCountContext,
): TrainingCount {
  const recognize = courseRecognizer();
  const people = recordsByPerson(rows, everybody, { today: context.today, recognize });
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
      ...refused.filter(({ code }) => isRefusedToLookAt(code)).map(refusedReason),
      ...people.flatMap((person) => recordReasons(person, context.rules)),
    ].toSorted(byRow),
    unread: people.flatMap((person) => unreadCells(person)).toSorted(byRow),
    unmatched: unmatched
      .flatMap((person) => firstRow(person, 'nobody-alike', unmatchedSentence))
      .toSorted(byRow),
    flagged: matched.flatMap(flagReasons).toSorted(byRow),
    leftOut: recordsLeftOut(matched, context.rules),
    skipped: refused
      .filter(({ code }) => !isRefusedToLookAt(code))
      .map(refusedReason)
      .toSorted(byRow),
    courses: courseReports(context.rules, people.flatMap(classesTaken(context.asOf)), recognize),
    held: heldByPerson(matched, context.asOf),
    everybody: people,
  };
}

function classesTaken(day: CalendarDate) {
  return ({ match, classes }: RecordsOfPerson): readonly TakenCourse[] =>
    classes.map(({ record, qualifying }) => ({
      course: record,
      isCounting: match.kind === 'matched' && isHeldOn(qualifying, day),
    }));
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
  return { row: refusal.row, reason: refusal.code, sentence: refusalSentence(refusal) };
}

function flagReasons(person: RecordsOfPerson): readonly RowReason[] {
  const { match } = person;
  return match.kind === 'matched' && match.isFlagged
    ? firstRow(person, match.how, matchSentence(match.how))
    : [];
}

function firstRow(
  { rows: [first] }: RecordsOfPerson,
  reason: string,
  sentence: string,
): readonly RowReason[] {
  return first ? [{ row: first.row, reason, sentence }] : [];
}
