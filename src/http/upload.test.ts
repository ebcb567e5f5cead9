import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnusableRequest } from './refused-request.ts';
import { receiveUpload } from './upload.ts';

let folder: string;
const systemFolder = process.env.TMPDIR;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-upload-test-'));
  process.env.TMPDIR = folder;
});
afterEach(async () => {
  if (systemFolder === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = systemFolder;
  await rm(folder, { recursive: true });
});

const limits = { fileSize: 1024 * 1024, files: 1 };

/** A place that tells what arrived, and lets go of it. */
const receiver = new Hono();
receiver.post('/', async (c) => {
  const upload = await receiveUpload(c, limits);
  const files = await Promise.all(
    upload.files.map(async ({ path, ...file }) => ({
      ...file,
      content: (await readFile(path, 'latin1')).length,
    })),
  );
  await upload.discard();
  return c.json({ fields: upload.fields, files });
});
receiver.onError((error, c) => {
  if (!(error instanceof UnusableRequest)) throw error;
  return c.json({ sentence: error.sentence }, error.status);
});

const boundary = 'the-boundary';

type Body = string | FormData | URLSearchParams;

interface Answered {
  readonly sentence: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly unknown[];
}

async function send(body: Body, contentType?: string) {
  const headers = contentType ? { 'content-type': contentType } : undefined;
  const answer = await receiver.request('/', { method: 'POST', body, ...(headers ? { headers } : {}) });
  expect(await readdir(folder)).toEqual([]);
  return { status: answer.status, answered: (await answer.json()) as Answered };
}

function formWith(...files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  return form;
}

const part = (disposition: string, content: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const multipart = `multipart/form-data; boundary=${boundary}`;

describe('a form with files', () => {
  it('arrives with texts, file, size and hash, and leaves nothing on disk', async () => {
    const form = formWith(new File(['a,b\n1,2\n'], 'roster.csv'));
    form.append('note', 'first');
    form.append('note', 'second');
    form.append('__proto__', 'odd');
    const { status, answered } = await send(form);
    expect(status).toBe(200);
    expect(answered.fields.note).toEqual(['first', 'second']);
    const sha256 = createHash('sha256').update('a,b\n1,2\n').digest('hex');
    expect(answered.files).toEqual([{ field: 'file', name: 'roster.csv', size: 8, sha256, content: 8 }]);
  });

  it('may leave its file field empty', async () => {
    const body = `${part('name="file"; filename=""', '')}--${boundary}--\r\n`;
    expect((await send(body, multipart)).answered).toEqual({ fields: {}, files: [] });
  });

  it('takes an empty file for a file', async () => {
    expect((await send(formWith(new File([], 'empty.csv')))).answered.files).toMatchObject([
      { name: 'empty.csv', size: 0 },
    ]);
  });

  it.each([
    ['../../etc/cron.d/x.csv', 'x.csv'],
    ['a\u202Evsc.exe', 'avsc.exe'],
    [`${'n'.repeat(300)}.csv`, `${'n'.repeat(146)}.csv`],
    ['警察.csv', '警察.csv'],
  ])('never takes the name %j for a path', async (sent, shown) => {
    expect((await send(formWith(new File(['x'], sent)))).answered.files).toMatchObject([{ name: shown }]);
  });

  it('takes a file of exactly the limit and says of one byte more that it was cut', async () => {
    const full = new Uint8Array(limits.fileSize);
    expect((await send(formWith(new File([full], 'full.csv')))).status).toBe(200);
    const form = formWith(new File([full, 'x'], 'over.csv'));
    form.append('note', 'typed below it');
    const { status, answered } = await send(form);
    expect(status).toBe(200);
    expect(answered.files).toMatchObject([{ name: 'over.csv', cutAt: limits.fileSize }]);
    expect(answered.fields.note).toBe('typed below it');
  });

  it.each<[string, number, string, () => [Body, string?]]>([
    ['no form', 415, 'No file came with the form', () => ['just text', 'text/plain']],
    [
      'a form without files',
      415,
      'No file came with the form',
      () => [new URLSearchParams({ file: 'roster.csv' })],
    ],
    ['a form without a boundary', 400, 'did not arrive whole', () => ['x', 'multipart/form-data']],
    ['a form that is nothing', 400, 'did not arrive whole', () => ['nothing of the kind', multipart]],
    [
      'a form that breaks off',
      400,
      'did not arrive whole',
      () => [part('name="file"; filename="a.csv"', 'a,b').slice(0, -4), multipart],
    ],
    [
      'two files',
      422,
      'More than one file came at once',
      () => [formWith(new File(['a'], 'a'), new File(['b'], 'b'))],
    ],
    [
      'a text too long',
      413,
      'A text in the form is too long',
      () => [`${part('name="note"', 'x'.repeat(70_000))}--${boundary}--\r\n`, multipart],
    ],
    [
      'absurdly many fields',
      413,
      'more fields than ours do',
      () => [
        `${Array.from({ length: 50_000 }, (_, n) => part(`name="f${n}"`, 'x')).join('')}--${boundary}--\r\n`,
        multipart,
      ],
    ],
  ])('is refused when it is %s', async (_, status, sentence, made) => {
    const answer = await send(...made());
    expect(answer.status).toBe(status);
    expect(answer.answered.sentence).toContain(sentence);
  });

  it('is refused when the connection breaks in the middle of the file', async () => {
    const body = new ReadableStream({
      start: (controller) =>
        controller.enqueue(new TextEncoder().encode(part('name="file"; filename="a.csv"', 'a,b'))),
      pull: (controller) => controller.error(new Error('aborted')),
    });
    const answer = await receiver.request('/', {
      method: 'POST',
      headers: { 'content-type': multipart },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(400);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused, and nothing of it stays, when the connection breaks after a part of the file came', async () => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(part('name="file"; filename="a.csv"', 'a,b')));
        setTimeout(() => controller.error(new Error('aborted')), 100);
      },
    });
    const answer = await receiver.request('/', {
      method: 'POST',
      headers: { 'content-type': multipart },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(400);
    expect(await readdir(folder)).toEqual([]);
  });
});
