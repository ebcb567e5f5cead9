import { parseArgs } from 'node:util';
import { type CalendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import {
  type CampaignRules,
  campaignRules,
  currentRules,
  parseRulesVersion,
} from '../campaign-rules/campaign-rules.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { isStaffCategory, type StaffCategory } from '../roster/staff-category.ts';
import type { StaffKind } from '../roster/staff-kind.ts';
import type { WholeFileFacts } from '../training/training-row.ts';

export interface CheckOptions {
  readonly roster: FileChoice;
  readonly training: FileChoice;
  /** What holds for every training row that doesn't say otherwise. */
  readonly wholeFile: WholeFileFacts;
  readonly rules: CampaignRules;
  readonly asOf: CalendarDate;
  /** Non-sworn staff who are counted. */
  readonly scope: ReadonlySet<StaffCategory>;
  readonly isScopeChosen: boolean;
  /** What everybody is whose row doesn't say. */
  readonly everyone: StaffKind | undefined;
  readonly json: boolean;
  /** Say the reason of every decision, not only of the doubtful ones. */
  readonly explain: boolean;
}

export interface FileChoice {
  readonly path: string;
  readonly sheet: string | undefined;
}

export type OptionsRefusal =
  | { readonly code: 'help-wanted' }
  | { readonly code: 'unknown-option'; readonly option: string }
  | { readonly code: 'unexpected-word'; readonly word: string }
  | { readonly code: 'value-missing'; readonly option: string }
  | { readonly code: 'option-missing'; readonly option: 'roster' | 'training' }
  | {
      readonly code:
        | 'unknown-rules'
        | 'not-a-date'
        | 'unknown-category'
        | 'unknown-kind'
        | 'not-hours'
        | 'not-a-completion';
      readonly text: string;
    };

const options = {
  roster: { type: 'string' },
  training: { type: 'string' },
  'roster-sheet': { type: 'string' },
  'training-sheet': { type: 'string' },
  rules: { type: 'string' },
  'as-of': { type: 'string' },
  scope: { type: 'string' },
  everyone: { type: 'string' },
  course: { type: 'string' },
  hours: { type: 'string' },
  provider: { type: 'string' },
  completed: { type: 'string' },
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof options;

/** The pledge page names dispatchers as selected non-sworn staff; every other category is the agency's choice. */
const usualScope: ReadonlySet<StaffCategory> = new Set(['dispatcher']);

/** Reads the words after `onemind check`. `today` is the day measured when none is given. */
export function checkOptions(
  argv: readonly string[],
  today: CalendarDate,
): Outcome<CheckOptions, OptionsRefusal> {
  const given = givenOptions(argv);
  if (!given.ok) return given;
  const value = (name: OptionName) => given.value.get(name);
  if (given.value.has('help')) return refused({ code: 'help-wanted' });
  const [roster, training] = [value('roster'), value('training')];
  if (roster === undefined) return refused({ code: 'option-missing', option: 'roster' });
  if (training === undefined) return refused({ code: 'option-missing', option: 'training' });
  const version = value('rules');
  const rulesVersion = version === undefined ? currentRules.version : parseRulesVersion(version);
  if (!rulesVersion) return refused({ code: 'unknown-rules', text: version ?? '' });
  const day = value('as-of');
  const asOf = day === undefined ? today : parseCalendarDate(day.trim());
  if (!asOf) return refused({ code: 'not-a-date', text: day ?? '' });
  const scope = readScope(value('scope'));
  if (!scope.ok) return scope;
  const wholeFile = readWholeFile(value);
  if (!wholeFile.ok) return wholeFile;
  const everyone = value('everyone')?.trim().toLowerCase();
  if (everyone !== undefined && everyone !== 'sworn' && everyone !== 'non-sworn')
    return refused({ code: 'unknown-kind', text: everyone });
  return done({
    roster: { path: roster, sheet: value('roster-sheet') },
    training: { path: training, sheet: value('training-sheet') },
    rules: campaignRules(rulesVersion),
    asOf,
    scope: scope.value,
    isScopeChosen: value('scope') !== undefined,
    wholeFile: wholeFile.value,
    everyone,
    json: given.value.has('json'),
    explain: given.value.has('explain'),
  });
}

/** Each option given, with its value ('' for one that takes none). */
function givenOptions(argv: readonly string[]): Outcome<ReadonlyMap<OptionName, string>, OptionsRefusal> {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<OptionName, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') return refused({ code: 'unexpected-word', word: token.value });
    if (token.kind !== 'option') continue;
    if (!isOptionName(token.name)) return refused({ code: 'unknown-option', option: token.rawName });
    const takesValue = options[token.name].type === 'string';
    if (takesValue && (token.value ?? '').trim() === '')
      return refused({ code: 'value-missing', option: token.rawName });
    given.set(token.name, token.value ?? '');
  }
  return done(given);
}

function readWholeFile(
  value: (name: OptionName) => string | undefined,
): Outcome<WholeFileFacts, OptionsRefusal> {
  const [hours, completed] = [value('hours'), value('completed')];
  const amount = hours === undefined ? undefined : Number(hours);
  if (amount !== undefined && !(amount > 0 && amount < 1000))
    return refused({ code: 'not-hours', text: hours ?? '' });
  const completedOn = completed === undefined ? undefined : parseCalendarDate(completed.trim());
  if (completed !== undefined && !completedOn) return refused({ code: 'not-a-completion', text: completed });
  return done({ title: value('course'), hours: amount, provider: value('provider'), completedOn });
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function readScope(text: string | undefined): Outcome<ReadonlySet<StaffCategory>, OptionsRefusal> {
  if (text === undefined) return done(usualScope);
  const names = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((name) => name !== '' && name !== 'none');
  const unknown = names.find((name) => !isStaffCategory(name));
  return unknown === undefined
    ? done(new Set(names.filter(isStaffCategory)))
    : refused({ code: 'unknown-category', text: unknown });
}
