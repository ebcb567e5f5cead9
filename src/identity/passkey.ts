import type { PersonId } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Auth } from './auth.ts';
import { headersAfter, isRefusal, refusalCode } from './auth-answer.ts';
import type { NewPasskeyAnswer, PasskeyAnswer } from './passkey-answer.ts';
import { deletePasskey, listPasskeys, type StoredPasskey } from './passkey-store.ts';
import { deleteSession, markSecondFactor } from './session-store.ts';
import type { SignedIn } from './sign-in-link.ts';

/** What the browser's WebAuthn call takes, and the cookie that binds the answer to it. */
export interface PasskeyChallenge {
  readonly options: object;
  readonly cookies: readonly string[];
}

export type PasskeyRefusal = { readonly code: 'passkey-refused' };

/** Passkeys: the device checks finger, face or PIN, so one counts as both factors. */
export interface Passkeys {
  listOf(person: PersonId): Promise<readonly StoredPasskey[]>;
  challengeToAdd(
    headers: Headers,
  ): Promise<Outcome<PasskeyChallenge, { readonly code: 'session-not-fresh' }>>;
  add(headers: Headers, answer: NewPasskeyAnswer, name: string): Promise<Outcome<undefined, PasskeyRefusal>>;
  remove(person: PersonId, id: string): Promise<boolean>;
  challengeToSignIn(headers: Headers): Promise<PasskeyChallenge>;
  signIn(headers: Headers, answer: PasskeyAnswer): Promise<Outcome<SignedIn, PasskeyRefusal>>;
}

export function passkeys({ auth, db }: { readonly auth: Auth; readonly db: Databases }): Passkeys {
  return {
    listOf: (person) => listPasskeys(db.identity, person),
    remove: (person, id) => deletePasskey(db.identity, person, id),
    async challengeToAdd(headers) {
      try {
        const answer = await auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true });
        return done({ options: answer.response, cookies: answer.headers.getSetCookie() });
      } catch (error) {
        if (refusalCode(error) === 'SESSION_NOT_FRESH') return refused({ code: 'session-not-fresh' });
        throw error;
      }
    },
    async add(headers, response, name) {
      try {
        await auth.api.verifyPasskeyRegistration({ body: { response, name }, headers });
        return done(undefined);
      } catch (error) {
        return refusedOrThrown(error);
      }
    },
    async challengeToSignIn(headers) {
      const answer = await auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
      // better-auth asks devices to check their owner only where they like to; we take no other answer.
      const options = { ...answer.response, userVerification: 'required' };
      return { options, cookies: answer.headers.getSetCookie() };
    },
    async signIn(headers, response) {
      const before = await auth.api.getSession({ headers });
      try {
        const answer = await auth.api.verifyPasskeyAuthentication({
          body: { response },
          headers,
          returnHeaders: true,
        });
        const cookies = answer.headers.getSetCookie();
        const found = await auth.api.getSession({ headers: headersAfter(headers, cookies) });
        if (!found) throw new Error('The session of the passkey is gone.');
        await markSecondFactor(db.identity, found.session.id);
        if (before) await deleteSession(db.identity, before.user.id as PersonId, before.session.id);
        return done({
          person: found.user.id as PersonId,
          name: found.user.name,
          session: found.session.id,
          needsSecondStep: false,
          cookies,
        });
      } catch (error) {
        return refusedOrThrown(error);
      }
    },
  };
}

/** A faulty answer of a browser makes better-auth's check throw, which it reports as its own fault. */
function refusedOrThrown(error: unknown) {
  const code = refusalCode(error);
  if (isRefusal(error) || code === 'FAILED_TO_VERIFY_REGISTRATION')
    return refused({ code: 'passkey-refused' });
  throw error;
}
