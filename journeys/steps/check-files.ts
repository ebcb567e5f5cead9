import { expect } from '@playwright/test';
import { arrive, fill, open, type Person, press } from '../people/person.ts';

/** A file as somebody got it by mail. */
export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The badge, the credential and the certificate, taken as their own people take them. */
export async function takeFiles(
  coordinator: Person,
  workspace: string,
  number: string,
): Promise<readonly SentFile[]> {
  const { request } = coordinator.page;
  const take = async (path: string, name: string, mimeType: string): Promise<SentFile> => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    return { name, mimeType, buffer: await answer.body() };
  };
  return [
    await take(
      `${workspace}/review/certificates/${number}/certificate.pdf`,
      'certificate.pdf',
      'application/pdf',
    ),
    await take(`/credentials/${number}.png`, 'badge.png', 'image/png'),
    await take(`/credentials/${number}.json`, 'credential.json', 'application/json'),
  ];
}

/** Somebody who has nothing but a file shows it, and reads what it is worth. */
export async function checkFile(stranger: Person, file: SentFile, finding: string): Promise<void> {
  await open(stranger, '/verify', 'Check a certificate');
  await stranger.page.getByLabel('File to check').setInputFiles(file);
  await press(stranger, 'Check the file');
  await arrive(stranger, 'What we found');
  await expect(stranger.page.getByRole('main')).toContainText(finding);
}

/** The same with one byte turned. */
export async function checkAltered(stranger: Person, file: SentFile): Promise<void> {
  const buffer = Buffer.from(file.buffer);
  const place = Math.floor(buffer.length / 2);
  buffer[place] = (buffer[place] ?? 0) ^ 1;
  await checkFile(stranger, { ...file, buffer }, 'Altered');
}

export async function pasteCredential(stranger: Person, file: SentFile, finding: string): Promise<void> {
  await open(stranger, '/verify', 'Check a certificate');
  await fill(stranger, 'Or paste a credential', file.buffer.toString('utf8'));
  await press(stranger, 'Check the file');
  await arrive(stranger, 'What we found');
  await expect(stranger.page.getByRole('main')).toContainText(finding);
}
