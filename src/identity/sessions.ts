import type { PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { sessionLimits } from './session-rules.ts';
import { deleteSession, deleteSessions, listSessions, type SessionRow } from './session-store.ts';

/** Where a person is signed in. */
export interface Sessions {
  /** Those that are not idle too long, the last used first. */
  listOf(person: PersonId): Promise<readonly SessionRow[]>;
  /** Signs one of the person's devices out at once; false when there is no such session. */
  end(person: PersonId, session: string): Promise<boolean>;
  /** Signs the person out everywhere, or everywhere else when a session is kept; answers how many ended. */
  endAll(person: PersonId, keep?: string): Promise<number>;
}

export function sessions(identity: Database): Sessions {
  return {
    async listOf(person) {
      const idleSince = Date.now() - sessionLimits.idle;
      const rows = await listSessions(identity, person);
      return rows.filter((row) => row.lastUsedAt.getTime() > idleSince);
    },
    end: (person, session) => deleteSession(identity, person, session),
    endAll: (person, keep) => deleteSessions(identity, person, keep),
  };
}
