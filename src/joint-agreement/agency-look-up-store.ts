import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Candidate } from './pasted-agencies.ts';

/** Words that many agencies have in their names: they tell none from another. */
const commonWords = [
  'police',
  'department',
  'sheriffs',
  'office',
  'county',
  'of',
  'and',
  'public',
  'safety',
  'city',
];

/**
 * Agencies of the public directory that fit typed names, the best first, five for each. Each telling word that was typed
 * is in the name, begins a word of it, or is that word with a slip of the keys; the state's code may be typed too.
 */
export async function findCandidates(
  tx: Transaction,
  names: readonly string[],
): Promise<readonly Candidate[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{
    typed: string;
    agency_id: AgencyId;
    name: string;
    place: string;
    same: boolean;
  }>`
    with entry as materialized (
      select agency_id, name, concat_ws(', ', city, region) as place, region, name_folded as key from directory_entry
    ), typed as materialized (
      select t.typed, t.at, name_key(t.typed) as key from unnest(${[...names]}::text[]) with ordinality as t (typed, at)
    ), typed_word as materialized (
      select at, word, count(*) over (partition by at) as of_words from (
        select distinct t.at, w.word from typed t, string_to_table(t.key, ' ') as w (word)
        where w.word <> '' and w.word <> all (${commonWords}::text[])) told
    ), entry_word as materialized (
      select e.agency_id, w.word from entry e, string_to_table(e.key, ' ') as w (word)
      union select e.agency_id, lower(e.region) from entry e
    ), near as materialized (
      select t.word as typed, e.word
      from (select distinct word from typed_word) t
      join (select distinct word from entry_word) e on left(e.word, 1) = left(t.word, 1)
        and (e.word = t.word or length(t.word) >= 3 and starts_with(e.word, t.word)
          or length(t.word) >= 5 and similarity(e.word, t.word) >= 0.45)
    ), fitting as (
      select w.at, e.agency_id
      from typed_word w join near n on n.typed = w.word join entry_word e on e.word = n.word
      group by w.at, w.of_words, e.agency_id having count(distinct w.word) = w.of_words
      union
      select t.at, e.agency_id from typed t join entry e on e.key = t.key
    ), ranked as (
      select t.at, t.typed, e.agency_id, e.name, e.place, e.key = t.key as same, row_number() over (
        partition by t.at order by e.key = t.key desc, similarity(e.key, t.key) desc, e.name, e.agency_id) as rank
      from fitting f join typed t on t.at = f.at join entry e on e.agency_id = f.agency_id
    )
    select typed, agency_id, name, place, same from ranked where rank <= 5 order by at, rank`.execute(tx);
  return rows.map(({ typed, agency_id, name, place, same }) => ({
    typed,
    agency: { agency: agency_id, name, place },
    isSame: same,
  }));
}
