import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules, RulesVersion } from '../campaign-rules/campaign-rules.ts';
import { outstandingSentence } from '../requirement/outstanding-content.ts';
import { outstandingTraining } from '../requirement/requirement.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';
import type { StaffCategory } from '../roster/staff-category.ts';
import type { ReadingFact } from '../spreadsheet/reading-fact.ts';
import { readingFactSentence, troubleSentence } from '../spreadsheet/reading-fact-content.ts';
import { courseKey } from '../training/course-title.ts';
import { type Coverage, coverageOf } from '../training/coverage.ts';
import type { CoverageGroup } from '../training/coverage-group.ts';
import { exclusionOf } from '../training/exclusion.ts';
import { linesWords, wholeFileWords } from '../training/whole-file-content.ts';
import { misnamedSentence } from './check-content.ts';
import type { FileFacts } from './checked-file.ts';
import { type Explanation, explanation } from './explanation.ts';
import { type LapsedTraining, lapsedSentence, lapsedTraining } from './lapsed-training.ts';
import type { RecordsOfPerson } from './records-of-person.ts';
import { type CountedPerson, countRoster, type RosterCount } from './roster-count.ts';
import type { RosterFile } from './roster-file.ts';
import { countTraining, type TrainingCount } from './training-count.ts';
import type { TrainingFile } from './training-file.ts';

export type CheckOutstanding = (
  | Outstanding
  | {
      readonly requirement: 'everyone-trained';
      readonly code: 'staff-kind-undecided';
      readonly people: number;
    }
  | {
      readonly requirement: 'everyone-trained' | 'advanced-training';
      /** Some of those who are short need no whole course, only to renew what they had. */
      readonly code: 'training-lapsed';
      readonly course: string;
      readonly people: number;
      readonly lapsed: readonly LapsedTraining[];
    }
) & {
  /** What to do about it. */
  readonly sentence: string;
};

/** Where the agency stands, with everything that was left out and why. */
export interface CheckReport {
  readonly rules: RulesVersion;
  readonly asOf: CalendarDate;
  readonly isMet: boolean;
  readonly scope: readonly StaffCategory[];
  /** `usual` when nobody said whom to count. */
  readonly scopeFrom: 'chosen' | 'usual';
  readonly roster: FileFacts & Omit<RosterCount, 'everybody'> & { readonly notes: readonly string[] };
  readonly training: FileFacts &
    Omit<TrainingCount, 'held' | 'everybody'> &
    Pick<TrainingFile, 'wholeFile' | 'fromTitle'> & { readonly notes: readonly string[] };
  readonly coverage: Coverage;
  readonly outstanding: readonly CheckOutstanding[];
  /** Only when asked for. */
  readonly explanation?: Explanation;
}

export interface CheckContext {
  readonly rules: CampaignRules;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly scope: ReadonlySet<StaffCategory>;
  readonly isScopeChosen?: boolean;
  readonly explain: boolean;
}

/** Measures a roster and training records against the training requirement. The order of rows makes no difference. */
export function checkReport(
  rosterFile: RosterFile,
  trainingFile: TrainingFile,
  context: CheckContext,
): CheckReport {
  const { rules, asOf, scope, explain } = context;
  const { everybody, ...roster } = countRoster(rosterFile, asOf);
  const { held, everybody: recorded, ...training } = countTraining(trainingFile, everybody, context);
  const groups = everybody.flatMap((counted) => coverageGroup(counted, held.get(counted.id) ?? [], scope));
  const coverage = coverageOf(rules, groups);
  const short = trainingOutstanding(rules, coverage);
  const counted = new Set(everybody.filter((person) => isCounted(person, context)).map(({ id }) => id));
  const outstanding = [
    ...undecidedStaff(roster.undecided),
    ...short,
    ...(short.length > 0 ? renewals(recorded, counted, context) : []),
  ];
  return {
    rules: rules.version,
    asOf,
    isMet: outstanding.length === 0,
    scope: [...scope],
    scopeFrom: context.isScopeChosen ? 'chosen' : 'usual',
    roster: { ...fileFacts(rosterFile), ...roster, notes: rosterNotes(rosterFile) },
    training: {
      ...fileFacts(trainingFile),
      ...training,
      wholeFile: trainingFile.wholeFile,
      fromTitle: trainingFile.fromTitle,
      notes: [...wholeFileNotes(trainingFile), ...readingNotes(trainingFile)],
    },
    coverage,
    outstanding,
    ...(explain && { explanation: explanation(everybody, { everybody: recorded, held }, context) }),
  };
}

function isCounted(counted: CountedPerson, { rules, scope }: CheckContext): boolean {
  return coverageGroup(counted, [], scope).some((group) => exclusionOf(rules, group) === undefined);
}

/** What people who are counted have let lapse, by course. */
function renewals(
  recorded: readonly RecordsOfPerson[],
  counted: ReadonlySet<string>,
  { rules, asOf }: CheckContext,
): readonly CheckOutstanding[] {
  const lapsed = recorded.flatMap((person) =>
    person.match.kind === 'matched' && counted.has(person.match.staffId)
      ? lapsedTraining(person, rules, asOf)
      : [],
  );
  return Array.from(
    Map.groupBy(lapsed, ({ category, course }) => `${category}|${courseKey(course)}`).values(),
    (same): readonly CheckOutstanding[] => {
      const [first] = same;
      if (!first) return [];
      const { course, category } = first;
      const inOrder = same.toSorted((one, other) => one.row - other.row);
      return [
        {
          requirement: category === 'advanced' ? 'advanced-training' : 'everyone-trained',
          code: 'training-lapsed',
          course,
          people: same.length,
          lapsed: inOrder,
          sentence: lapsedSentence(course, category, inOrder),
        },
      ];
    },
  )
    .flat()
    .toSorted((one, other) => (one.sentence < other.sentence ? -1 : 1));
}

/** People of whom nobody knows whether they are sworn are in no group: they are outstanding by themselves. */
function coverageGroup(
  { person, presence }: CountedPerson,
  programs: CoverageGroup['programs'],
  scope: ReadonlySet<StaffCategory>,
): readonly CoverageGroup[] {
  const { kind, unit, shift, rank } = person;
  if (kind.kind === 'undecided') return [];
  const category = kind.kind === 'non-sworn' ? kind.category : '';
  const inScope = kind.kind === 'sworn' || scope.has(kind.category);
  return [{ kind: kind.kind, inScope, category, presence, unit, shift, rank, programs, people: 1 }];
}

function trainingOutstanding(rules: CampaignRules, coverage: Coverage): readonly CheckOutstanding[] {
  return outstandingTraining(coverage).map((outstanding) => ({
    ...outstanding,
    sentence: outstandingSentence(rules, outstanding),
  }));
}

function undecidedStaff(people: number): readonly CheckOutstanding[] {
  if (people === 0) return [];
  const who = people === 1 ? 'one person' : `${people.toLocaleString('en-US')} people`;
  const sentence = `Say whether ${who} on the roster ${people === 1 ? 'is' : 'are'} sworn: add a column “Sworn” with yes or no, or use --everyone sworn.`;
  return [{ requirement: 'everyone-trained', code: 'staff-kind-undecided', people, sentence }];
}

function rosterNotes(file: RosterFile): readonly string[] {
  const notes = readingNotes(file);
  if (!file.isEveryoneTakenForSworn) return notes;
  return [
    ...notes,
    'The roster has no rank, title or sworn column, so everybody was counted as sworn. Add one of them if some are not.',
  ];
}

/** What was taken for every row: nobody should have to guess that it came from a title. */
function wholeFileNotes({ wholeFile, fromTitle }: TrainingFile): readonly string[] {
  const words = wholeFileWords(wholeFile);
  if (words === '') return [];
  const from =
    fromTitle.length > 0 ? ` It stands in ${linesWords(fromTitle)}. If that is wrong, use --course.` : '';
  return [`Taken for every row that does not say otherwise: ${words}.${from}`];
}

/** What the reader chose, and what is spoiled in the file: a person may know better. */
function readingNotes({ file, format, facts, troubles }: RosterFile | TrainingFile): readonly string[] {
  const sentence = misnamedSentence(file, format);
  return [
    ...(sentence === undefined ? [] : [sentence]),
    ...facts.filter(({ code }) => notedFacts.has(code)).map(readingFactSentence),
    ...troubles.map(troubleSentence),
  ];
}

/** The others go without saying, or are said in another line. */
const notedFacts: ReadonlySet<ReadingFact['code']> = new Set<ReadingFact['code']>([
  'encoding-guessed',
  'sheets-not-read',
  'sheets-alike',
  'sheet-hidden',
  'no-headings',
  'letters-garbled',
  'lines-cut',
  'list-beside',
]);

function fileFacts({ file, format, sheet, headerRow, rowsRead, columns, troubles }: FileFacts): FileFacts {
  return { file, format, sheet, headerRow, rowsRead, columns, troubles };
}
