import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { PersonId } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { createAuth } from './auth.ts';
import { type Passkeys, passkeys } from './passkey.ts';
import { updateName } from './person-store.ts';
import { type SecondFactor, secondFactor } from './second-factor.ts';
import { type Sessions, sessions } from './sessions.ts';
import { type SignInLinks, signInLinks } from './sign-in-link.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Viewer } from './viewer.ts';

export interface IdentityDeps {
  readonly config: Config;
  readonly db: Databases;
  readonly log: Logger;
  /** Told after a mail was left in the outbox. */
  readonly mailPosted: () => void;
}

/** Who people are and that they are who they say. The one place that knows better-auth. */
export interface Identity extends SignInLinks {
  /** The person signed in, with everything they may act for; undefined while a second step is outstanding. */
  viewerOf(headers: Headers): Promise<Viewer | undefined>;
  /** What the cookies prove, with the half-way state of an outstanding second step. */
  standingOf(headers: Headers): Promise<Standing>;
  /** Ends the session of these headers; answers the Set-Cookie values that clear it. */
  signOut(headers: Headers): Promise<readonly string[]>;
  readonly secondFactor: SecondFactor;
  readonly passkeys: Passkeys;
  readonly sessions: Sessions;
  rename(person: PersonId, name: string): Promise<void>;
}

export function createIdentity(deps: IdentityDeps): Identity {
  const auth = createAuth({ config: deps.config, db: deps.db.identity, log: deps.log });
  const parts = { ...deps, auth };
  return {
    ...signInLinks(parts),
    secondFactor: secondFactor(parts),
    passkeys: passkeys(parts),
    sessions: sessions(deps.db.identity),
    standingOf: (headers) => standingOf(parts, headers),
    async viewerOf(headers) {
      const standing = await standingOf(parts, headers);
      return standing.is === 'viewer' ? standing.viewer : undefined;
    },
    async signOut(headers) {
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true });
      return answered.getSetCookie();
    },
    rename: (person, name) => updateName(deps.db.identity, person, name),
  };
}
