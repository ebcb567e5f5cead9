import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { findDirectoryEntryOf } from '../directory/directory-actions.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { readCertificateNumber } from './certificate.ts';
import { standingAfter } from './certificate-standing.ts';
import { certificateEvents, findCertificate } from './certification-actions.ts';
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
