import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../http/environment.ts';
import { smallBody } from '../http/form.ts';
import { anyone, signedIn } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { oneLine } from '../question/plain-text.ts';
import { accountContent } from './account-content.ts';
import { accountPath } from './account-routes.tsx';
import { clientAddress } from './client-address.ts';
import { newPasskeyAnswer, passkeyAnswer } from './passkey-answer.ts';
import { attemptLimits, takeAttempt } from './rate-limit.ts';
import { sameSitePath, withNext } from './same-site-path.ts';
import { setCookies } from './session-answer.ts';
import { signInContent } from './sign-in-content.ts';

const addRequest = z.object({
  answer: newPasskeyAnswer,
  name: z.string().transform(oneLine).pipe(z.string().max(60)),
});
const signInRequest = z.object({ answer: passkeyAnswer, next: z.string().max(2000) });

/** What the browser module asks for: JSON in and out, since WebAuthn is a script's matter. */
export function passkeyRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/account/passkeys/options', smallBody, signedIn, async (c) => {
      const challenge = await c.var.deps.identity.passkeys.challengeToAdd(c.req.raw.headers);
      if (!challenge.ok) return c.json({ message: accountContent.passkeys.notFresh }, 403);
      setCookies(c, challenge.value.cookies);
      return c.json(challenge.value.options);
    })
    .post('/account/passkeys', smallBody, signedIn, async (c) => {
      const asked = addRequest.safeParse(await sentJson(c));
      const refusal = { message: accountContent.passkeys.failed };
      if (!asked.success) return c.json(refusal, 422);
      const { passkeys } = c.var.deps.identity;
      const outcome = await passkeys.add(c.req.raw.headers, asked.data.answer, asked.data.name);
      return outcome.ok ? c.json({ goTo: accountPath('passkey-added') }) : c.json(refusal, 422);
    })
    .post('/account/passkeys/:id/remove', smallBody, signedIn, async (c) => {
      const { passkeys } = c.var.deps.identity;
      if (!(await passkeys.remove(c.var.viewer.person, pathId(c, 'id')))) throw new NotFound();
      return c.redirect(accountPath('passkey-removed'), 303);
    })
    .post('/sign-in/passkey/options', smallBody, anyone, async (c) => {
      await takeAttempt(
        c.var.deps.db.app,
        `passkey:address:${clientAddress(c)}`,
        attemptLimits.passkeyByAddress,
      );
      const challenge = await c.var.deps.identity.passkeys.challengeToSignIn(c.req.raw.headers);
      setCookies(c, challenge.cookies);
      return c.json(challenge.options);
    })
    .post('/sign-in/passkey', smallBody, anyone, async (c) => {
      const asked = signInRequest.safeParse(await sentJson(c));
      const refusal = { message: signInContent.passkey.failed };
      if (!asked.success) return c.json(refusal, 422);
      const outcome = await c.var.deps.identity.passkeys.signIn(c.req.raw.headers, asked.data.answer);
      if (!outcome.ok) return c.json(refusal, 422);
      setCookies(c, outcome.value.cookies);
      const next = sameSitePath(asked.data.next);
      return c.json({
        goTo: outcome.value.name === '' ? withNext('/sign-in/name', next) : (next ?? '/start'),
      });
    });
}

/** The JSON that was sent; undefined when it is none, which no schema takes. */
async function sentJson(c: Pick<Context, 'req'>): Promise<unknown> {
  if (!c.req.header('content-type')?.startsWith('application/json')) return undefined;
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
