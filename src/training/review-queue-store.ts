import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { DoubtReason, MatchCandidate } from './record-matching.ts';
import type { Pile } from './record-pile.ts';
import { pileColumn } from './record-pile-store.ts';
import type { RecordMatchState } from './stored-record.ts';

/** A person as written whose records wait, or about whom somebody has decided. */
export interface QueueEntry {
  readonly personKey: string;
  readonly pile: Pile;
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly match: RecordMatchState;
  readonly matchReason: DoubtReason | string;
  readonly candidates: readonly MatchCandidate<StaffId>[];
  readonly staffId: StaffId | undefined;
  readonly records: number;
  /** Of them, those that would count for the person, or might. */
  readonly matter: number;
}

export type QueueShown = 'waiting' | 'decided';

interface QueueRow {
  readonly person_key: string;
  readonly pile: Pile;
  readonly family_name: string;
  readonly given_name: string;
  readonly middle_name: string;
  readonly suffix: string;
  readonly employee_number: string;
  readonly match: RecordMatchState;
  readonly match_reason: string;
  readonly candidates: readonly MatchCandidate<StaffId>[] | null;
  readonly staff_id: StaffId | null;
  readonly records: number;
  readonly matter: number;
  readonly total: number;
}

const states = {
  waiting: ['doubtful', 'unmatched'],
  decided: ['by-hand', 'set-aside'],
} as const;

/** One page of the queue: people whose records would count come first. `of` asks for one pile. */
export async function listQueue(
  tx: Transaction,
  agency: AgencyId,
  query: {
    readonly shown: QueueShown | 'all';
    readonly search: string;
    readonly of?: { readonly personKey: string; readonly pile: Pile | undefined } | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly entries: readonly QueueEntry[]; readonly total: number }> {
  const wanted = query.shown === 'all' ? [...states.waiting, ...states.decided] : states[query.shown];
  const words = query.search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const matches = words.map((word) => {
    const pattern = `${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`and (lower(family_name) like ${pattern} or lower(given_name) like ${pattern}
      or lower(employee_number) like ${pattern})`;
  });
  const { of } = query;
  const one = of === undefined ? sql`` : sql`and person_key = ${of.personKey}`;
  const ofPile = of?.pile === undefined ? sql`` : sql`and ${pileColumn} = ${of.pile}`;
  const { rows } = await sql<QueueRow>`
    select person_key, ${pileColumn} as pile, min(family_name) as family_name, min(given_name) as given_name,
      min(middle_name) as middle_name, min(suffix) as suffix, min(employee_number) as employee_number,
      min(match) as match, min(match_reason) as match_reason, (array_agg(candidates))[1] as candidates,
      (array_agg(staff_id))[1] as staff_id, count(*) as records,
      count(*) filter (where verdict in ('counts', 'doubtful') or day_of <> '') as matter,
      count(*) over () as total
    from training_record
    where agency_id = ${agency} and match = any(${wanted}::text[]) and verdict <> 'removed'
      ${one} ${ofPile} ${sql.join(matches, sql` `)}
    group by person_key, ${pileColumn}
    order by (count(*) filter (where verdict in ('counts', 'doubtful') or day_of <> '')) > 0 desc,
      min(family_name) collate "und-x-icu", min(given_name) collate "und-x-icu", person_key, ${pileColumn} = 'waiting' desc, ${pileColumn}
    limit ${query.limit} offset ${query.offset}`.execute(tx);
  return { entries: rows.map(queueEntry), total: rows[0]?.total ?? 0 };
}

function queueEntry(row: QueueRow): QueueEntry {
  return {
    personKey: row.person_key,
    pile: row.pile,
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
    employeeNumber: row.employee_number,
    match: row.match,
    matchReason: row.match_reason,
    candidates: row.candidates ?? [],
    staffId: row.staff_id ?? undefined,
    records: row.records,
    matter: row.matter,
  };
}
