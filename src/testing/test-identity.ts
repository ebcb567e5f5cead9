import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import { createIdentity, type Identity, type IdentityDeps } from '../identity/identity.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { testSecret } from './database-server.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestIdentity extends TestDatabase {
  readonly deps: IdentityDeps;
  readonly identity: Identity;
  /** Asks for a link and takes its token out of the mail. */
  mailedToken(email: string): Promise<string>;
  /** Signs in through the emailed link; answers headers that carry the session. */
  signIn(email: string): Promise<Headers>;
}

/** Identity on a database of its own, without pages. */
export async function createTestIdentity(environment: NodeJS.ProcessEnv = {}): Promise<TestIdentity> {
  const database = await createTestDatabase();
  const config = readConfig({
    NODE_ENV: 'test',
    SITE_URL: 'http://onemind.test',
    ONEMIND_SECRET: testSecret,
    ...environment,
  });
  const deps = {
    config,
    db: database.databases,
    log: pino({ level: 'silent' }),
    mailPosted: () => undefined,
  };
  const identity = createIdentity(deps);
  const mailedToken = async (email: string) => {
    await identity.requestSignInLink({ email });
    const mails = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 1));
    const token = /\/sign-in\/link\/([^\s?]+)/.exec(mails[0]?.text ?? '')?.[1];
    if (mails[0]?.recipient !== email || !token) throw new Error(`No link was mailed to ${email}.`);
    return token;
  };
  return {
    ...database,
    deps,
    identity,
    mailedToken,
    async signIn(email) {
      const outcome = await identity.finishSignIn(await mailedToken(email), new Headers());
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return cookieOf(outcome.value.cookies);
    },
  };
}

/** The request headers of a browser that was answered with these Set-Cookie values. */
export function cookieOf(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') });
}
