import { recordAudit } from '../audit/audit.ts';
import { actingAs, switchActing } from '../database/acting.ts';
import { releaseContent } from '../files/file-actions.ts';
import { isLive } from '../jobs/job.ts';
import { findLatestJob } from '../jobs/job-actions.ts';
import type { JobDeps } from '../jobs/job-work.ts';
import { type AbandonedImport, listOpenImportsBefore } from './abandoned-import-store.ts';
import { giveUpImport } from './commit-actions.ts';
import { type ImportTypes, isOpen } from './file-import.ts';
import { lockImport } from './file-import-store.ts';
import type { ImportSubject } from './import-subject.ts';

/** The rest comes with the next look. */
const importsAtOnce = 100;

const dayMilliseconds = 24 * 60 * 60_000;

/** Until when the file of an import is kept that nobody carries out or gives up. */
export function keptUntil(startedAt: Date, days: number): Date {
  return new Date(startedAt.getTime() + days * dayMilliseconds);
}

/**
 * Gives up the imports that nobody has carried out in time, with their files and staged rows. Run often: each look
 * takes some. Answers how many were given up.
 */
export async function giveUpAbandonedImports<T extends ImportTypes>(
  deps: Pick<JobDeps, 'config' | 'db' | 'files' | 'now'>,
  subject: ImportSubject<T>,
): Promise<number> {
  const before = new Date(deps.now().getTime() - deps.config.importKeptDays * dayMilliseconds);
  const abandoned = await actingAs(deps.db.app, { as: 'system' }, (tx) =>
    listOpenImportsBefore(tx, subject.name, before, importsAtOnce),
  );
  let givenUp = 0;
  for (const one of abandoned) if (await giveUpAbandoned(deps, subject, one)) givenUp += 1;
  return givenUp;
}

/** Answers false for an import that was finished, or is being worked on. */
async function giveUpAbandoned<T extends ImportTypes>(
  deps: Pick<JobDeps, 'db' | 'files'>,
  subject: ImportSubject<T>,
  { agency, id, startedBy }: AbandonedImport,
): Promise<boolean> {
  const acting = { as: 'agency', agency, person: startedBy } as const;
  const released = await actingAs(deps.db.app, acting, async (tx) => {
    const found = await lockImport(tx, agency, subject, id);
    if (!found || !isOpen(found)) return undefined;
    const job = await findLatestJob(tx, agency, id);
    if (job && isLive(job)) return undefined;
    const content = await giveUpImport(tx, { agency, person: startedBy }, subject, found);
    // Not the act of the person who began it.
    await switchActing(tx, { as: 'system' }, () =>
      recordAudit(
        tx,
        { agency },
        {
          action: `${subject.name}-import-given-up`,
          subject: { kind: `${subject.name}-import`, id },
          details: { sha256: found.file.sha256, startedAt: found.startedAt.toISOString() },
        },
      ),
    );
    return { content };
  });
  if (released?.content) await releaseContent(deps, released.content);
  return released !== undefined;
}
