import { type Context, Hono } from 'hono';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { anyone } from '../http/guard.ts';
import { clientAddress } from '../identity/client-address.ts';
import { takeAttempt } from '../identity/rate-limit.ts';
import { setCookies } from '../identity/session-answer.ts';
import { acknowledgeForm } from './acknowledge-form.ts';
import { acknowledgmentRefusalSentence } from './acknowledgment-content.ts';
import type { AcknowledgmentLink } from './acknowledgment-link.ts';
import { acknowledgeByLink, isLinkOf, shownLink } from './link-actions.ts';
import { linkRefusal, unknownLink } from './link-content.ts';
import { LinkDonePage, LinkForAnotherPage, LinkPage, LinkRefusedPage } from './link-pages.tsx';

/** A whole shift may open its links behind one address; whoever tries invented ones is stopped early. */
const limits = {
  byAddress: { attempts: 1_500, windowSeconds: 900 },
  inventedByAddress: { attempts: 60, windowSeconds: 900 },
} as const;

/** Reading and acknowledging by an emailed link, without an account. Opening it changes nothing. */
export function linkRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/acknowledge/:token', anyone, async (c) => {
    const token = c.req.param('token');
    const link = await look(c, token);
    const refused = await refusal(c, token, link);
    if (refused || !link) return refused ?? answerUnknown(c);
    return link.state.is === 'open'
      ? c.render(<LinkPage token={token} link={link} />)
      : c.render(<LinkDonePage token={token} link={link} />);
  });

  routes.get('/acknowledge/:token/document', anyone, async (c) => {
    const token = c.req.param('token');
    const link = await look(c, token);
    const refused = await refusal(c, token, link);
    if (refused || !link) return refused ?? answerUnknown(c);
    return serveFile(c.var.deps.files, link.document);
  });

  routes.post('/acknowledge/:token', smallBody, anyone, async (c) => {
    const { deps } = c.var;
    const token = c.req.param('token');
    const link = await look(c, token);
    const refused = await refusal(c, token, link);
    if (refused || !link) return refused ?? answerUnknown(c);
    if (link.state.is !== 'open') return c.redirect(`/acknowledge/${token}`, 303);
    const fields = await readForm(c);
    const typed = { hasRead: sentText(fields, 'hasRead') === 'yes', name: sentText(fields, 'name') };
    const form = parseForm(acknowledgeForm, fields);
    if (!form.ok) {
      c.status(422);
      return c.render(<LinkPage token={token} link={link} typed={typed} errors={form.errors} />);
    }
    const outcome = await acknowledgeByLink(deps.db.app, token, { name: form.value.name, at: deps.now() });
    if (!outcome.ok) {
      c.status(422);
      const errors = { name: acknowledgmentRefusalSentence(outcome.refusal) };
      return c.render(<LinkPage token={token} link={link} typed={typed} errors={errors} />);
    }
    return c.redirect(`/acknowledge/${token}`, 303);
  });

  routes.post('/acknowledge/:token/sign-out', smallBody, anyone, async (c) => {
    setCookies(c, await c.var.deps.identity.signOut(c.req.raw.headers));
    return c.redirect(`/acknowledge/${c.req.param('token')}`, 303);
  });

  return routes;
}

async function look(c: Context<AppEnv>, token: string): Promise<AcknowledgmentLink | undefined> {
  const { db, now } = c.var.deps;
  const address = clientAddress(c);
  await takeAttempt(db.app, `acknowledge:address:${address}`, limits.byAddress);
  const link = await shownLink(db.app, token, now());
  if (!link) await takeAttempt(db.app, `acknowledge:invented:${address}`, limits.inventedByAddress);
  return link;
}

/** Whoever is signed in as somebody else is told so before anything of the link, which may have been forwarded. */
async function refusal(c: Context<AppEnv>, token: string, link: AcknowledgmentLink | undefined) {
  const { deps, viewer } = c.var;
  if (link && viewer && !(await isLinkOf(deps.db.app, token, viewer.person))) {
    c.status(403);
    return c.render(<LinkForAnotherPage token={token} viewer={viewer.name} agency={link.agency.name} />);
  }
  const refused = link && linkRefusal(link.state, link);
  if (!refused) return undefined;
  c.status(refused.status);
  return c.render(<LinkRefusedPage refusal={refused} />);
}

function answerUnknown(c: Context<AppEnv>) {
  c.status(unknownLink.status);
  return c.render(<LinkRefusedPage refusal={unknownLink} />);
}
