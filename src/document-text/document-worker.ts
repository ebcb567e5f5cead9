import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { done, type Outcome, refused } from '../outcome.ts';
import { type DocumentAnswer, type DocumentTask, isPicture } from './document-task.ts';
import type {
  ActiveContent,
  DocumentText,
  InspectionRefusal,
  TextLimits,
  TextRefusal,
} from './document-text.ts';
import { readDocxText } from './docx-text.ts';
import { surveyOffice } from './office-survey.ts';
import { surveyPdf } from './pdf-survey.ts';
import { openPdf, type Pdf, readPdfText } from './pdf-text.ts';
import { surveyPicture } from './picture-survey.ts';

type Reading = Extract<DocumentTask, { does: 'read' }>;
type Inspection = Extract<DocumentTask, { does: 'inspect' }>;

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

async function read({ path, limits, mediaType }: Reading): Promise<Outcome<DocumentText, TextRefusal>> {
  const file = await readFile(path);
  if (mediaType === 'application/pdf') {
    if (surveyPdf(file, limits).isTooLarge) return refused({ code: 'text-too-large' });
    return readPdfText(new Uint8Array(file), limits);
  }
  const survey = await surveyOffice(path, limits);
  return 'refusal' in survey ? refused(survey.refusal) : readDocxText(file, limits);
}

async function inspect(task: Inspection): Promise<Outcome<ActiveContent | undefined, InspectionRefusal>> {
  const { path, limits, mediaType } = task;
  if (mediaType === 'application/pdf') return inspectPdf(await readFile(path), limits);
  const survey = isPicture(mediaType)
    ? surveyPicture(await readFile(path), mediaType, limits)
    : await surveyOffice(path, limits);
  return 'refusal' in survey ? refused(survey.refusal) : done(survey.found);
}

async function inspectPdf(
  file: Buffer,
  limits: TextLimits,
): Promise<Outcome<ActiveContent | undefined, InspectionRefusal>> {
  const survey = surveyPdf(file, limits);
  if (survey.found) return done(survey.found);
  if (survey.isTooLarge) return refused({ code: 'text-too-large' });
  const pdf = await openPdf(new Uint8Array(file));
  const needsPassword = !pdf.ok && pdf.refusal.code === 'text-encrypted';
  if (survey.isLocked && !needsPassword) return refused({ code: 'inspection-locked' });
  return pdf.ok ? done(await activeInPdf(pdf.value)) : pdf;
}

/** What a reader of the file finds by following its objects, however they are written. */
async function activeInPdf(pdf: Pdf): Promise<ActiveContent | undefined> {
  if (await pdf.getJSActions()) return 'script';
  return (await pdf.getAttachments()) ? 'embedded-file' : undefined;
}

await work(workerData);
