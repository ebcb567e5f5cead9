import { type Context, Hono, type HonoRequest } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { anyone, signedIn } from '../http/guard.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { clientAddress } from './client-address.ts';
import { emailField } from './email-address.ts';
import { personName } from './person-name-field.ts';
import { attemptLimits, takeAttempt } from './rate-limit.ts';
import { sameSitePath, withNext } from './same-site-path.ts';
import { beginSession, setCookies } from './session-answer.ts';
import { signInContent } from './sign-in-content.ts';
import {
  CheckEmailPage,
  LinkGonePage,
  NamePage,
  SignedOutPage,
  SignInPage,
  UseLinkPage,
} from './sign-in-pages.tsx';
import { invitedNameOf } from './waiting-invitation-actions.ts';

const signInForm = z.object({ email: emailField(signInContent.signIn.emailMissing) });

const nameForm = z.object({ name: personName(signInContent.name.missing, signInContent.name.tooLong) });

/** Signing in by emailed link and out again. */
export function signInRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/sign-in', anyone, async (c) => {
      const next = askedNext(c.req);
      const standing = await c.var.deps.identity.standingOf(c.req.raw.headers);
      if (standing.is === 'viewer') return c.redirect(next ?? '/start', 303);
      if (standing.is === 'second-step') return c.redirect(withNext('/sign-in/second-step', next), 303);
      return c.render(<SignInPage next={next} email="" errors={noErrors} />);
    })
    .post('/sign-in', smallBody, anyone, async (c) => {
      const fields = await readForm(c);
      const next = sameSitePath(sentText(fields, 'next'));
      const parsed = parseForm(signInForm, fields);
      if (!parsed.ok) {
        c.status(422);
        return c.render(<SignInPage next={next} email={sentText(fields, 'email')} errors={parsed.errors} />);
      }
      const { email } = parsed.value;
      const { db, identity } = c.var.deps;
      await takeAttempt(db.app, `sign-in:address:${clientAddress(c)}`, attemptLimits.signInByAddress);
      await takeAttempt(db.app, `sign-in:email:${email}`, attemptLimits.signInByEmail);
      await identity.requestSignInLink({ email, next });
      return c.redirect(withNext('/sign-in/check-email', next), 303);
    })
    .get('/sign-in/check-email', anyone, (c) =>
      c.render(
        <CheckEmailPage next={askedNext(c.req)} development={c.var.deps.config.mode === 'development'} />,
      ),
    )
    .get('/sign-in/link/:token', anyone, async (c) => {
      const token = c.req.param('token');
      const email = await c.var.deps.identity.emailOfLink(token);
      if (!email) return linkGone(c, askedNext(c.req));
      return c.render(<UseLinkPage token={token} email={email} next={askedNext(c.req)} />);
    })
    .post('/sign-in/link/:token', smallBody, anyone, async (c) => {
      const next = sameSitePath(sentText(await readForm(c), 'next'));
      const { db, identity } = c.var.deps;
      await takeAttempt(db.app, `link:address:${clientAddress(c)}`, attemptLimits.linkByAddress);
      const outcome = await identity.finishSignIn(c.req.param('token'), c.req.raw.headers);
      if (!outcome.ok) return linkGone(c, next);
      return beginSession(c, outcome.value, next);
    })
    .get('/sign-in/name', signedIn, async (c) => {
      const { deps, viewer } = c.var;
      const name = viewer.name || (await invitedNameOf(deps.db.app, viewer.person)) || '';
      return c.render(<NamePage next={askedNext(c.req)} name={name} errors={noErrors} />);
    })
    .post('/sign-in/name', smallBody, signedIn, async (c) => {
      const fields = await readForm(c);
      const next = sameSitePath(sentText(fields, 'next'));
      const parsed = parseForm(nameForm, fields);
      if (!parsed.ok) {
        c.status(422);
        return c.render(<NamePage next={next} name={sentText(fields, 'name')} errors={parsed.errors} />);
      }
      await c.var.deps.identity.rename(c.var.viewer.person, parsed.value.name);
      return c.redirect(next ?? '/start', 303);
    })
    .post('/sign-out', smallBody, anyone, async (c) => {
      setCookies(c, await c.var.deps.identity.signOut(c.req.raw.headers));
      return c.redirect('/sign-out', 303);
    })
    .get('/sign-out', anyone, (c) => c.render(<SignedOutPage />));
}

export function askedNext(request: HonoRequest): string | undefined {
  return sameSitePath(request.query('next'));
}

function linkGone(c: Context<AppEnv>, next: string | undefined): Response | Promise<Response> {
  c.status(410);
  return c.render(<LinkGonePage next={next} />);
}
