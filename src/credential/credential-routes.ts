import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { type CertificateNumber, readCertificateNumber } from '../certification/certificate.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { credentialOf } from './agency-credential-actions.ts';
import { pngBadge, pngPicture, svgBadge } from './badge-image-actions.ts';
import { publishedDid } from './did-actions.ts';
import { ownCredentialRoutes } from './own-credential-routes.tsx';
import type { SignedCredential } from './signed-credential.ts';
import { staffCredentialRoutes } from './staff-credential-routes.tsx';
import { statusListNow } from './status-list-actions.ts';
import { answerWithheldBadge } from './withheld-badge-routes.tsx';

/** What other programs need to check our credentials by themselves, from whatever site they run on; and credentials of people. */
export function credentialRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.route('/', ownCredentialRoutes());
  routes.route('/', staffCredentialRoutes());

  routes.get('/.well-known/did.json', anyone, async (c) => {
    const { db } = c.var.deps;
    const document = await actingAs(db.app, { as: 'public' }, (tx) => publishedDid(tx, c.var.deps));
    return published(c, JSON.stringify(document), 'application/did+json');
  });

  routes.get('/credentials/status/:list', anyone, async (c) => {
    const list = /^[1-9]\d{0,8}$/.test(c.req.param('list')) ? Number(c.req.param('list')) : 0;
    const { db } = c.var.deps;
    const found = await actingAs(db.app, { as: 'public' }, (tx) => statusListNow(tx, list, c.var.deps));
    if (!found) throw new NotFound();
    return published(c, found.json, 'application/vc', `W/"${found.state}"`);
  });

  routes.get('/credentials/:file', anyone, async (c) => {
    const { deps } = c.var;
    if (c.req.param('file') === 'mark.png')
      return published(c, await pngPicture(deps.config, false), 'image/png');
    const asked = readFileName(c.req.param('file'));
    const credential = asked && (await credentialOf(deps.db.app, asked.number, deps));
    if (!credential) throw new NotFound();
    // The credential by itself tells programs that it has ended; a picture says nothing of the kind to who sees it.
    const isPicture = asked.form === 'png' || asked.form === 'svg';
    const withheld = isPicture ? await answerWithheldBadge(c, asked.number) : undefined;
    return withheld ?? answers[asked.form](c, credential, asked.number);
  });

  return routes;
}

type Answer = (
  c: Context<AppEnv>,
  credential: SignedCredential,
  number: CertificateNumber,
) => Promise<Response>;

const answers = {
  json: async (c, { json }) => published(c, json, 'application/vc'),
  jwt: async (c, { jwt }) => published(c, jwt, 'application/vc+jwt'),
  png: async (c, credential, number) =>
    published(c, await pngBadge(c.var.deps, agencyBadge(number), credential), 'image/png'),
  svg: async (c, credential, number) =>
    published(c, await svgBadge(c.var.deps, agencyBadge(number), credential), 'image/svg+xml'),
} as const satisfies Record<string, Answer>;

function agencyBadge(number: CertificateNumber) {
  return { title: `One Mind Certified, ${number}`, isCertified: true };
}

/** `OM-2026-000007.json`, written just so. */
function readFileName(
  file: string,
): { readonly number: CertificateNumber; readonly form: keyof typeof answers } | undefined {
  const [name = '', form = '', ...more] = file.split('.');
  const number = readCertificateNumber(name);
  const isForm = (text: string): text is keyof typeof answers => Object.hasOwn(answers, text);
  return number === name && isForm(form) && more.length === 0 ? { number, form } : undefined;
}

/** Public, for every site, and never given again without asking here whether it still holds. */
function published(
  c: Context<AppEnv>,
  content: string | Buffer,
  mediaType: string,
  etag = `"${createHash('sha256').update(content).digest('base64url')}"`,
): Response {
  const headers = {
    etag,
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return c.body(body, 200, { ...headers, 'content-type': mediaType });
}
