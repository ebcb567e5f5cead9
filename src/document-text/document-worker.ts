import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { done, type Outcome, refused } from '../outcome.ts';
import type { DocumentAnswer, DocumentTask } from './document-task.ts';
import type { ActiveContent, DocumentText, TextRefusal } from './document-text.ts';
import { surveyDocx } from './docx-survey.ts';
import { readDocxText } from './docx-text.ts';
import { surveyPdf } from './pdf-survey.ts';
import { openPdf, type Pdf, readPdfText } from './pdf-text.ts';

/**
 * The thread that opens documents of others. Whatever a file does to it, running out of memory or never ending
 * included, ends this thread and not the process.
 */
async function work(task: DocumentTask): Promise<void> {
  if (!parentPort) throw new Error('This file runs as a worker thread only.');
  const answer: DocumentAnswer =
    task.does === 'read'
      ? { does: 'read', outcome: await read(task) }
      : { does: 'inspect', outcome: await inspect(task) };
  parentPort.postMessage(answer);
}

async function read(task: DocumentTask): Promise<Outcome<DocumentText, TextRefusal>> {
  const { path, limits } = task;
  const file = await readFile(path);
  if (task.mediaType === 'application/pdf') {
    if (surveyPdf(file, limits).isTooLarge) return refused({ code: 'text-too-large' });
    return readPdfText(new Uint8Array(file), limits);
  }
  const survey = await surveyDocx(path, limits);
  return 'refusal' in survey ? refused(survey.refusal) : readDocxText(file, limits);
}

async function inspect(task: DocumentTask): Promise<Outcome<ActiveContent | undefined, TextRefusal>> {
  const { path, limits } = task;
  if (task.mediaType !== 'application/pdf') {
    const survey = await surveyDocx(path, limits);
    return 'refusal' in survey ? refused(survey.refusal) : done(survey.found);
  }
  const file = await readFile(path);
  const survey = surveyPdf(file, limits);
  if (survey.found) return done(survey.found);
  if (survey.isTooLarge) return refused({ code: 'text-too-large' });
  const pdf = await openPdf(new Uint8Array(file));
  return pdf.ok ? done(await activeInPdf(pdf.value)) : pdf;
}

/** What a reader of the file finds where its objects are encrypted, and nothing tells from outside. */
async function activeInPdf(pdf: Pdf): Promise<ActiveContent | undefined> {
  if (await pdf.getJSActions()) return 'script';
  return (await pdf.getAttachments()) ? 'embedded-file' : undefined;
}

await work(workerData);
