import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { JobThreadData, JobThreadMessage } from './job-thread.ts';
import type { JobWorker } from './jobs/job-worker.ts';

/**
 * Room for what is young: reading a file makes many short-lived rows, and with the usual 16 MB they are moved about
 * before they can be forgotten. `bench/` gives its imports the same.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/** A thread that ended by itself is begun again so much later. */
const restartMilliseconds = 1_000;

/**
 * Does the waiting work in a thread of its own: reading a file of many thousand rows keeps no request waiting. The
 * thread has its own connections, and ends with `stop`, which hands work under way back.
 */
export function startJobThread(config: Config, urls: JobThreadData['urls'], log: Logger): JobWorker {
  let isStopping = false;
  let thread = begin();

  function begin(): Worker {
    const workerData: JobThreadData = { config, urls };
    const begun = new Worker(new URL('./job-thread.js', import.meta.url), { workerData, resourceLimits });
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
