import { expect, type Page } from '@playwright/test';
import { arrive, fill, open, type Person, press } from '../people/person.ts';

/** A file as somebody got it by mail. */
export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

type Downloader = Pick<Person, 'page'>;

/** The badge, the credential and the certificate, taken as their own people take them. */
export async function takeFiles(
  coordinator: Downloader,
  workspace: string,
  number: string,
): Promise<readonly SentFile[]> {
  return [
    await takeCertificate(coordinator, workspace, number),
    await take(coordinator, `/credentials/${number}.png`, 'badge.png', 'image/png'),
    await take(coordinator, `/credentials/${number}.json`, 'credential.json', 'application/json'),
  ];
}

/** It can be had while it counts, and after its term: it says its last day itself. */
export function takeCertificate(
  coordinator: Downloader,
  workspace: string,
  number: string,
): Promise<SentFile> {
  const path = `${workspace}/review/certificates/${number}/certificate.pdf`;
  return take(coordinator, path, 'certificate.pdf', 'application/pdf');
}

async function take({ page }: Downloader, path: string, name: string, mimeType: string): Promise<SentFile> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return { name, mimeType, buffer: await answer.body() };
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
export function checkAltered(stranger: Person, file: SentFile): Promise<void> {
  return checkFile(stranger, withOneByteTurned(file), 'Altered');
}

export function withOneByteTurned(file: SentFile): SentFile {
  const buffer = Buffer.from(file.buffer);
  const place = Math.floor(buffer.length / 2);
  buffer[place] = (buffer[place] ?? 0) ^ 1;
  return { ...file, buffer };
}

/** The credential that somebody has of their own training, from the page it is given out on. */
export async function takeOwnCredential(page: Page, own: string): Promise<SentFile> {
  await page.goto(own);
  const href = await page.locator('a[href$="/file.json"]').first().getAttribute('href');
  return take({ page }, href ?? '', 'training.json', 'application/json');
}

export async function pasteCredential(stranger: Person, file: SentFile, finding: string): Promise<void> {
  await open(stranger, '/verify', 'Check a certificate');
  await fill(stranger, 'Or paste a credential', file.buffer.toString('utf8'));
  await press(stranger, 'Check the file');
  await arrive(stranger, 'What we found');
  await expect(stranger.page.getByRole('main')).toContainText(finding);
}
