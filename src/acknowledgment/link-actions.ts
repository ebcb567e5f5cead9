import { actingAs, type PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { tokenHash } from '../identity/token.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { signatureFits } from '../pledge/signature.ts';
import type { AcknowledgmentLink } from './acknowledgment-link.ts';
import type { RefusedWith } from './acknowledgment-refusal.ts';
import { findLink, insertByLink, isOwnLink } from './link-store.ts';

/** What a link is for, and whether it still works; undefined for one that was never sent. */
export function shownLink(app: Database, token: string, now: Date): Promise<AcknowledgmentLink | undefined> {
  return actingAs(app, { as: 'public' }, (tx) => findLink(tx, tokenHash(token), now));
}

/** Whether a link went to somebody who is signed in. Nothing is said in the name of another. */
export function isLinkOf(app: Database, token: string, person: PersonId): Promise<boolean> {
  return actingAs(app, { as: 'person', person }, (tx) => isOwnLink(tx, tokenHash(token)));
}

/**
 * The one act a link allows. Whoever was forwarded it would have to type somebody else's name; what they typed is kept.
 * That the link is open was shown before: of two who send it at once, both find it acknowledged.
 */
export async function acknowledgeByLink(
  app: Database,
  token: string,
  typed: { readonly name: string; readonly at: Date },
): Promise<Outcome<undefined, RefusedWith<'name-unlike'>>> {
  const hash = tokenHash(token);
  return actingAs(app, { as: 'public' }, async (tx) => {
    const link = await findLink(tx, hash, typed.at);
    if (link?.state.is !== 'open') return done(undefined);
    if (!signatureFits(typed.name, link.person))
      return refused({ code: 'name-unlike', expected: link.person });
    await insertByLink(tx, hash, typed.name, typed.at);
    return done(undefined);
  });
}
