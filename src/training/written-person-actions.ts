import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { findStaff, listAllStaff } from '../roster/roster-actions.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import { rulesOf } from './coverage-actions.ts';
import { recognizerOf } from './judging-actions.ts';
import { type QualifyingRecord, qualifyRecord } from './qualifying-record.ts';
import type { MatchCandidate } from './record-matching.ts';
import type { LastDecision, Pile } from './record-pile.ts';
import { findLastDecision, findPile } from './record-pile-store.ts';
import { listRecordsOfWritten } from './record-store.ts';
import { listQueue, type QueueEntry } from './review-queue-store.ts';
import { peopleOfName } from './shared-name.ts';
import { staffIndex } from './staff-index.ts';
import type { StoredRecord } from './stored-record.ts';

const recordsShown = 50;

/** One pile of a person as written, with all that somebody needs to decide about it. */
export interface WrittenEntry {
  readonly rules: CampaignRules;
  readonly entry: QueueEntry;
  readonly stamp: string;
  /** How many people of the roster the name may stand for today. */
  readonly people: number;
  readonly records: readonly { readonly record: StoredRecord; readonly qualifying: QualifyingRecord }[];
  readonly candidates: readonly {
    readonly member: StaffMember;
    readonly candidate: MatchCandidate<string>;
  }[];
  /** Whom the records were given to by hand. */
  readonly chosen: StaffMember | undefined;
  readonly last: LastDecision | undefined;
}

/** Without `pile` the pile that waits, or else any; undefined when there is none. */
export async function findWrittenEntry(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  pile: Pile | undefined,
  today: CalendarDate,
): Promise<WrittenEntry | undefined> {
  const of = { personKey, pile };
  const { entries } = await listQueue(tx, agency, { shown: 'all', search: '', of, limit: 1, offset: 0 });
  const [entry] = entries;
  if (!entry) return undefined;
  const recognize = await recognizerOf(tx, agency);
  const records = await listRecordsOfWritten(tx, agency, entry, recordsShown);
  const index = staffIndex(await listAllStaff(tx, agency));
  const candidates = [];
  for (const candidate of entry.candidates) {
    const member = await findStaff(tx, agency, candidate.staffId);
    if (member) candidates.push({ member, candidate });
  }
  return {
    rules: await rulesOf(tx, agency),
    entry,
    stamp: (await findPile(tx, agency, personKey, entry.pile)).stamp,
    people: peopleOfName(index, entry.name),
    records: records.map((record) => ({ record, qualifying: qualifyRecord(record, { today, recognize }) })),
    candidates,
    chosen: entry.staffId ? await findStaff(tx, agency, entry.staffId) : undefined,
    last: entry.pile === 'waiting' ? undefined : await findLastDecision(tx, agency, personKey),
  };
}
