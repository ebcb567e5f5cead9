import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { filedName } from '../person-name/person-name.ts';
import { kindSentence } from '../roster/roster-content.ts';
import type { StaffCategory } from '../roster/staff-category.ts';
import { doubtSentence, matchSentence, unmatchedSentence } from '../training/matching-content.ts';
import { qualifyingSentence } from '../training/qualifying-content.ts';
import type { QualifyingRecord } from '../training/qualifying-record.ts';
import type { RecordMatch } from '../training/record-matching.ts';
import { type Standing, standingOf } from '../training/standing.ts';
import type { RecordsOfPerson } from './records-of-person.ts';
import type { CountedPerson } from './roster-count.ts';
import { byRow } from './row-reason.ts';
import type { TrainingCount } from './training-count.ts';
import { isExplained, noteReasons } from './training-review.ts';

/** One decision in plain words: the row it was made about, whom it is about, and why. */
export interface Explained {
  readonly row: number;
  readonly name: string;
  readonly sentence: string;
}

/** Why everybody is counted as they are, and what every record is worth. It names people: it is for the agency alone. */
export interface Explanation {
  readonly people: readonly Explained[];
  readonly records: readonly Explained[];
}

export interface ExplanationContext {
  readonly rules: CampaignRules;
  readonly asOf: CalendarDate;
  readonly scope: ReadonlySet<StaffCategory>;
}

export function explanation(
  everybody: readonly CountedPerson[],
  training: Pick<TrainingCount, 'everybody' | 'held'>,
  context: ExplanationContext,
): Explanation {
  return {
    people: everybody.map((person) => explainedPerson(person, training.held, context)).toSorted(byRow),
    records: training.everybody.flatMap((person) => explainedRecords(person, context)).toSorted(byRow),
  };
}

function explainedPerson(
  { id, person, presence }: CountedPerson,
  held: TrainingCount['held'],
  { rules, scope }: ExplanationContext,
): Explained {
  const { kind } = person;
  const counted = (): string => {
    if (presence !== 'on-staff') return absences[presence];
    if (kind.kind === 'undecided') return 'Not counted before somebody has said.';
    if (kind.kind === 'non-sworn' && !scope.has(kind.category))
      return `Not counted: ${kind.category} is not among the staff to train.`;
    return standings[standingOf(rules, held.get(id) ?? [])];
  };
  const kindWord = kind.kind === 'undecided' ? 'not known whether sworn' : kind.kind;
  return {
    row: person.rows[0] ?? 0,
    name: filedName(person.name),
    sentence: `${kindWord}. ${kindSentence(kind)} ${counted()}`,
  };
}

const absences = {
  separated: 'Not counted: no longer on staff.',
  'not-yet-hired': 'Not counted: not hired yet on that day.',
} as const;

const standings: Readonly<Record<Standing, string>> = {
  advanced: 'Counted as trained, with crisis training.',
  'advanced-without-base': 'Has crisis training; the base course is still to do.',
  base: 'Counted as trained, with the base course.',
  untrained: 'Counted as untrained.',
};

function explainedRecords(
  { match, rows, classes }: RecordsOfPerson,
  context: ExplanationContext,
): readonly Explained[] {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  return classes.flatMap(({ record, rows: own, qualifying }) =>
    own.map(({ row }) => {
      const read = byNumber.get(row);
      const notes = read ? noteReasons(read).map(({ sentence }) => sentence) : [];
      const said = isExplained(qualifying, read?.notes ?? []) ? [] : [worth(qualifying, context)];
      return {
        row,
        name: read ? filedName(read.name) : '',
        sentence: `${matchedSentence(match)} ${record.title || record.code}: ${[...said, ...notes].join(' ')}`,
      };
    }),
  );
}

function matchedSentence(match: RecordMatch<string>): string {
  switch (match.kind) {
    case 'matched':
      return `Roster row ${match.staffId}. ${matchSentence(match.how)}`;
    case 'doubtful':
      return `For nobody yet. ${doubtSentence(match.reason)}`;
    case 'unmatched':
      return `For nobody. ${unmatchedSentence}`;
  }
}

function worth(qualifying: QualifyingRecord, { rules, asOf }: ExplanationContext): string {
  if (qualifying.verdict !== 'counts') return qualifyingSentence(rules, qualifying);
  const { validUntil, completedOn, hasLapsed: _, ...counting } = qualifying;
  const isOver = validUntil !== undefined && validUntil < asOf;
  const sentence = qualifyingSentence(rules, {
    ...counting,
    completedOn,
    ...(validUntil && { validUntil }),
    ...(isOver && { hasLapsed: true as const }),
  });
  return completedOn > asOf ? `${sentence} It was taken after the day measured.` : sentence;
}
