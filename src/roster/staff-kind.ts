import { foldText } from '../person-name/name-folding.ts';
import { civilianTitle } from './civilian-title.ts';
import { type Rank, readRank } from './rank.ts';
import { remembered } from './remembered.ts';
import type { StaffCategory } from './staff-category.ts';
import { titleWords } from './title-words.ts';

export type StaffKind = 'sworn' | 'non-sworn';

/** What a row says about a person's work, as written; '' where the file says nothing. */
export interface StaffFacts {
  readonly kind: string;
  readonly category: string;
  readonly rank: string;
  readonly unit: string;
}

export type KindReason =
  | { readonly code: 'kind-stated'; readonly text: string }
  | { readonly code: 'category-stated'; readonly text: string }
  | { readonly code: 'sworn-rank'; readonly rank: Rank; readonly text: string }
  | { readonly code: 'civilian-title'; readonly text: string }
  | { readonly code: 'decided-by-person'; readonly text: string }
  | { readonly code: 'decided-for-file' };

export type KindDoubt =
  | { readonly code: 'no-rank-or-kind' }
  | { readonly code: 'unknown-title'; readonly text: string }
  /** A column that says who is sworn says something else, and nothing beside it tells. */
  | { readonly code: 'kind-unreadable'; readonly text: string }
  | { readonly code: 'sworn-in-some-agencies'; readonly text: string };

/** Sworn or not, with the reason; undecided when the row doesn't say, so that a person decides. */
export type KindDecision =
  | { readonly kind: 'sworn'; readonly why: KindReason }
  | { readonly kind: 'non-sworn'; readonly category: StaffCategory; readonly why: KindReason }
  | { readonly kind: 'undecided'; readonly doubt: KindDoubt };

/** What is known beside the row. Titles are keyed by `titleKey`. */
export interface KindContext {
  readonly defaultKind?: StaffKind | undefined;
  readonly titles?:
    | ReadonlyMap<string, { readonly kind: StaffKind; readonly category?: StaffCategory }>
    | undefined;
}

/** One text per title, whatever its case, abbreviation and grade: what a person decides about once. */
export function titleKey(title: string): string {
  return titleWords(title).join(' ');
}

/** A kind column decides; else what a person decided about the title; else category, rank and title; else the file's default. */
export function staffKind(facts: StaffFacts, context: KindContext = {}): KindDecision {
  return (
    statedKind(facts) ??
    decidedTitle(facts, context) ??
    fromCategory(facts) ??
    orDefault(orUnreadable(fromTitle(facts.rank), facts), facts, context)
  );
}

/** Words of such columns about something else: how much somebody works, or that the line is blank. */
const otherKinds =
  /^(full ?time|part ?time|ft|pt|f|p|regular|reg|permanent|perm|temporary|temp|seasonal|hourly|salar(y|ied)|exempt|contract(or|ual)?|per diem|reserves?|probation\w*|employees?|staff|active|n ?a|none|null|unknown|unk|tbd)$/;

/** Whether a cell of a column that says who is sworn has a text that says neither yes nor no: `maybe`. */
export function isKindUnreadable(text: string): boolean {
  if (text === '' || readKind(text) !== undefined) return false;
  const folded = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded !== '' && !otherKinds.test(folded);
}

function orUnreadable(decision: KindDecision, { kind }: StaffFacts): KindDecision {
  if (decision.kind !== 'undecided' || !isKindUnreadable(kind)) return decision;
  return { kind: 'undecided', doubt: { code: 'kind-unreadable', text: kind } };
}

function statedKind(facts: StaffFacts): KindDecision | undefined {
  if (facts.kind === '') return undefined;
  const stated = readKind(facts.kind);
  const why: KindReason = { code: 'kind-stated', text: facts.kind };
  if (stated === 'sworn') return { kind: 'sworn', why };
  return stated === 'non-sworn' ? { kind: 'non-sworn', category: categoryOf(facts), why } : undefined;
}

const swornTexts =
  /^(sworn|s|swn|y|yes|true|1|x|le|leo|law enforcement|commissioned|certified|peace officer|police|uniform(ed)?|sworn (officer|personnel|staff|employee|member|position)s?)$/;
const civilianTexts =
  /^(non ?sworn|unsworn|not sworn|nonsworn|ns|n|no|false|0|c|civ|civs|civilians?|civil|non ?commissioned|non ?certified|professional|prof|professional staff|support|support staff|non ?uniform(ed)?|(non ?sworn|nonsworn|civilian) (officer|personnel|staff|employee|member|position)s?)$/;

/** Reads a cell of a `Sworn`, `Sworn/Civilian` or `Employee Type` column. */
export const readKind: (text: string) => StaffKind | undefined = remembered(kindOfText);

function kindOfText(text: string): StaffKind | undefined {
  const folded = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (civilianTexts.test(folded) || /\b(non ?sworn|unsworn|civilian|non ?commissioned)\b/.test(folded))
    return 'non-sworn';
  return swornTexts.test(folded) || /\bsworn\b/.test(folded) ? 'sworn' : undefined;
}

function decidedTitle(facts: StaffFacts, { titles }: KindContext): KindDecision | undefined {
  const decided = titles && titles.size > 0 ? titles.get(titleKey(facts.rank)) : undefined;
  if (!decided) return undefined;
  const why: KindReason = { code: 'decided-by-person', text: facts.rank };
  if (decided.kind === 'sworn') return { kind: 'sworn', why };
  return { kind: 'non-sworn', category: decided.category ?? categoryOf(facts), why };
}

function fromCategory(facts: StaffFacts): KindDecision | undefined {
  if (facts.category === '') return undefined;
  const stated = readKind(facts.category);
  const why: KindReason = { code: 'category-stated', text: facts.category };
  if (stated === 'sworn') return { kind: 'sworn', why };
  if (stated === 'non-sworn')
    return { kind: 'non-sworn', category: categoryOf({ ...facts, category: '' }), why };
  const civilian = civilianWork(facts.category);
  return civilian?.isSure ? { kind: 'non-sworn', category: civilian.category, why } : undefined;
}

const fromTitle = remembered((title: string): KindDecision => {
  const words = titleWords(title);
  if (words.length === 0) return { kind: 'undecided', doubt: { code: 'no-rank-or-kind' } };
  const civilian = civilianTitle(words);
  const { rank } = readRank(title);
  if (civilian && !civilian.isSure)
    return { kind: 'undecided', doubt: { code: 'sworn-in-some-agencies', text: title } };
  if (civilian)
    return { kind: 'non-sworn', category: civilian.category, why: { code: 'civilian-title', text: title } };
  if (rank) return { kind: 'sworn', why: { code: 'sworn-rank', rank, text: title } };
  return { kind: 'undecided', doubt: { code: 'unknown-title', text: title } };
});

function orDefault(decision: KindDecision, facts: StaffFacts, { defaultKind }: KindContext): KindDecision {
  if (decision.kind !== 'undecided' || defaultKind === undefined) return decision;
  const why: KindReason = { code: 'decided-for-file' };
  return defaultKind === 'sworn'
    ? { kind: 'sworn', why }
    : { kind: 'non-sworn', category: categoryOf(facts), why };
}

const civilianWork = remembered((text) => civilianTitle(titleWords(text)));

/** The category of someone known not to be sworn: from the category, the title, then the unit they work in. */
function categoryOf(facts: StaffFacts): StaffCategory {
  const told = [facts.category, facts.rank, facts.unit].map((text) => civilianWork(text)?.category);
  return (
    told.find((category) => category !== undefined && category !== 'professional-staff') ??
    'professional-staff'
  );
}
