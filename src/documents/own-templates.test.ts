import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { certificateFacts } from '../testing/document-facts.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { createDocumentMaker } from './document-maker.ts';
import { TypesettingError } from './typesetter.ts';

describe('templates of a campaign', () => {
  it('are used in place of ours', async () => {
    const templateDirectory = await copyOfTemplates();
    await changeFile(
      join(templateDirectory, 'certificate.typ'),
      '[Certificate of Completion]',
      '[Certificat d’achèvement]',
    );
    const changed = createDocumentMaker({ templateDirectory });
    expect((await readPdf(await changed.certificate(certificateFacts()))).text).toContain(
      'Certificat d’achèvement',
    );
  });

  it('may use a font that lies beside them', async () => {
    const templateDirectory = await copyOfTemplates();
    const utf16 = (text: string) => Array.from(text, (letter) => `\0${letter}`).join('');
    const font = await readFile(join(packageRoot, 'documents', 'fonts', 'EBGaramond-Regular.ttf'), 'latin1');
    const renamed = font.replaceAll(utf16('EB Garamond'), utf16('Elm Garamon'));
    await mkdir(join(templateDirectory, 'fonts'));
    await writeFile(join(templateDirectory, 'fonts', 'own.ttf'), renamed, 'latin1');
    await changeFile(join(templateDirectory, 'theme.typ'), '"EB Garamond"', '"Elm Garamon"');
    await createDocumentMaker({ templateDirectory }).certificate(certificateFacts());
  });

  it('that lack a file are refused at once', async () => {
    const templateDirectory = await copyOfTemplates();
    await rm(join(templateDirectory, 'letter.typ'));
    expect(() => createDocumentMaker({ templateDirectory })).toThrow(/has no letter\.typ/);
  });

  it.each([
    [
      'name a font which is not there',
      '"EB Garamond"',
      '"No Such Font"',
      'unknown font family: no such font',
    ],
    ['hold a mistake', '#let ink', '#let broken = (\n#let ink', 'unclosed delimiter'],
    ['reach for a file elsewhere', '#let ink', '#let secret = read("../secret")\n#let ink', 'access denied'],
  ])('that %s are refused with the reason', async (_mistake, ours, theirs, reason) => {
    const templateDirectory = await copyOfTemplates();
    await changeFile(join(templateDirectory, 'theme.typ'), ours, theirs);
    const making = createDocumentMaker({ templateDirectory }).certificate(certificateFacts());
    await expect(making).rejects.toThrow(TypesettingError);
    await expect(making).rejects.toThrow(reason);
  });
});

async function changeFile(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

async function copyOfTemplates(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(join(packageRoot, 'documents', 'templates'), folder, { recursive: true });
  return folder;
}
