import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { JobThreadData, JobThreadMessage } from './job-thread.ts';
import type { JobTake } from './jobs/job.ts';
import type { JobWorker } from './jobs/job-worker.ts';

/**
 * Room for what is young: reading a file makes many short-lived rows, and with the usual 16 MB they are moved about
 * before they can be forgotten. `bench/` gives its imports the same. Short work does without.
 */
const resourceLimits: Readonly<Record<JobTake, ResourceLimits>> = {
  any: { maxYoungGenerationSizeMb: 192 },
  short: {},
};

/** A thread that ended by itself is begun again so much later. */
const restartMilliseconds = 1_000;

/**
 * Does the waiting work in threads of their own: reading a file of many thousand rows keeps no request waiting. The
 * first thread does whatever comes; the others do short work only, so that a small file never waits behind a large one
 * and only one large file is in memory at a time. `stop` ends them all and hands work under way back.
 */
export function startJobThreads(config: Config, urls: JobThreadData['urls'], log: Logger): JobWorker {
  const threads = Array.from({ length: config.jobThreads }, (_, place) =>
    startJobThread({ config, urls, take: place === 0 ? 'any' : 'short' }, log),
  );
  return {
    wake() {
      for (const thread of threads) thread.wake();
    },
    async stop() {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

function startJobThread(workerData: JobThreadData, log: Logger): JobWorker {
  let isStopping = false;
  let thread = begin();

  function begin(): Worker {
    const begun = new Worker(new URL('./job-thread.js', import.meta.url), {
      workerData,
      resourceLimits: resourceLimits[workerData.take],
    });
    begun.on('error', (error) => log.error({ err: error }, 'the thread for work failed'));
    begun.on('exit', () => {
      if (isStopping) return;
      setTimeout(() => {
        if (!isStopping) thread = begin();
      }, restartMilliseconds).unref();
    });
    return begun;
  }

  const tell = (message: JobThreadMessage) => thread.postMessage(message);
  return {
    wake: () => tell('wake'),
    async stop() {
      isStopping = true;
      const ended = new Promise((resolve) => thread.once('exit', resolve));
      tell('stop');
      if (thread.threadId !== -1) await ended;
    },
  };
}
