import { setTimeout as pause } from 'node:timers/promises';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { actingAs } from '../database/acting.ts';
import { fractionDone, isLive } from '../jobs/job.ts';
import { findLatestJob } from '../jobs/job-actions.ts';
import type { FileImport, ImportTypes } from './file-import.ts';
import type { ImportContext } from './import-context-routes.ts';
import { progressWords } from './import-progress-page.tsx';

const lookMilliseconds = 500;

/** A page that stays open longer asks anew by itself: browsers reconnect. */
const longestMilliseconds = 10 * 60_000;

/** Somebody has a few pages open, not hundreds: each of them asks the database twice a second. */
const streamsOfOne = 4;
const streams = new Map<string, number>();

/** Tells a page how far the work about an import is, until it ends: `{"fraction": 0.4, "words": "…"}`, then `end`. */
export function streamProgress<T extends ImportTypes>(c: ImportContext, found: FileImport<T>): Response {
  const { agency, acting, deps } = c.var;
  const open = streams.get(acting.person) ?? 0;
  // To an EventSource this says not to come again; the page is still there to be reloaded.
  if (open >= streamsOfOne) return c.body(null, 204);
  streams.set(acting.person, open + 1);
  const until = Date.now() + longestMilliseconds;
  return streamSSE(c, async (stream) => {
    try {
      await tell(stream);
    } finally {
      const left = (streams.get(acting.person) ?? 1) - 1;
      if (left > 0) streams.set(acting.person, left);
      else streams.delete(acting.person);
    }
  });

  async function tell(stream: SSEStreamingApi): Promise<void> {
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
  }
}
