import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pagedPdf } from '../testing/policy-pdf.ts';
import { inspectionLimits } from './document-text.ts';
import { inspectDocument } from './open-document.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-turns-'));
  path = join(folder, 'a.pdf');
  await writeFile(path, pagedPdf([['Officers take time.']]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inspect = (seconds: number) =>
  inspectDocument(path, 'application/pdf', { ...inspectionLimits, seconds });
const busy = { ok: false, refusal: { code: 'inspection-busy' } };

it('as many files are checked at once as there are cores; the next is told when its turn doesn’t come', async () => {
  const first = Array.from({ length: availableParallelism() }, () => inspect(20));
  expect(await inspect(0.001)).toEqual(busy);
  for (const outcome of await Promise.all(first)) expect(outcome).toEqual({ ok: true, value: undefined });
  expect(await inspect(20)).toEqual({ ok: true, value: undefined });
});

it('whoever comes when many wait is told at once', { timeout: 60_000 }, async () => {
  const before = Array.from({ length: availableParallelism() + 12 }, () => inspect(30));
  expect(await Promise.race([...before, inspect(30)])).toEqual(busy);
  await Promise.all(before);
});
