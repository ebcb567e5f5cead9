import { createHash } from 'node:crypto';
import { type APIResponse, expect, type Page, test } from '@playwright/test';
import type { SentFile } from './steps/check-files.ts';

/** What a form answers has no address of its own: from here on it is shown at this one, to look at. */
export async function showAt(page: Page, address: string, answer: APIResponse): Promise<string> {
  const [body, status] = [await answer.text(), answer.status()];
  await page.route(
    (url) => url.pathname + url.search === address,
    (route) => route.fulfill({ status, contentType: 'text/html; charset=utf-8', body }),
  );
  return address;
}

/** Sends a form as the site's own pages do, with these fields. */
export function send(
  { request }: Page,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<APIResponse> {
  return request.post(path, { form, headers: fromHere() });
}

/** Shows a file at `/verify` and gives the address where the answer can be looked at. */
export async function verified(page: Page, file: SentFile, finding: string): Promise<string> {
  const answer = await page.request.post('/verify', { multipart: { file }, headers: fromHere() });
  expect(await answer.text()).toContain(finding);
  const mark = createHash('sha256').update(file.buffer).digest('hex').slice(0, 6);
  return showAt(page, `/verify?shown=${file.name.replace('.', '-')}-${mark}`, answer);
}

function fromHere() {
  return { origin: test.info().project.use.baseURL ?? '' };
}
