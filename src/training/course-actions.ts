import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { type AdmittedFile, keepFile } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { belongsTo } from '../pledge/decision-actions.ts';
import {
  deleteOwnDecision,
  insertCourseDecision,
  isCourseAccepted,
  listAcceptedCourses,
  listOwnDecisions,
  type OwnDecision,
  upsertOwnDecision,
} from './course-decision-store.ts';
import { type CourseTaken, listCourses } from './course-list-store.ts';
import type { CourseProposalId, ProposalRefusal, ProposedCourse } from './course-proposal.ts';
import {
  type AskedProposal,
  countWaitingProposals,
  findProposal,
  insertProposal,
  listProposals,
  listWaitingProposals,
  lockProposal,
  updateProposal,
  updateSyllabus,
} from './course-proposal-store.ts';
import { catchUpWithDecisions, judgeCourses, recognizerOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import type { Recognition } from './recognition.ts';

export type { AcceptedCourse } from './course-decision-store.ts';
export type { AskedProposal, CourseTaken, OwnDecision };
export { countWaitingProposals, findProposal, listAcceptedCourses, listProposals, listWaitingProposals };

export interface CourseReading {
  readonly course: CourseTaken;
  readonly recognition: Recognition;
  /** What the agency itself said about it. */
  readonly own: OwnDecision | undefined;
}

/** One page of the courses the agency's records name, with how each is read. */
export async function courseReadings(
  tx: Transaction,
  agency: AgencyId,
  query: Parameters<typeof listCourses>[2],
): Promise<{ readonly readings: readonly CourseReading[]; readonly total: number }> {
  await catchUpWithDecisions(tx, agency);
  const { courses, total } = await listCourses(tx, agency, query);
  const recognize = await recognizerOf(tx, agency);
  const own = new Map((await listOwnDecisions(tx, agency)).map((decision) => [decision.courseKey, decision]));
  const readings = courses.map((course) => ({
    course,
    recognition: recognize(course),
    own: own.get(course.courseKey),
  }));
  return { readings, total };
}

export type CourseRefusal =
  | { readonly code: 'course-not-found' }
  /** Only a course that is read with doubt, or as counting, leaves the agency something to say. */
  | { readonly code: 'course-not-open' };

/**
 * Says what a doubtful course was: the program it seems to be, or none. An agency can also say that a course which
 * is read as counting doesn't. It can't make a course count that is another one: the campaign accepts equivalents.
 */
export async function decideCourse(
  tx: Transaction,
  agency: AgencyId,
  courseKey: string,
  said: { readonly counts: boolean; readonly reason: string },
  by: PersonId,
): Promise<Outcome<undefined, CourseRefusal>> {
  await lockTraining(tx, agency);
  const { readings } = await courseReadings(tx, agency, {
    related: false,
    search: '',
    courseKey,
    limit: 50,
    offset: 0,
  });
  const [first] = readings;
  if (!first) return refused({ code: 'course-not-found' });
  const named = readings.map(({ recognition }) => recognition).find(({ program }) => program !== 'none');
  const seems = readings.map(({ recognition }) => recognition).find(({ doubtful }) => doubtful);
  const program = said.counts ? programOf(seems) : named && 'none';
  if (!program) return refused({ code: 'course-not-open' });
  const { title, code } = first.course;
  await upsertOwnDecision(tx, agency, { courseKey, title, code, program, reason: said.reason }, by);
  await judgeCourses(tx, agency, [courseKey]);
  await recordCourse(tx, agency, 'course-decided', { program });
  return done(undefined);
}

export async function undoCourseDecision(
  tx: Transaction,
  agency: AgencyId,
  courseKey: string,
): Promise<Outcome<undefined, CourseRefusal>> {
  await lockTraining(tx, agency);
  if (!(await deleteOwnDecision(tx, agency, courseKey))) return refused({ code: 'course-not-found' });
  await judgeCourses(tx, agency, [courseKey]);
  await recordCourse(tx, agency, 'course-decision-undone', {});
  return done(undefined);
}

/** What an agency asks about a course of its records: the title is that of the records. */
export interface CourseQuestion extends Omit<ProposedCourse, 'title' | 'code'> {
  readonly syllabus: AdmittedFile;
}

/** Asks the campaign to accept a course as an equivalent. Nothing changes until it does. */
export async function proposeCourse(
  tx: Transaction,
  agency: AgencyId,
  { syllabus, ...course }: CourseQuestion,
  by: PersonId,
  at: Date,
): Promise<Outcome<CourseProposalId, ProposalRefusal>> {
  const { courses } = await listCourses(tx, agency, {
    related: false,
    search: '',
    courseKey: course.courseKey,
    limit: 1,
    offset: 0,
  });
  const [taken] = courses;
  if (!taken) return refused({ code: 'course-not-found' });
  if (await isCourseAccepted(tx, course.courseKey, course.provider))
    return refused({ code: 'accepted-already' });
  const title = taken.title || taken.code;
  const id = await insertProposal(tx, agency, { ...course, title, code: taken.code }, by, at);
  if (!id) return refused({ code: 'proposed-already' });
  await updateSyllabus(tx, agency, id, await keepFile(tx, syllabus, { agency, purpose: 'syllabus', by }));
  const { sha256 } = syllabus;
  await recordProposal(tx, agency, 'course-proposed', id, { program: course.program, syllabus: sha256 });
  return done(id);
}

export async function withdrawProposal(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  by: PersonId,
  at: Date,
): Promise<Outcome<undefined, ProposalRefusal>> {
  const found = await lockProposal(tx, id);
  if (found?.agency !== agency) return refused({ code: 'proposal-not-found' });
  if (found.state !== 'proposed') return refused({ code: 'proposal-closed' });
  await updateProposal(tx, found, { state: 'withdrawn', reason: '', by, at });
  await recordProposal(tx, agency, 'course-proposal-withdrawn', found.id, {});
  return done(undefined);
}

/**
 * The campaign accepts or declines an equivalent. Accepted, it holds for every record of the course at every agency:
 * each of them catches up when its training is next read.
 */
export async function decideProposal(
  tx: Transaction,
  id: string,
  decision: { readonly accept: boolean; readonly reason: string },
  by: PersonId,
  at: Date,
): Promise<Outcome<undefined, ProposalRefusal>> {
  const found = await lockProposal(tx, id);
  if (!found) return refused({ code: 'proposal-not-found' });
  if (found.state !== 'proposed') return refused({ code: 'proposal-closed' });
  if (await belongsTo(tx, by, found.agency)) return refused({ code: 'own-agency' });
  if (decision.accept) await insertCourseDecision(tx, found, decision.reason, by);
  const state = decision.accept ? 'accepted' : 'declined';
  await updateProposal(tx, found, { state, reason: decision.reason, by, at });
  await recordProposal(tx, found.agency, `course-proposal-${state}`, found.id, { program: found.program });
  return done(undefined);
}

function programOf(recognition: Recognition | undefined): 'cit' | 'crit' | 'mhfa' | undefined {
  const program = recognition?.program;
  return program === 'cit' || program === 'crit' || program === 'mhfa' ? program : undefined;
}

function recordCourse(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'agency', id: agency }, details });
}

function recordProposal(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  id: CourseProposalId,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'course-proposal', id }, details });
}
