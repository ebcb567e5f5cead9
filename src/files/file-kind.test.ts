import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentMediaType } from './file-kind.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-kinds-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kindOf(name: string, content: Uint8Array | string) {
  await writeFile(join(folder, name), content);
  return documentMediaType(join(folder, name));
}

function workbook(): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet([['a', 'b']]), 'Sheet1');
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

describe('what a document is', () => {
  it('is read from its content, not from its name', async () => {
    expect(await kindOf('photo.png', '%PDF-1.7\n%âãÏÓ\n')).toEqual({ ok: true, value: 'application/pdf' });
    expect(
      await kindOf('scan.pdf', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])),
    ).toEqual({
      ok: true,
      value: 'image/jpeg',
    });
  });

  it('may be a workbook', async () => {
    const kind = await kindOf('roster.xlsx', workbook());
    expect(kind).toEqual({
      ok: true,
      value: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  });

  it.each([
    ['a web page named PDF', 'policy.pdf', '<html><script>alert(1)</script></html>', 'file-kind-not-taken'],
    [
      'a program named PNG',
      'run.png',
      new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
      'file-kind-not-taken',
    ],
    ['an empty file', 'empty.pdf', '', 'file-empty'],
  ])('is refused for %s', async (_title, name, content, code) => {
    expect(await kindOf(name, content)).toMatchObject({ ok: false, refusal: { code } });
  });
});
