import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { drawPng } from '../documents/picture.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { badgeSvg } from './badge-drawing.ts';
import { CardPage } from './card-page.tsx';
import { type Recognized, recognizedBySlug } from './recognition-actions.ts';
import { badgeWords, recognitionLine } from './recognition-content.ts';
import { socialSvg } from './social-picture.ts';

/** What other websites show of an agency: each asks here every time whether it still holds, so it is never out of date. */
export function recognitionRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/badge/:file{[^/]+\\.svg}', anyone, async (c) => {
      const found = await recognized(c, c.req.param('file').replace(/\.svg$/, ''));
      const svg = badgeSvg(badgeWords(found.agency.name, found.recognition));
      return shared(c, svg, svg, 'image/svg+xml');
    })
    .get('/agencies/:slug/social.png', anyone, async (c) => {
      const { agency, recognition } = await recognized(c, c.req.param('slug'));
      const svg = socialSvg(agency.name, agency.place, recognitionLine(recognition));
      return shared(c, svg, () => drawPng(svg), 'image/png');
    })
    .get('/card/:slug', anyone, async (c) => {
      const { agency, recognition } = await recognized(c, c.req.param('slug'));
      const page = await c.html(<CardPage agency={agency} recognition={recognition} />);
      page.headers.set(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
      );
      page.headers.set('cache-control', 'public, no-cache');
      return page;
    });
}

async function recognized(c: Context<AppEnv>, slug: string): Promise<Recognized> {
  const found = await actingAs(c.var.deps.db.app, { as: 'public' }, (tx) => recognizedBySlug(tx, slug));
  if (!found) throw new NotFound();
  return found;
}

/** A picture that any website may show; one that is still the same is answered without being drawn or sent again. */
async function shared(
  c: Context<AppEnv>,
  identity: string,
  content: string | (() => Promise<Uint8Array<ArrayBuffer>>),
  type: string,
): Promise<Response> {
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  const headers = {
    etag,
    'cache-control': 'public, no-cache',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'",
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const body = typeof content === 'string' ? content : await content();
  return c.body(body, 200, { ...headers, 'content-type': type });
}
