import { sql } from 'kysely';
import type { PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { TooManyAttempts } from '../http/refused-request.ts';

/** So many attempts in a window that slides. */
export interface AttemptLimit {
  readonly attempts: number;
  readonly windowSeconds: number;
}

const minutes = 60;

/** Generous to an agency or an academy class behind one address, tight on one mailbox and one person's codes. */
export const attemptLimits = {
  signInByAddress: { attempts: 200, windowSeconds: 15 * minutes },
  signInByEmail: { attempts: 10, windowSeconds: 15 * minutes },
  linkByAddress: { attempts: 200, windowSeconds: 15 * minutes },
  passkeyByAddress: { attempts: 200, windowSeconds: 15 * minutes },
  codeByPerson: { attempts: 5, windowSeconds: 15 * minutes },
  /** A code is good for some 90 seconds; it is taken once. */
  sameCode: { attempts: 1, windowSeconds: 2 * minutes },
  invitationByAddress: { attempts: 200, windowSeconds: 15 * minutes },
  invitationByPerson: { attempts: 60, windowSeconds: 15 * minutes },
  /** Mail that a person causes, of every kind together. */
  mailByPerson: { attempts: 60, windowSeconds: 60 * minutes },
  /** Mail to one mailbox that the program doesn't know to be a member's, whoever causes it. */
  mailToAddress: { attempts: 10, windowSeconds: 24 * 60 * minutes },
  /** Files shown to be checked: a training office with a pile of them is fine. */
  verifyByAddress: { attempts: 300, windowSeconds: 15 * minutes },
  joinByPerson: { attempts: 10, windowSeconds: 24 * 60 * minutes },
  joinByAgency: { attempts: 100, windowSeconds: 24 * 60 * minutes },
} as const satisfies Record<string, AttemptLimit>;

export interface WindowCount {
  readonly present: number;
  readonly previous: number;
  /** How far the present window has run, from 0 to 1. */
  readonly elapsed: number;
}

export type Attempt = { readonly allowed: true } | { readonly allowed: false; readonly waitSeconds: number };

/**
 * Counts an attempt and says whether it is within the limit. One statement for all web processes: the present
 * window's count, plus the share of the previous window that still lies within the last `windowSeconds`. Refused
 * attempts count once at most, so that trying on doesn't lengthen the wait.
 */
export async function countAttempt(app: Database, bucket: string, limit: AttemptLimit): Promise<Attempt> {
  const { rows } = await sql<WindowCount>`
    with clock as (
      select date_bin(make_interval(secs => ${limit.windowSeconds}), now(), timestamptz 'epoch') as started
    ), counted as (
      insert into rate_window as w (bucket, started_at, attempts) select ${bucket}, started, 1 from clock
      on conflict (bucket, started_at) do update set attempts = least(w.attempts + 1, ${limit.attempts + 1})
      returning attempts
    )
    select counted.attempts as present,
      coalesce((select attempts from rate_window r
        where r.bucket = ${bucket} and r.started_at = clock.started - make_interval(secs => ${limit.windowSeconds})), 0) as previous,
      extract(epoch from now() - clock.started)::float8 / ${limit.windowSeconds} as elapsed
    from counted, clock`.execute(app);
  const [row] = rows;
  if (!row) throw new Error('The attempt was not counted.');
  return judgeAttempt(row, limit);
}

/** The rule of the sliding window, apart from where the counts are kept. The present count includes this attempt. */
export function judgeAttempt({ present, previous, elapsed }: WindowCount, limit: AttemptLimit): Attempt {
  if (present + previous * (1 - elapsed) <= limit.attempts) return { allowed: true };
  // One more fits in this window once the previous one weighs little enough; else in the next, where this one fades.
  const room = limit.attempts - present - 1;
  const share = room >= 0 && previous > 0 ? 1 - room / previous : 2 - (limit.attempts - 1) / present;
  return { allowed: false, waitSeconds: Math.max(1, Math.ceil((share - elapsed) * limit.windowSeconds)) };
}

/** Counts an attempt; throws `TooManyAttempts`, which the site answers with 429 and how long to wait. */
export async function takeAttempt(app: Database, bucket: string, limit: AttemptLimit): Promise<void> {
  const attempt = await countAttempt(app, bucket, limit);
  if (!attempt.allowed) throw new TooManyAttempts(attempt.waitSeconds);
}

/**
 * Counts mail that somebody is about to cause, before it is written: against that person, and against each mailbox
 * whose address was typed by hand. One account that anybody can make is then no way to flood mailboxes.
 */
export async function takeMailAttempts(
  app: Database,
  person: PersonId,
  ...typedAddresses: readonly (string | undefined)[]
): Promise<void> {
  await takeAttempt(app, `mail:person:${person}`, attemptLimits.mailByPerson);
  for (const address of new Set(typedAddresses)) {
    if (address) await takeAttempt(app, `mail:address:${address}`, attemptLimits.mailToAddress);
  }
}

/** Drops counts too old to matter. */
export async function forgetAttempts(app: Database): Promise<void> {
  await sql`delete from rate_window where (bucket, started_at) in
    (select bucket, started_at from rate_window where started_at < now() - interval '2 days' limit 1000
     for update skip locked)`.execute(app);
}
