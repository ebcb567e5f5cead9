import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TooManyAttempts, UnusableRequest } from '../http/refused-request.ts';
import { mostMegabytes } from './examination.ts';
import { verifyContent as content } from './verify-content.ts';

const megabyte = 1024 * 1024;

/** What is checked is held in memory and never written down, so no more of it is taken than can be of ours. */
export const shownBody = bodyLimit({
  maxSize: (mostMegabytes + 1) * megabyte,
  onError: () => {
    throw new UnusableRequest(413, content.file.tooLarge);
  },
});

/** How many are looked at at the same moment: together they hold some hundred megabytes. */
const atOnce = 6;
let present = 0;
const secondsToWait = 5;

/** Runs the work unless too many others run; then throws TooManyAttempts, which asks to come again in a moment. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (present >= atOnce) throw new TooManyAttempts(secondsToWait);
  present += 1;
  try {
    return await work();
  } finally {
    present -= 1;
  }
}

/** The file, or the text, that a form sent: undefined when it sent neither. */
export async function readShown(c: Context): Promise<Uint8Array | undefined> {
  const form = await c.req.formData().catch((cause: unknown) => {
    if (cause instanceof UnusableRequest) throw cause;
    const refusal = new UnusableRequest(400, content.file.cutOff);
    refusal.cause = cause;
    throw refusal;
  });
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  const text = form.get('text');
  return typeof text === 'string' && text.trim() !== '' ? new TextEncoder().encode(text.trim()) : undefined;
}
