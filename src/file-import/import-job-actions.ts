import { actingAs } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import type { JobRefusal } from '../jobs/job.ts';
import { postJob } from '../jobs/job-actions.ts';
import type { JobHandler, JobHandlers, JobWork } from '../jobs/job-work.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { commitImport, undoImport } from './commit-actions.ts';
import type { FileImport, ImportRefusal, ImportTypes, SaidOfFile } from './file-import.ts';
import { findImport } from './file-import-store.ts';
import { actingFor, type Importer, type ImportSubject } from './import-subject.ts';
import { planImport } from './plan-actions.ts';

/** Work that is over within this time is never seen to be work. */
export const patienceMilliseconds = 2_500;

/** What can be asked for about an import. Each is done beside the requests, whole or not at all. */
export type ImportRequest<T extends ImportTypes> =
  | { readonly step: 'plan'; readonly said: SaidOfFile<T> }
  | { readonly step: 'commit'; readonly choice: T['choice']; readonly seen: string }
  | { readonly step: 'undo' };

/** Files up to this size, some thousand rows, are short work: nobody's small file waits behind a large one. */
const shortFileBytes = 256 * 1024;

/** Asks for a step of an import; refused while another one is under way. */
export async function requestImportStep<T extends ImportTypes>(
  deps: Pick<Deps, 'db' | 'jobPosted'>,
  who: Importer,
  subject: ImportSubject<T>,
  found: Pick<FileImport<T>, 'id' | 'file'>,
  request: ImportRequest<T>,
): Promise<Outcome<undefined, ImportRefusal>> {
  const { step, ...asked } = request;
  const isPosted = await actingAs(deps.db.app, actingFor(who), (tx) => {
    const job = {
      kind: `${subject.name}-${step}`,
      subject: found.id,
      asked: { ...asked, timeZone: who.agency.timeZone },
      isLong: (found.file.kept?.size ?? 0) > shortFileBytes,
    };
    return postJob(tx, who.agency.id, job, who.person);
  });
  deps.jobPosted();
  return isPosted ? done(undefined) : refused({ code: 'import-busy' });
}

/** Does the steps of the imports of one subject. */
export function importJobs<T extends ImportTypes>(subject: ImportSubject<T>): JobHandlers {
  return {
    [`${subject.name}-plan`]: handler<T, 'plan'>((work, who, { said }) =>
      planImport(work.deps, who, subject, work.job.subject, said, work),
    ),
    [`${subject.name}-commit`]: handler<T, 'commit'>(async (work, who, { choice, seen }) => {
      const { subject: id } = work.job;
      const outcome = await commitImport(work.deps, who, subject, id, choice, work, seen);
      // The plan is made anew from the same file, so that what is shown next is true again.
      if (!outcome.ok && outcome.refusal.code === 'plan-outdated') await planAgain(work, who, subject);
      return outcome;
    }),
    [`${subject.name}-undo`]: handler<T, 'undo'>((work, who) =>
      undoImport(work.deps, who, subject, work.job.subject, work),
    ),
  };
}

type Asked<T extends ImportTypes, Step> = Extract<ImportRequest<T>, { step: Step }> & {
  readonly timeZone: string;
};

function handler<T extends ImportTypes, Step extends ImportRequest<T>['step']>(
  run: (work: JobWork, who: Importer, asked: Asked<T, Step>) => Promise<Outcome<unknown, JobRefusal>>,
): JobHandler {
  return async (work) => {
    const asked: Asked<T, Step> = JSON.parse(JSON.stringify(work.job.asked));
    const who = {
      agency: { id: work.job.agency, timeZone: asked.timeZone },
      person: work.job.askedBy,
    };
    const outcome = await run(work, who, asked);
    return outcome.ok ? done(undefined) : outcome;
  };
}

async function planAgain<T extends ImportTypes>(
  work: JobWork,
  who: Importer,
  subject: ImportSubject<T>,
): Promise<void> {
  const { deps, job } = work;
  const found = await actingAs(deps.db.app, actingFor(who), (tx) =>
    findImport(tx, job.agency, subject, job.subject),
  );
  if (!found) return;
  const said = { mapping: found.columns.mapping, facts: found.facts, takenDates: found.takenDates };
  await planImport(deps, who, subject, found.id, said, {
    report: work.report.bind(work),
    settle: async () => {},
  });
}
