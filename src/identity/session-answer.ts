import type { Context } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { withNext } from './same-site-path.ts';
import type { SignedIn } from './sign-in-link.ts';

/** Hands the browser its new session and sends it to what is still missing: the second step, a name, or nothing. */
export function beginSession(c: Context<AppEnv>, signedInNow: SignedIn, next: string | undefined): Response {
  setCookies(c, signedInNow.cookies);
  if (signedInNow.needsSecondStep) return c.redirect(withNext('/sign-in/second-step', next), 303);
  if (signedInNow.name === '') return c.redirect(withNext('/sign-in/name', next), 303);
  return c.redirect(next ?? '/start', 303);
}

export function setCookies(c: Pick<Context<AppEnv>, 'header'>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}
