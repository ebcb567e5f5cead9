import { type Context, Hono } from 'hono';
import { standingOn } from '../certification/certificate-standing.ts';
import { certificateEvents, findCertificate } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import { findDirectoryEntryOf } from '../directory/directory-actions.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { clientAddress } from '../identity/client-address.ts';
import { attemptLimits, countAttempt } from '../identity/rate-limit.ts';
import { publicKeys } from '../signing-key/signing-key-actions.ts';
import { CheckTurns } from './check-turns.ts';
import { findOut, lastDayOn } from './examine-actions.ts';
import { FindingPage } from './finding-page.tsx';
import { ReadingPlaces } from './reading-places.ts';
import { receiveShown, type ShownRefusal } from './shown-body-routes.ts';
import { readTypedNumber } from './typed-number.ts';
import { verifyContent as content, numberRefusalSentence, shownRefusalSentence } from './verify-content.ts';
import { KnownCertificatePage, UnknownCertificatePage, VerifyPage } from './verify-pages.tsx';

/** Each holds a connection to the database; what a check does besides takes some milliseconds. */
const checksAtOnce = 4;

/** Checking a certificate by its number: typed in, or reached from the code printed on it. */
export function verifyRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const places = new ReadingPlaces();
  const turns = new CheckTurns(checksAtOnce);

  routes.get('/verify', anyone, (c) => {
    const asked = c.req.query('number');
    if (asked === undefined) return c.render(<VerifyPage value="" />);
    const number = readTypedNumber(asked);
    if (number.ok) return c.redirect(`/verify/${number.value}`, 303);
    c.status(422);
    const errors = { number: numberRefusalSentence(number.refusal) };
    return c.render(<VerifyPage value={asked.slice(0, 100)} errors={errors} />);
  });

  routes.post('/verify', anyone, async (c) => {
    const { db, config, now } = c.var.deps;
    const address = clientAddress(c);
    // Before a byte is read: counted, and given a place.
    const attempt = await countAttempt(db.app, `verify:${address}`, attemptLimits.verifyByAddress);
    if (!attempt.allowed) return refuse(c, { code: 'too-many-tries', seconds: attempt.waitSeconds });
    const taken = places.take(address, performance.now());
    if (!taken.ok) return refuse(c, taken.refusal);
    try {
      const received = await receiveShown(c, taken.value);
      if (!received.ok) return refuse(c, received.refusal);
      const { value: shown } = received;
      if (shown === undefined) return refuseWith(c, 422, content.file.missing);
      const finding = await turns.inTurn(() =>
        actingAs(db.app, { as: 'public' }, (tx) => findOut(tx, shown, { ...config, now: now() })),
      );
      return c.render(<FindingPage finding={finding} />);
    } finally {
      taken.value.leave();
    }
  });

  // What checks our PDFs without us: a reader that trusts these certificates, or `onemind verify`.
  routes.get('/.well-known/onemind-certificates.pem', anyone, async (c) => {
    const keys = await actingAs(c.var.deps.db.app, { as: 'public' }, (tx) => publicKeys(tx, 'document'));
    return c.body(keys.map(({ certificatePem }) => certificatePem).join(''), 200, {
      'content-type': 'application/x-pem-file',
      'cache-control': 'public, no-cache',
    });
  });

  routes.get('/verify/:number', anyone, async (c) => {
    const asked = c.req.param('number');
    const typed = readTypedNumber(asked);
    const number = typed.ok ? typed.value : undefined;
    const today = lastDayOn(c.var.deps.now());
    const found = await actingAs(c.var.deps.db.app, { as: 'public' }, async (tx) => {
      const certificate = number && (await findCertificate(tx, number));
      if (!certificate) return undefined;
      const standing = standingOn(today, certificate.validUntil, await certificateEvents(tx, number));
      return { certificate, standing, entry: await findDirectoryEntryOf(tx, certificate.agency) };
    });
    if (found) return c.render(<KnownCertificatePage {...found} />);
    c.status(404);
    return c.render(<UnknownCertificatePage number={number ?? asked.slice(0, 100)} />);
  });

  return routes;
}

type RefusedStatus = 400 | 408 | 413 | 422 | 429 | 503;

const refusedStatuses: Readonly<Record<ShownRefusal['code'], RefusedStatus>> = {
  'too-many-tries': 429,
  'address-places-taken': 429,
  'all-places-taken': 503,
  'memory-full': 503,
  'too-slow': 408,
  'too-large': 413,
  'cut-off': 400,
};
const secondsToWait = 5;

/** Refuses what was not read to its end, so nothing else can come over this connection. */
function refuse(c: Context<AppEnv>, refusal: ShownRefusal): Response | Promise<Response> {
  const status = refusedStatuses[refusal.code];
  c.header('connection', 'close');
  if (status === 429 || status === 503) {
    c.header('retry-after', String('seconds' in refusal ? refusal.seconds : secondsToWait));
  }
  return refuseWith(c, status, shownRefusalSentence(refusal));
}

function refuseWith(
  c: Context<AppEnv>,
  status: RefusedStatus,
  sentence: string,
): Response | Promise<Response> {
  c.status(status);
  return c.render(<VerifyPage value="" errors={{ file: sentence }} />);
}
