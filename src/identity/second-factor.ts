import { createHash } from 'node:crypto';
import type { PersonId } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Auth } from './auth.ts';
import { headersAfter, isRefusal } from './auth-answer.ts';
import { attemptLimits, countAttempt, takeAttempt } from './rate-limit.ts';
import { readTypedCode } from './second-factor-code.ts';
import { deleteSecondFactor, findSecondFactorState, type SecondFactorState } from './second-factor-store.ts';
import { markSecondFactor } from './session-store.ts';

export type WrongCode = { readonly code: 'wrong-code' };

/** What an authenticator app is given: an `otpauth:` address for its camera, and the key to type. */
export interface SetUp {
  readonly uri: string;
  readonly key: string;
}

/**
 * The second factor: a code from an authenticator app (TOTP), or a backup code. better-auth asks for it after
 * passwords only, so the rule that an emailed link is not enough is ours: see `sessionWorth`. Every function that
 * takes a code throws `TooManyAttempts` after five tries in 15 minutes.
 */
export interface SecondFactor {
  stateOf(person: PersonId): Promise<SecondFactorState>;
  /** Makes a new key; nothing is asked for until `confirm`. */
  startSetUp(headers: Headers): Promise<void>;
  /** The key that waits to be confirmed; once it is, nobody is shown it again. */
  setUpOf(person: PersonId, headers: Headers): Promise<SetUp | undefined>;
  /** Turns the second factor on. The backup codes are shown now or never. */
  confirm(
    person: PersonId,
    headers: Headers,
    code: string,
  ): Promise<
    Outcome<{ readonly backupCodes: readonly string[]; readonly cookies: readonly string[] }, WrongCode>
  >;
  /** Passes the second step of signing in: from then on the session counts. */
  pass(
    pending: { readonly person: PersonId; readonly session: string },
    headers: Headers,
    code: string,
  ): Promise<Outcome<undefined, WrongCode>>;
  /** Makes new backup codes; the old ones end. */
  renewBackupCodes(
    person: PersonId,
    headers: Headers,
    code: string,
  ): Promise<Outcome<{ readonly backupCodes: readonly string[] }, WrongCode>>;
  /** Turns the second factor off for somebody who lost phone and backup codes. For the command line only. */
  reset(person: PersonId): Promise<void>;
  /** Turns the second factor off. */
  remove(
    person: PersonId,
    headers: Headers,
    code: string,
  ): Promise<Outcome<{ readonly cookies: readonly string[] }, WrongCode>>;
}

export function secondFactor({ auth, db }: { readonly auth: Auth; readonly db: Databases }): SecondFactor {
  const check = (person: PersonId, headers: Headers, text: string) =>
    checkCode(auth, db, person, headers, text);
  return {
    stateOf: (person) => findSecondFactorState(db.identity, person),
    reset: (person) => deleteSecondFactor(db.identity, person),
    async startSetUp(headers) {
      await auth.api.enableTwoFactor({ body: {}, headers });
    },
    async setUpOf(person, headers) {
      if ((await findSecondFactorState(db.identity, person)) !== 'pending') return undefined;
      const { totpURI } = await auth.api.getTOTPURI({ body: {}, headers });
      return { uri: totpURI, key: new URL(totpURI).searchParams.get('secret') ?? '' };
    },
    async confirm(person, headers, text) {
      const cookies = await confirmWithCode(auth, db, person, headers, text);
      if (!cookies) return refused({ code: 'wrong-code' });
      const after = headersAfter(headers, cookies);
      const found = await auth.api.getSession({ headers: after });
      if (!found) throw new Error('The session after turning on the second factor is gone.');
      await markSecondFactor(db.identity, found.session.id);
      const { backupCodes } = await auth.api.generateBackupCodes({ body: {}, headers: after });
      return done({ backupCodes, cookies });
    },
    async pass(pending, headers, text) {
      if (!(await check(pending.person, headers, text))) return refused({ code: 'wrong-code' });
      await markSecondFactor(db.identity, pending.session);
      return done(undefined);
    },
    async renewBackupCodes(person, headers, text) {
      if (!(await check(person, headers, text))) return refused({ code: 'wrong-code' });
      const { backupCodes } = await auth.api.generateBackupCodes({ body: {}, headers });
      return done({ backupCodes });
    },
    async remove(person, headers, text) {
      if (!(await check(person, headers, text))) return refused({ code: 'wrong-code' });
      const answer = await auth.api.disableTwoFactor({ body: {}, headers, returnHeaders: true });
      return done({ cookies: answer.headers.getSetCookie() });
    },
  };
}

/** The first code of a new key: better-auth then turns the factor on and begins another session. */
async function confirmWithCode(
  auth: Auth,
  db: Databases,
  person: PersonId,
  headers: Headers,
  text: string,
): Promise<readonly string[] | undefined> {
  await takeAttempt(db.app, `code:${person}`, attemptLimits.codeByPerson);
  const typed = readTypedCode(text);
  if (typed?.kind !== 'app') return undefined;
  if ((await findSecondFactorState(db.identity, person)) !== 'pending') return undefined;
  try {
    const answer = await auth.api.verifyTOTP({ body: { code: typed.code }, headers, returnHeaders: true });
    await isFirstUse(db, person, typed.code);
    return answer.headers.getSetCookie();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

async function checkCode(
  auth: Auth,
  db: Databases,
  person: PersonId,
  headers: Headers,
  text: string,
): Promise<boolean> {
  await takeAttempt(db.app, `code:${person}`, attemptLimits.codeByPerson);
  const typed = readTypedCode(text);
  if (!typed) return false;
  try {
    if (typed.kind === 'backup') {
      // better-auth takes the code off the list in the same step.
      await auth.api.verifyBackupCode({ body: { code: typed.code, disableSession: true }, headers });
      return true;
    }
    await auth.api.verifyTOTP({ body: { code: typed.code }, headers });
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
  return isFirstUse(db, person, typed.code);
}

/** A code seen over somebody's shoulder is worth nothing after its owner has used it. */
async function isFirstUse(db: Databases, person: PersonId, code: string): Promise<boolean> {
  const mark = createHash('sha256').update(`${person}:${code}`).digest('base64url');
  return (await countAttempt(db.app, `code-used:${mark}`, attemptLimits.sameCode)).allowed;
}
