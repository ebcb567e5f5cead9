import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules, RulesVersion } from '../campaign-rules/campaign-rules.ts';
import { outstandingSentence } from '../requirement/outstanding-content.ts';
import { outstandingTraining } from '../requirement/requirement.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';
import type { StaffCategory } from '../roster/staff-category.ts';
import { type Coverage, coverageOf } from '../training/coverage.ts';
import type { CoverageGroup } from '../training/coverage-group.ts';
import type { FileFacts } from './checked-file.ts';
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
  readonly roster: FileFacts & Omit<RosterCount, 'everybody'> & { readonly notes: readonly string[] };
  readonly training: FileFacts & Omit<TrainingCount, 'held'>;
  readonly coverage: Coverage;
  readonly outstanding: readonly CheckOutstanding[];
}

export interface CheckContext {
  readonly rules: CampaignRules;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly scope: ReadonlySet<StaffCategory>;
}

/** Measures a roster and training records against the training requirement. The order of rows makes no difference. */
export function checkReport(
  rosterFile: RosterFile,
  trainingFile: TrainingFile,
  context: CheckContext,
): CheckReport {
  const { rules, asOf, scope } = context;
  const { everybody, ...roster } = countRoster(rosterFile, asOf);
  const { held, ...training } = countTraining(trainingFile, everybody, context);
  const coverage = coverageOf(
    rules,
    everybody.flatMap((counted) => coverageGroup(counted, held.get(counted.id) ?? [], scope)),
  );
  const outstanding = [...undecidedStaff(roster.undecided), ...trainingOutstanding(rules, coverage)];
  return {
    rules: rules.version,
    asOf,
    isMet: outstanding.length === 0,
    scope: [...scope],
    roster: { ...fileFacts(rosterFile), ...roster, notes: rosterNotes(rosterFile) },
    training: { ...fileFacts(trainingFile), ...training },
    coverage,
    outstanding,
  };
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

function rosterNotes({ isEveryoneTakenForSworn }: RosterFile): readonly string[] {
  return isEveryoneTakenForSworn
    ? [
        'The roster has no rank, title or sworn column, so everybody was counted as sworn. Add one of them if some are not.',
      ]
    : [];
}

function fileFacts({ file, sheet, headerRow, rowsRead, columns }: FileFacts): FileFacts {
  return { file, sheet, headerRow, rowsRead, columns };
}
