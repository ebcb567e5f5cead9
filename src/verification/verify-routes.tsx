import { Hono } from 'hono';
import { readCertificateNumber } from '../certification/certificate.ts';
import { standingAfter } from '../certification/certificate-standing.ts';
import { certificateEvents, findCertificate } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import { findDirectoryEntryOf } from '../directory/directory-actions.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { clientAddress } from '../identity/client-address.ts';
import { attemptLimits, takeAttempt } from '../identity/rate-limit.ts';
import { publicKeys } from '../signing-key/signing-key-actions.ts';
import { findOut } from './examine-actions.ts';
import { FindingPage } from './finding-page.tsx';
import { inTurn, readShown, shownBody } from './shown-body-routes.ts';
import { verifyContent as content } from './verify-content.ts';
import { KnownCertificatePage, UnknownCertificatePage, VerifyPage } from './verify-pages.tsx';

/** Checking a certificate by its number: typed in, or reached from the code printed on it. */
export function verifyRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/verify', anyone, (c) => {
    const asked = c.req.query('number');
    if (asked === undefined) return c.render(<VerifyPage value="" />);
    const number = readCertificateNumber(asked);
    if (number) return c.redirect(`/verify/${number}`, 303);
    c.status(422);
    return c.render(<VerifyPage value={asked.slice(0, 100)} errors={{ number: content.missing }} />);
  });

  routes.post('/verify', shownBody, anyone, async (c) => {
    const { db, config, now } = c.var.deps;
    await takeAttempt(db.app, `verify:${clientAddress(c)}`, attemptLimits.verifyByAddress);
    const finding = await inTurn(async () => {
      const shown = await readShown(c);
      if (!shown) return undefined;
      return actingAs(db.app, { as: 'public' }, (tx) => findOut(tx, shown, { ...config, now: now() }));
    });
    if (finding) return c.render(<FindingPage finding={finding} />);
    c.status(422);
    return c.render(<VerifyPage value="" errors={{ file: content.file.missing }} />);
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
    const number = readCertificateNumber(asked);
    const found = await actingAs(c.var.deps.db.app, { as: 'public' }, async (tx) => {
      const certificate = number && (await findCertificate(tx, number));
      if (!certificate) return undefined;
      const standing = standingAfter(await certificateEvents(tx, number));
      return { certificate, standing, entry: await findDirectoryEntryOf(tx, certificate.agency) };
    });
    if (found) return c.render(<KnownCertificatePage {...found} />);
    c.status(404);
    return c.render(<UnknownCertificatePage number={number ?? asked.slice(0, 100)} />);
  });

  return routes;
}
