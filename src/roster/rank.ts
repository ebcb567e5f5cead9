import { tidyCase } from '../person-name/name-case.ts';
import { remembered } from './remembered.ts';
import { titleWords } from './title-words.ts';

/** Ranks of sworn officers, lowest first where agencies agree on an order. */
export const ranks = [
  'officer',
  'deputy',
  'trooper',
  'ranger',
  'agent',
  'constable',
  'detective',
  'corporal',
  'sergeant',
  'lieutenant',
  'captain',
  'inspector',
  'major',
  'commander',
  'colonel',
  'undersheriff',
  'superintendent',
  'commissioner',
  'marshal',
  'sheriff',
  'chief',
] as const;

export type Rank = (typeof ranks)[number];

export interface RankReading {
  /** `Sergeant` for `SGT.`, `Sgt II` and `Sargent`; a title that is no plain rank stays as written. */
  readonly shown: string;
  /** The rank among the words, if one is there: a Records Sergeant is a sergeant. */
  readonly rank: Rank | undefined;
  /** Nothing but a rank and its grade: `Senior Police Officer II`, not `School Resource Officer`. */
  readonly isPlain: boolean;
}

/** Words that refine a rank and stay in what is shown: Detective Sergeant, Deputy Chief. */
const refinements = new Set([
  'senior',
  'staff',
  'master',
  'first',
  'lead',
  'assistant',
  'acting',
  'interim',
  'lieutenant',
  'detective',
  'deputy',
]);
/** Words that go without saying. */
const selfEvident = new Set([
  'police',
  'patrol',
  'state',
  'highway',
  'county',
  'city',
  'town',
  'of',
  'the',
  'sworn',
  'full',
  'time',
  'grade',
  'class',
  'level',
]);

const isRank = (word: string): word is Rank => ranks.some((rank) => rank === word);

/** Reads a rank as rosters write it, with abbreviations, grades and typing slips. */
export const readRank: (text: string) => RankReading = remembered(rankOf);

function rankOf(text: string): RankReading {
  const words = titleWords(text);
  const rank = rankAmong(words);
  const telling = words.filter((word) => !selfEvident.has(word));
  const isPlain =
    rank !== undefined && telling.every((word) => word === rank || isRank(word) || refinements.has(word));
  return { shown: isPlain ? shownRank(telling, rank) : shownTitle(text.trim()), rank, isPlain };
}

/** A few capitals by themselves are an abbreviation the agency knows: SRO stays SRO. */
function shownTitle(title: string): string {
  return /^[A-Z]{2,4}$/.test(title) ? title : tidyCase(title);
}

/** The rank a title comes to: the last rank word, except in `Chief Deputy`, `Sheriff Deputy` and `Sergeant Detective`. */
function rankAmong(words: readonly string[]): Rank | undefined {
  const found = words.filter(isRank);
  if (found.includes('sheriff') && found.includes('deputy')) return 'deputy';
  if (found.includes('chief')) return 'chief';
  const commanding = found.filter((rank) => rank !== 'detective' && rank !== 'deputy' && rank !== 'officer');
  return commanding.at(-1) ?? found.at(-1);
}

function shownRank(words: readonly string[], rank: Rank): string {
  if (rank === 'deputy') return words.includes('senior') ? 'Senior Deputy' : 'Deputy';
  const before = words.filter((word) => word !== rank && (word !== 'officer' || rank === 'officer'));
  return [...new Set([...before, rank])].map(tidyWord).join(' ');
}

function tidyWord(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
