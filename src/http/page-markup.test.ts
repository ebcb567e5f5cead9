import { afterAll, beforeAll, expect, it } from 'vitest';
import { agencyRoles, type Cast, campaignRoles, gatherCast, type Part } from '../testing/access/cast.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await createTestApp();
  cast = await gatherCast(app);
});
afterAll(() => app.close());

/** Whoever sees something that others don't. */
const readers: readonly Part[] = [
  { is: 'signed-out' },
  { is: 'stranger' },
  ...agencyRoles.map((role) => ({ is: 'own-agency', role }) as const),
  { is: 'own-partner' },
  ...campaignRoles.map((role) => ({ is: 'campaign', role }) as const),
];

/** What the content-security policy would stop: scripts and styles that stand in the page itself. */
function inlineParts(page: string): readonly string[] {
  const tags = page.match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter(
    (tag) =>
      /\sstyle\s*=/i.test(tag) ||
      /\son[a-z]+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')) ||
      /^<style/i.test(tag) ||
      (/^<script/i.test(tag) && !/\ssrc="\/assets\//.test(tag)) ||
      /(href|src|action)\s*=\s*"(javascript|data):/i.test(tag),
  );
}

it('sees inline parts where they are', () => {
  expect(inlineParts('<p style="color:red">')).toHaveLength(1);
  expect(inlineParts('<a title="a" onclick="x()">')).toHaveLength(1);
  expect(inlineParts('<script>alert(1)</script>')).toHaveLength(1);
  expect(inlineParts('<a href="javascript:x()">')).toHaveLength(1);
  expect(inlineParts('<script type="module" src="/assets/a.js"></script><p title="on = off">x</p>')).toEqual(
    [],
  );
});

it('no page holds a script or a style of its own', { timeout: 120_000 }, async () => {
  const paths = new Set(app.app.routes.filter((route) => route.method === 'GET').map((route) => route.path));
  const found: string[] = [];
  let pages = 0;
  for (const path of paths) {
    if (path.includes('sign-out')) continue;
    for (const reader of readers) {
      const cookie = cast.cookieOf(reader);
      const answer = await app.app.request(testSite + filled(path), { headers: cookie ? { cookie } : {} });
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      pages += answer.status === 200 ? 1 : 0;
      found.push(...inlineParts(await answer.text()).map((tag) => `${path}: ${tag}`));
    }
  }
  expect([...new Set(found)]).toEqual([]);
  expect(pages).toBeGreaterThan(100);
});

function filled(path: string): string {
  return path
    .replace(':agency', cast.agencySlug)
    .replace(':partner', cast.partner)
    .replace(/:\w+(\{[^}]*\})?/g, '00000000-0000-4000-8000-000000000000');
}
