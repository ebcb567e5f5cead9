import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { Context } from 'hono';
import { done, type Outcome, refused } from '../outcome.ts';
import { mostMegabytes } from './examination.ts';
import type { NoPlace, ReadingPlace } from './reading-places.ts';

const megabyte = 1024 * 1024;
const mostBytes = mostMegabytes * megabyte;
/** The form around a file takes a little room too. */
const mostBodyBytes = mostBytes + megabyte;

/** Why what somebody sent to be checked is not looked at. */
export type ShownRefusal =
  | NoPlace
  | { readonly code: 'too-many-tries'; readonly seconds: number }
  | { readonly code: 'memory-full' | 'too-slow' | 'too-large' | 'cut-off' };

class NotReceived extends Error {
  override readonly name = 'NotReceived';
  readonly refusal: ShownRefusal;

  constructor(refusal: ShownRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * The file, or the text, that a form sends: read into memory as far as the place has room, and never written down.
 * Undefined when it sends neither. What is refused before its end is not read to it: the connection has to close.
 */
export async function receiveShown(
  c: Context,
  place: ReadingPlace,
): Promise<Outcome<Uint8Array | undefined, ShownRefusal>> {
  if (Number(c.req.header('content-length')) > mostBodyBytes) return refused({ code: 'too-large' });
  const { body } = c.req.raw;
  const parser = body && parserFor(c.req.header('content-type') ?? '');
  if (!parser) return refused({ code: 'cut-off' });
  try {
    const shown = shownIn(parser);
    await pipeline(Readable.from(arriving(body, place)), parser);
    place.arrived();
    return done(shown());
  } catch (error) {
    return refused(error instanceof NotReceived ? error.refusal : { code: 'cut-off' });
  }
}

type Parser = InstanceType<typeof Busboy>;

function parserFor(contentType: string): Parser | undefined {
  const limits = { files: 1, fileSize: mostBytes, fields: 8, fieldSize: megabyte, headerPairs: 50 } as const;
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch {
    // Its only refusals are of a kind of body that no form of ours sends.
    return undefined;
  }
}

/** Listens to the parser; answers what it found once it is through. */
function shownIn(parser: Parser): () => Uint8Array | undefined {
  const parts: Buffer[] = [];
  let text = '';
  const tooLarge = () => parser.destroy(new NotReceived({ code: 'too-large' }));
  parser.on('file', (_, stream) => {
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('limit', tooLarge);
  });
  parser.on('field', (name, value, _, isCut) => {
    if (isCut) tooLarge();
    else if (name === 'text') text = value.trim();
  });
  return () => {
    const file = Buffer.concat(parts);
    if (file.length > 0) return file;
    return text === '' ? undefined : Buffer.from(text);
  };
}

/** The body as it comes, until it is too long, has no more room or takes too long. */
async function* arriving(
  body: ReadableStream<Uint8Array>,
  place: ReadingPlace,
): AsyncGenerator<Uint8Array, void> {
  // Never cancelled: that would end the connection before the refusal is on its way.
  const reader = body.getReader();
  const tooSlow = place.tooSlow.then(() => undefined);
  for (let received = 0; ; ) {
    const part = await Promise.race([reader.read(), tooSlow]);
    if (!part) throw new NotReceived({ code: 'too-slow' });
    if (part.done) return;
    received += part.value.length;
    if (received > mostBodyBytes) throw new NotReceived({ code: 'too-large' });
    if (!place.hold(part.value.length)) throw new NotReceived({ code: 'memory-full' });
    yield part.value;
  }
}
