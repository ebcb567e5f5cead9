import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { listCourseDecisions, listUnseenDecisions, updateDecisionsSeen } from './course-decision-store.ts';
import { courseRecognizer } from './course-recognition.ts';
import {
  listDayRecords,
  listPeopleOfCourses,
  listRecordsOfCourses,
  lockTraining,
  updateJudgements,
} from './judging-store.ts';
import { judgeDays, judgeRecord } from './record-judging.ts';
import type { TrainingRecordId } from './stored-record.ts';

const recordsAtOnce = 5000;
const peopleAtOnce = 1000;

export type CourseReader = Awaited<ReturnType<typeof recognizerOf>>;

/** Recognizes courses as this agency has to: with what it and the campaign decided. */
export async function recognizerOf(tx: Transaction, agency: AgencyId) {
  return courseRecognizer(await listCourseDecisions(tx, agency));
}

/**
 * Judges the agency's records of courses that the campaign decided about lately. The campaign doesn't see an
 * agency's records, so each agency does this itself, before its training is read or written.
 */
export async function catchUpWithDecisions(tx: Transaction, agency: AgencyId): Promise<void> {
  const unseen = await listUnseenDecisions(tx, agency);
  if (unseen.courseKeys.length === 0) return;
  await lockTraining(tx, agency);
  // Somebody may have done it while this waited for the lock.
  const { courseKeys, place } = await listUnseenDecisions(tx, agency);
  if (courseKeys.length === 0) return;
  await judgeCourses(tx, agency, courseKeys);
  await updateDecisionsSeen(tx, agency, place);
}

/** Judges every record of these courses anew. */
export async function judgeCourses(
  tx: Transaction,
  agency: AgencyId,
  courseKeys: readonly string[],
): Promise<void> {
  const recognize = await recognizerOf(tx, agency);
  const before = await listPeopleOfCourses(tx, agency, courseKeys);
  let after: TrainingRecordId | undefined;
  for (;;) {
    const records = await listRecordsOfCourses(tx, agency, courseKeys, after, recordsAtOnce);
    await updateJudgements(
      tx,
      agency,
      records.map((record) => ({
        ...judgeRecord(record, recognize),
        id: record.id,
        rows: 1,
        classId: undefined,
      })),
    );
    after = records.at(-1)?.id;
    if (records.length < recordsAtOnce) break;
  }
  const people = new Set([...before, ...(await listPeopleOfCourses(tx, agency, courseKeys))]);
  await judgeDaysOf(tx, agency, [...people], recognize);
}

/** Judges anew what depends on other records of these people: days of classes, and recertifications. */
export async function judgeDaysOf(
  tx: Transaction,
  agency: AgencyId,
  people: readonly StaffId[],
  recognize?: Awaited<ReturnType<typeof recognizerOf>>,
): Promise<void> {
  if (people.length === 0) return;
  const known = recognize ?? (await recognizerOf(tx, agency));
  for (let first = 0; first < people.length; first += peopleAtOnce) {
    const records = await listDayRecords(tx, agency, people.slice(first, first + peopleAtOnce));
    const judgements = [...Map.groupBy(records, ({ staffId }) => staffId).values()].flatMap((own) =>
      judgeDays(own, known),
    );
    await updateJudgements(tx, agency, judgements);
  }
}
