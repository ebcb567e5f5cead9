import { Worker } from 'node:worker_threads';
import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import type { RowsRequest, WorkerTask } from './sheetjs-messages.ts';

/** The program runs from its TypeScript sources and from what they compile to. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/**
 * The reading thread as a line of questions: it answers in the order it is asked, or is ended from outside when an
 * answer takes longer than the limit.
 */
export class SheetThread {
  readonly #worker: Worker;
  readonly #limits: ReadLimits;
  readonly #waiting: Waiting[] = [];
  #failure: unknown;

  constructor(task: WorkerTask, limits: ReadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(new URL(`./sheetjs-worker.${extension}`, import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes },
    });
    this.#worker.on('message', (answer) => this.#deliver(answer));
    this.#worker.on('error', (error) => this.#fail(this.#reason(error)));
    this.#worker.on('exit', (code) => this.#fail(new Error(`The reading thread ended with code ${code}.`)));
  }

  /** Asks for rows, or without a request waits for the thread's first message. */
  async answer<Answer>(request?: RowsRequest): Promise<Answer> {
    if (this.#failure !== undefined) throw this.#failure;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ resolve, reject });
    if (request) this.#worker.postMessage(request);
    const { seconds } = this.#limits;
    const timer = setTimeout(() => {
      this.#fail(new SheetUnreadable({ code: 'took-too-long', seconds }));
      void this.#worker.terminate();
    }, seconds * 1000);
    // Only while somebody waits does the thread keep the program from ending.
    this.#worker.ref();
    try {
      return (await promise) as Answer;
    } finally {
      clearTimeout(timer);
      if (this.#waiting.length === 0) this.#worker.unref();
    }
  }

  /** Nobody waits until the thread has really stopped: what it is at may not let it stop at once. */
  end(): void {
    this.#fail(new Error('The sheet is closed.'));
    void this.#worker.terminate();
  }

  #deliver(answer: unknown): void {
    this.#waiting.shift()?.resolve(answer);
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }

  #reason(error: unknown): unknown {
    const isOutOfMemory =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (!isOutOfMemory) return new Error('The reading thread failed.', { cause: error });
    const limit = this.#limits.workerMegabytes * 1024 * 1024;
    return new SheetUnreadable({ code: 'expands-too-much', limit }, { cause: error });
  }
}
