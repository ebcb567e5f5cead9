import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { type ImportContext, importerOf } from '../file-import/import-context-routes.ts';
import type { ImportDesk } from '../file-import/import-desk.tsx';
import { patienceMilliseconds, requestImportStep } from '../file-import/import-job-actions.ts';
import { isLive } from '../jobs/job.ts';
import { awaitJob, findLatestJob } from '../jobs/job-actions.ts';
import type { SignOffImport, SignOffTypes } from './sign-off-import.ts';
import { isOpenLate } from './sign-off-late-actions.ts';

/** Whether the doubtful lines of a list can be settled now. While it is made anew, the import shows how far that is. */
export async function isOpenToSettle(c: ImportContext, found: SignOffImport): Promise<boolean> {
  if (found.state !== 'planned') return isSettledLate(c, found);
  const { agency, acting, deps } = c.var;
  const job = await actingAs(deps.db.app, acting, (tx) => findLatestJob(tx, agency.id, found.id));
  return !(job && isLive(job));
}

/** Whether a list that was imported still takes answers. */
export function isSettledLate(c: ImportContext, found: SignOffImport): Promise<boolean> {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  return actingAs(deps.db.app, acting, (tx) => isOpenLate(tx, agency.id, found, today));
}

/** Makes the plan of a list anew with what was said; false when that takes longer than a page waits. */
export async function planAnew(
  c: ImportContext,
  desk: ImportDesk<SignOffTypes>,
  found: SignOffImport,
  facts = found.facts,
): Promise<boolean> {
  const { acting, deps } = c.var;
  const said = { mapping: found.columns.mapping, facts, takenDates: found.takenDates };
  const asked = await requestImportStep(deps, importerOf(c), desk.subject, found, { step: 'plan', said });
  if (!asked.ok) return false;
  const job = await awaitJob(deps.db.app, acting, found.id, patienceMilliseconds);
  return job?.state === 'done';
}
