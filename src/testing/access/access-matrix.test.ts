import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, testSite } from '../test-app.ts';
import { type Cast, gatherCast, nameOf, type Part, parts } from './cast.ts';
import { type Access, expectations } from './expectations.ts';

/** What the guards logged about refusals, by request id. */
const refusals = new Map<string, string>();
const log = pino(
  new Writable({
    write(line: Buffer, _encoding, next) {
      const { requestId, refused } = JSON.parse(line.toString());
      if (refused) refusals.set(requestId, refused);
      next();
    },
  }),
);

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await createTestApp({ log });
  cast = await gatherCast(app);
});
afterAll(() => app.close());

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every handler the program registered; what is mounted for all methods is middleware. */
function registeredRoutes(): readonly Route[] {
  const seen = new Map(
    app.app.routes
      .filter((route) => route.method !== 'ALL')
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  );
  // What ends sessions goes last, when nobody needs them any more.
  const endsSessions = (route: Route) => /sign-out/.test(route.path) && route.method === 'POST';
  return [...seen.values()].sort((a, b) => Number(endsSessions(a)) - Number(endsSessions(b)));
}

function mayEnter(access: Access, part: Part): boolean {
  if (access === 'anyone') return true;
  if (part.is === 'signed-out') return false;
  if (access === 'signed-in') return true;
  if (access === 'own-partner') return part.is === 'own-partner';
  if ('agency' in access) return part.is === 'own-agency' && access.agency.includes(part.role);
  return part.is === 'campaign' && access.campaign.includes(part.role);
}

interface Answer {
  readonly status: number;
  /** Why a guard turned the visitor away, where one did. */
  readonly refused: string | undefined;
}

async function knock(route: Route, part: Part): Promise<Answer> {
  const requestId = randomUUID();
  const cookie = cast.cookieOf(part);
  const { status } = await app.app.request(testSite + filled(route.path), {
    method: route.method,
    headers: {
      'x-request-id': requestId,
      origin: testSite,
      ...(cookie ? { cookie } : {}),
      ...(route.method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(route.method === 'POST' ? { body: 'nothing=' } : {}),
  });
  return { status, refused: refusals.get(requestId) };
}

/** What is wrong with an answer. Ten thousand of them are looked at: one expectation for each would take seconds. */
function faultOf({ status, refused }: Answer, isLetIn: boolean): string | undefined {
  if (status >= 500) return `failed with ${status}`;
  if (refused && ![303, 401, 403, 404].includes(status)) return `refused (${refused}) with ${status}`;
  if (isLetIn === (refused === undefined)) return undefined;
  return refused ? `refused (${refused})` : 'let in';
}

/** The own agency's and partner's address, and an id or token that nothing has. */
function filled(path: string): string {
  return path
    .replace(':agency', cast.agencySlug)
    .replace(':partner', cast.partner)
    .replace(/:\w+(\{[^}]*\})?/g, '00000000-0000-4000-8000-000000000000')
    .replace(/\*$/, 'x');
}

describe('who gets through which door', () => {
  it('every route has an expectation, and every expectation a route', () => {
    const routes = registeredRoutes().map((route) => `${route.method} ${route.path}`);
    expect(routes.filter((route) => !(route in expectations))).toEqual([]);
    expect(Object.keys(expectations).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('every route lets in whom it is for, and turns away everybody else', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    for (const route of registeredRoutes()) {
      const access = expectations[`${route.method} ${route.path}`];
      if (!access) continue;
      for (const part of parts) {
        const fault = faultOf(await knock(route, part), mayEnter(access, part));
        if (fault) wrong.push(`${route.method} ${route.path}: ${nameOf(part)} ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
