import { type PolicyElementCode, policyElements } from '../campaign-rules/policy-element.ts';
import type { TextPassage } from '../document-text/document-text.ts';
import {
  elementTerms,
  headingWorth,
  leastShareOfPassage,
  mostWordsWorth,
  neededWorth,
  offTopicTerms,
  type Term,
  wordGroups,
} from './element-terms.ts';
import { leftOverText } from './left-over-text.ts';
import { type StemmedWord, stemmedWords, stemOf } from './word-stem.ts';

/** A passage that seems to cover an element: for a person to look at, and nothing by itself. */
export interface ProposedPassage extends TextPassage {
  /** Which of the document's passages it is, from 0. */
  readonly place: number;
  readonly worth: number;
  /** The words of the passage it was proposed for, as they stand there. */
  readonly named: readonly string[];
  /** Whether the heading above it speaks for it too. */
  readonly isUnderHeading: boolean;
}

export type ProposedPassages = Readonly<Partial<Record<PolicyElementCode, readonly ProposedPassage[]>>>;

/** As many as a person reads for one element. */
const mostProposals = 3;
/** A passage much weaker than the best one isn't worth the reading. */
const leastShare = 0.5;

/**
 * For each element of the checklist the passages that seem to cover it, the strongest first. A plain rule: each term of
 * the element that is found adds its worth once, words of other business take some away, a fitting heading adds to
 * terms that were found. Rules and weights are data: see `element-terms.ts`. Paragraphs that are nothing but `prompts`
 * for writing are passed over: they ask, and cover nothing.
 */
export function proposePassages(
  passages: readonly TextPassage[],
  prompts: readonly string[] = [],
): ProposedPassages {
  const isPrompt = leftOverText(prompts);
  const weighed = passages.flatMap((passage, at) => (isPrompt(passage.text) ? [] : fitting(passage, at)));
  return Object.fromEntries(
    policyElements.map(({ code }) => {
      const found = weighed.filter((one) => one.code === code).map(({ proposal }) => proposal);
      const sorted = found.toSorted((a, b) => b.worth - a.worth).slice(0, mostProposals);
      const best = sorted[0]?.worth ?? 0;
      return [code, sorted.filter(({ worth }) => worth >= best * leastShare)];
    }),
  );
}

interface Fitting {
  readonly code: PolicyElementCode;
  readonly proposal: ProposedPassage;
}

/** The elements that a passage seems to cover, without those it merely touches beside a stronger one. */
function fitting(passage: TextPassage, at: number): readonly Fitting[] {
  const words = stemmedWords(passage.text);
  const off = offTopic.reduce((sum, term) => sum + (place(term, words) ? term.worth : 0), 0);
  const all = compiled.flatMap((element) => weigh(element, { ...passage, place: at }, words, off) ?? []);
  const best = Math.max(...all.map(({ proposal }) => proposal.worth));
  return all.filter(({ proposal }) => proposal.worth >= Math.max(neededWorth, best * leastShareOfPassage));
}

function weigh(
  element: CompiledElement,
  passage: TextPassage & { readonly place: number },
  words: readonly StemmedWord[],
  off: number,
): Fitting | undefined {
  const found = element.terms.flatMap((term) => {
    const at = place(term, words);
    return at ? [{ worth: term.worth, at }] : [];
  });
  const single = firstOfEach(words.filter(({ stem }) => element.words.has(stem)));
  const isUnderHeading = stemmedWords(passage.section).some(({ stem }) => element.headings.has(stem));
  const speakFor = [...found, ...single.map((at) => ({ worth: 1, at }))].filter(({ worth }) => worth > 0);
  // One word, however telling, covers nothing unless the heading says the same.
  if (new Set(speakFor.map(({ at }) => at.start)).size < 2 && !isUnderHeading) return undefined;
  const worth =
    found.reduce((sum, term) => sum + term.worth, 0) +
    Math.min(single.length, mostWordsWorth) +
    (isUnderHeading ? headingWorth : 0) +
    off;
  const strongest = speakFor.toSorted((a, b) => b.worth - a.worth).slice(0, 3);
  const named = strongest.map(({ at }) => passage.text.slice(at.start, at.end));
  return { code: element.code, proposal: { ...passage, worth, named: [...new Set(named)], isUnderHeading } };
}

function firstOfEach(words: readonly StemmedWord[]): readonly StemmedWord[] {
  return [...new Map(words.toReversed().map((word) => [word.stem, word])).values()];
}

interface CompiledTerm {
  readonly worth: number;
  /** Of each word of the phrase, the stems that fit. */
  readonly stems: readonly ReadonlySet<string>[];
  readonly within: number | undefined;
}

function compile([phrase, worth, within]: Term): CompiledTerm {
  const stems = phrase.split(' ').map(stemsOf);
  return { worth, stems, within };
}

function stemsOf(alternatives: string): ReadonlySet<string> {
  const words = alternatives.split('|').flatMap((one) => (wordGroups[one] ?? one).split('|'));
  return new Set(words.map(stemOf));
}

interface CompiledElement {
  readonly code: PolicyElementCode;
  readonly terms: readonly CompiledTerm[];
  readonly words: ReadonlySet<string>;
  readonly headings: ReadonlySet<string>;
}

const compiled: readonly CompiledElement[] = policyElements.map(({ code }) => {
  const { terms, words, headings } = elementTerms[code];
  const single = stemsOf(words.replaceAll(' ', '|'));
  return { code, terms: terms.map(compile), words: single, headings: stemsOf(headings) };
});

const offTopic = offTopicTerms.map(compile);

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a term stands first, if it does. */
function place({ stems, within }: CompiledTerm, words: readonly StemmedWord[]): Place | undefined {
  for (let first = 0; first < words.length; first += 1) {
    const last = within === undefined ? phraseEnd(stems, words, first) : nearEnd(stems, words, first, within);
    const [start, end] = [words[first]?.start, last === undefined ? undefined : words[last]?.end];
    if (start !== undefined && end !== undefined) return { start, end };
  }
  return undefined;
}

/** The last word of the phrase that begins with this word, word for word. */
function phraseEnd(
  stems: readonly ReadonlySet<string>[],
  words: readonly StemmedWord[],
  first: number,
): number | undefined {
  const fits = stems.every((fitting, place) => fitting.has(words[first + place]?.stem ?? ''));
  return fits ? first + stems.length - 1 : undefined;
}

/** The last of the words that are found from this one on, in any order, each fitting another part of the term. */
function nearEnd(
  stems: readonly ReadonlySet<string>[],
  words: readonly StemmedWord[],
  first: number,
  within: number,
): number | undefined {
  const open = [...stems];
  for (let at = first; at < Math.min(words.length, first + within); at += 1) {
    const fitting = open.findIndex((one) => one.has(words[at]?.stem ?? ''));
    if (at === first && fitting < 0) return undefined;
    if (fitting >= 0) open.splice(fitting, 1);
    if (open.length === 0) return at;
  }
  return undefined;
}
