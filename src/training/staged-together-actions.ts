import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { CourseReader } from './judging-actions.ts';
import { listDayRecords } from './judging-store.ts';
import { judgeDays, type RecordToJudge } from './record-judging.ts';
import type { StagedRecord } from './staged-record.ts';
import { listPeopleTogether, listStagedDays, updateTogether } from './staged-together-store.ts';
import type { StagedWithDays } from './staged-worth.ts';

/** So many records are held in memory at once, but for a single person's. */
const recordsAtOnce = 20_000;

/** Judges what staged lines are worth beside each other and beside the records that are here, as commit will. */
export async function judgeStagedTogether(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  recognize: CourseReader,
): Promise<void> {
  for (const people of inBatches(await listPeopleTogether(tx, agency, id))) {
    const byPerson = await daysOf(tx, agency, id, people);
    const judgements = [...byPerson.values()].flatMap((own) => judgeDays(own, recognize));
    await updateTogether(tx, agency, id, judgements);
  }
}

function inBatches(
  people: readonly { readonly staffId: StaffId; readonly records: number }[],
): readonly (readonly StaffId[])[] {
  const batches: StaffId[][] = [];
  let room = 0;
  for (const { staffId, records } of people) {
    if (room < records) {
      batches.push([]);
      room = recordsAtOnce;
    }
    batches.at(-1)?.push(staffId);
    room -= records;
  }
  return batches;
}

/** The records of these people that depend on each other, each once, whether staged or here. */
async function daysOf(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  people: readonly StaffId[],
): Promise<ReadonlyMap<string, readonly RecordToJudge[]>> {
  if (people.length === 0) return new Map();
  const here = await listDayRecords(tx, agency, people);
  const known = new Set(here.map((record) => record.id));
  const staged = (await listStagedDays(tx, agency, id, people)).filter((record) => !known.has(record.id));
  return Map.groupBy([...here, ...staged], ({ staffId }) => staffId);
}

const none: readonly RecordToJudge[] = [];

/** Staged lines with the records of their people that decide together with them, in a constant number of queries. */
export async function withDays(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  lines: readonly StagedRecord[],
): Promise<readonly StagedWithDays[]> {
  const people = [...new Set(lines.flatMap(({ staffId }) => staffId ?? []))];
  const byPerson = await daysOf(tx, agency, id, people);
  return lines.map((line) => ({ ...line, days: byPerson.get(line.staffId ?? '') ?? none }));
}
