import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { done, type Outcome, refused } from '../outcome.ts';
import { Turns } from '../spreadsheet/turns.ts';
import type { DocumentAnswer, DocumentTask, InspectedMediaType, TextMediaType } from './document-task.ts';
import {
  type ActiveContent,
  type DocumentText,
  type InspectionRefusal,
  inspectionLimits,
  type TextLimits,
  type TextRefusal,
  textLimits,
} from './document-text.ts';

/** The program runs from its TypeScript sources and from what they compile to. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Reads the text of a PDF or DOCX in a thread of its own, within limits of time, memory, pages and letters. */
export async function readDocument(
  path: string,
  mediaType: TextMediaType,
  limits: TextLimits = textLimits,
): Promise<Outcome<DocumentText, TextRefusal>> {
  const answer = await inThread({ does: 'read', path, mediaType, limits });
  if (!('does' in answer)) return refused(answer);
  if (answer.does === 'read') return answer.outcome;
  throw new Error('The thread answered something else than it was asked.');
}

/** Each thread may take a whole core and hundreds of megabytes. */
const turns = new Turns(availableParallelism());
/** People wait for the answer: whoever would wait behind so many is told at once. */
const mostWaiting = 12;
let waiting = 0;

/**
 * Looks for what acts when a file is opened. A PDF that can't be read at all is left to whoever reads it. An Office file
 * that can't is refused, for Office mends damaged files by itself; so is one that costs too much to look through, or that
 * nobody can look through.
 */
export async function inspectDocument(
  path: string,
  mediaType: InspectedMediaType,
  limits: TextLimits = inspectionLimits,
): Promise<Outcome<ActiveContent | undefined, InspectionRefusal>> {
  if (waiting >= mostWaiting) return refused({ code: 'inspection-busy' });
  waiting += 1;
  const hasTurn = await turns.take(limits.seconds).finally(() => {
    waiting -= 1;
  });
  if (!hasTurn) return refused({ code: 'inspection-busy' });
  const answer = await inThread({ does: 'inspect', path, mediaType, limits }).finally(() => turns.giveBack());
  if (!('does' in answer)) return refused(answer);
  if (answer.does !== 'inspect') throw new Error('The thread answered something else than it was asked.');
  const { outcome } = answer;
  const isLeft = mediaType === 'application/pdf' && !outcome.ok && outcome.refusal.code === 'text-unreadable';
  return isLeft ? done(undefined) : outcome;
}

/** Does one task in a thread and ends the thread, whatever comes of it. */
async function inThread(task: DocumentTask): Promise<DocumentAnswer | TextRefusal> {
  const { seconds, threadMegabytes } = task.limits;
  const worker = new Worker(new URL(`./document-worker.${extension}`, import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: threadMegabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<DocumentAnswer | TextRefusal>();
  const timer = setTimeout(() => resolve({ code: 'text-took-too-long', seconds }), seconds * 1_000);
  worker.once('message', resolve);
  worker.once('error', (error) => {
    if (error instanceof RangeError || isOutOfMemory(error)) resolve({ code: 'text-too-large' });
    else reject(new Error('The thread for documents failed.', { cause: error }));
  });
  worker.once('exit', (code) => reject(new Error(`The thread for documents ended with code ${code}.`)));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
