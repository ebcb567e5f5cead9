import { type Transaction as KyselyTransaction, sql } from 'kysely';
import type { Brand } from '../brand.ts';
import type { Database } from './database.ts';
import type { DB } from './schema.ts';

export type PersonId = Brand<'PersonId'>;
export type AgencyId = Brand<'AgencyId'>;
export type PartnerId = Brand<'PartnerId'>;

/** For whom a transaction acts. Row-level security reads it: it decides what the transaction can see and change. */
export type Acting =
  | { readonly as: 'public' }
  | { readonly as: 'person'; readonly person: PersonId }
  | { readonly as: 'agency'; readonly agency: AgencyId; readonly person: PersonId }
  | { readonly as: 'partner'; readonly partner: PartnerId; readonly person: PersonId }
  | { readonly as: 'campaign'; readonly person: PersonId }
  /** The program itself: mail delivery, invitations, the command line. */
  | { readonly as: 'system' };

/** An open transaction that acts for somebody: only `actingAs` makes one. Stores, actions and audit take it. */
export type Transaction = KyselyTransaction<DB>;

/** Runs `work` in one transaction that acts for `acting`: commits when it returns, rolls back when it throws. */
export function actingAs<Result>(
  db: Database,
  acting: Acting,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await declareActing(tx, acting);
    return work(tx);
  });
}

/** Goes on in the same transaction as somebody else and comes back: for one act that touches two parties. */
export async function switchActing<Result>(
  tx: Transaction,
  acting: Acting,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const before = await currentSettings(tx);
  await declareActing(tx, acting);
  let result: Result;
  try {
    result = await work(tx);
  } catch (error) {
    // A caller that catches this must not go on as somebody else. Where a query failed, PostgreSQL takes no more
    // of them in this transaction, so there is nothing left to act in.
    await declare(tx, before).catch(() => undefined);
    throw error;
  }
  await declare(tx, before);
  return result;
}

/** Says for whom an open transaction acts from here on; for the two functions that open one. */
export function declareActing(tx: Transaction, acting: Acting): Promise<void> {
  return declare(tx, settingsOf(acting));
}

interface ActingSettings {
  readonly acting: string;
  readonly person: string;
  readonly agency: string;
  readonly partner: string;
}

function settingsOf(acting: Acting): ActingSettings {
  return {
    acting: acting.as,
    person: 'person' in acting ? acting.person : '',
    agency: acting.as === 'agency' ? acting.agency : '',
    partner: acting.as === 'partner' ? acting.partner : '',
  };
}

async function declare(tx: Transaction, settings: ActingSettings): Promise<void> {
  await sql`select set_config('onemind.acting', ${settings.acting}, true),
    set_config('onemind.person', ${settings.person}, true),
    set_config('onemind.agency', ${settings.agency}, true),
    set_config('onemind.partner', ${settings.partner}, true)`.execute(tx);
}

async function currentSettings(tx: Transaction): Promise<ActingSettings> {
  const { rows } = await sql<ActingSettings>`select current_setting('onemind.acting') as acting,
    current_setting('onemind.person') as person, current_setting('onemind.agency') as agency,
    current_setting('onemind.partner') as partner`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('The transaction does not say for whom it acts.');
  return row;
}
