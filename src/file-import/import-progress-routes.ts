import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import { actingAs } from '../database/acting.ts';
import { fractionDone, isLive } from '../jobs/job.ts';
import { findLatestJob } from '../jobs/job-actions.ts';
import type { FileImport, ImportTypes } from './file-import.ts';
import type { ImportContext } from './import-context-routes.ts';
import { progressWords } from './import-progress-page.tsx';

const lookMilliseconds = 500;

/** A page that stays open longer asks anew by itself: browsers reconnect. */
const longestMilliseconds = 10 * 60_000;

/** Tells a page how far the work about an import is, until it ends: `{"fraction": 0.4, "words": "…"}`, then `end`. */
export function streamProgress<T extends ImportTypes>(c: ImportContext, found: FileImport<T>): Response {
  const { agency, acting, deps } = c.var;
  const until = Date.now() + longestMilliseconds;
  return streamSSE(c, async (stream) => {
    while (!stream.aborted && Date.now() < until) {
      const job = await actingAs(deps.db.app, acting, (tx) => findLatestJob(tx, agency.id, found.id));
      if (!job || !isLive(job)) {
        await stream.writeSSE({ event: 'end', data: '{}' });
        return;
      }
      const data = JSON.stringify({ fraction: fractionDone(job), words: progressWords(job) });
      await stream.writeSSE({ event: 'progress', data });
      await pause(lookMilliseconds);
    }
  });
}
