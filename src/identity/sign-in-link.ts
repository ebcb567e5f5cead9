import { isAPIError } from 'better-auth/api';
import type { Config } from '../config.ts';
import { actingAs, type PersonId } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Auth } from './auth.ts';
import { signInMail } from './identity-mail.ts';
import { ensurePerson, hasSecondFactor } from './person-store.ts';
import { forgetAttempts } from './rate-limit.ts';
import { withNext } from './same-site-path.ts';
import { deleteExpired, deleteSession } from './session-store.ts';
import { findLinkEmail } from './sign-in-link-store.ts';
import { storedLinkToken } from './token.ts';

/** A session that has just begun; `cookies` are whole Set-Cookie values for the answer. */
export interface SignedIn {
  readonly person: PersonId;
  readonly name: string;
  readonly session: string;
  /** The person has a second factor: the session counts only after its code. */
  readonly needsSecondStep: boolean;
  readonly cookies: readonly string[];
}

export interface SignInLinks {
  /** Mails a link to the address, known or not: from outside both look the same. */
  requestSignInLink(ask: { readonly email: string; readonly next?: string | undefined }): Promise<void>;
  /** The address of a sign-in page for this email, for the command line: whoever holds it is that person. */
  makeSignInLink(email: string, next?: string): Promise<string>;
  /** Whom the link would sign in, while it can be used. Doesn't use it up, so mail scanners may look. */
  emailOfLink(token: string): Promise<string | undefined>;
  /** Uses the link up and begins a session in place of the one these headers carry. */
  finishSignIn(
    token: string,
    headers: Headers,
  ): Promise<Outcome<SignedIn, { readonly code: 'link-not-usable' }>>;
}

export interface SignInLinkDeps {
  readonly auth: Auth;
  readonly db: Databases;
  readonly config: Config;
  readonly mailPosted: () => void;
}

export function signInLinks(deps: SignInLinkDeps): SignInLinks {
  return {
    async requestSignInLink({ email, next }) {
      const url = await makeLink(deps, email, next);
      await actingAs(deps.db.app, { as: 'public' }, (tx) =>
        postMail(tx, signInMail({ to: email, url, campaign: deps.config.campaign.name })),
      );
      deps.mailPosted();
    },
    makeSignInLink: (email, next) => makeLink(deps, email, next),
    emailOfLink: (token) => findLinkEmail(deps.db.identity, storedLinkToken(token)),
    async finishSignIn(token, headers) {
      const signedIn = await consume(deps, token, headers);
      return signedIn ? done(signedIn) : refused({ code: 'link-not-usable' });
    },
  };
}

async function makeLink(deps: SignInLinkDeps, email: string, next: string | undefined): Promise<string> {
  const token = await newLinkToken(deps.auth, email);
  return `${deps.config.siteUrl}${withNext(`/sign-in/link/${token}`, next)}`;
}

async function newLinkToken(auth: Auth, email: string): Promise<string> {
  let token: string | undefined;
  const receive = (made: string) => {
    token = made;
  };
  await auth.api.signInMagicLink({ body: { email, metadata: { receive } }, headers: new Headers() });
  if (!token) throw new Error('No sign-in token was made.');
  return token;
}

async function consume(deps: SignInLinkDeps, token: string, headers: Headers): Promise<SignedIn | undefined> {
  const email = await findLinkEmail(deps.db.identity, storedLinkToken(token));
  if (!email) return undefined;
  // Made here and not by better-auth, so that two links of a new address used at once don't collide.
  await ensurePerson(deps.db.identity, email);
  const before = await deps.auth.api.getSession({ headers });
  const answer = await verify(deps.auth, token, headers);
  if (!answer) return undefined;
  const { user, session } = answer.response;
  const person = user.id as PersonId;
  // Signing in is rare and everybody does it: the place to sweep up after those who didn't.
  await deleteExpired(deps.db.identity);
  await forgetAttempts(deps.db.app);
  if (before) await deleteSession(deps.db.identity, before.user.id as PersonId, before.session.id);
  return {
    person,
    name: user.name,
    session: session.id,
    needsSecondStep: await hasSecondFactor(deps.db.identity, person),
    cookies: answer.headers.getSetCookie(),
  };
}

/** better-auth answers a token that can't be used with a redirect that names INVALID_TOKEN. */
async function verify(auth: Auth, token: string, headers: Headers) {
  try {
    return await auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
  } catch (cause) {
    if (isAPIError(cause) && redirectOf(cause.headers).includes('error=INVALID_TOKEN')) return undefined;
    throw new Error('Sign-in by link failed.', { cause });
  }
}

function redirectOf(headers: ConstructorParameters<typeof Headers>[0]): string {
  return new Headers(headers).get('location') ?? '';
}
