import { randomInt } from 'node:crypto';
import type { Transaction } from '../database/acting.ts';
import { currentSigningKey, type KeyDeps, publicKeys } from '../signing-key/signing-key-actions.ts';
import type { CredentialIssuer } from './credential-frame.ts';
import { withProof } from './data-integrity-proof.ts';
import { didOf } from './did-web.ts';
import { statusListCredential } from './status-bits.ts';
import { type StatusPlace, statusListLength } from './status-entry.ts';
import { findListVersion, insertStatus, listEnded, lockOpenList } from './status-list-store.ts';

export { findIsEnded as isStatusEnded } from './status-list-store.ts';

/** What signing needs of the program: `Deps` has it. */
export type SigningDeps = KeyDeps & { readonly config: { readonly siteUrl: string } };

export function issuerOf({ config }: SigningDeps): CredentialIssuer {
  return { siteUrl: config.siteUrl, name: config.campaign.issuer };
}

/** Gives out a place drawn by lot, so that neither neighbors nor order tell anything. Acts for the program. */
export async function takeStatusPlace(tx: Transaction): Promise<StatusPlace> {
  const list = await lockOpenList(tx);
  for (;;) {
    const place = { list, index: randomInt(statusListLength) };
    // Half of a list stays free, so this is tried twice on average at most.
    if (await insertStatus(tx, place)) return place;
  }
}

/** A signed status list, and what names its state: who holds that state needs no other. */
export interface StatusList {
  readonly state: string;
  readonly json: string;
}

/**
 * Lists as they were signed last: signing the same bits again would only cost time. Some 30 KB each. Who asks while a
 * list is being signed waits for that one.
 */
const remembered = new Map<string, Promise<StatusList>>();
const mostRemembered = 64;

/**
 * The status list as it is now, signed; undefined when there is none of that number. What was ended a moment ago is in
 * it: the database is asked each time whether the list that was signed last still stands.
 */
export async function statusListNow(
  tx: Transaction,
  list: number,
  deps: SigningDeps,
): Promise<StatusList | undefined> {
  const version = await findListVersion(tx, list);
  if (version === undefined) return undefined;
  const [current] = await publicKeys(tx, 'credential');
  const key = current?.id ?? (await currentSigningKey(tx, 'credential', deps)).id;
  const state = `${list}-${version}-${key}`;
  const name = `${deps.config.siteUrl} ${state}`;
  const known = remembered.get(name);
  if (known) return known;
  const making = signList(tx, list, state, deps);
  remembered.set(name, making);
  making.catch(() => remembered.delete(name));
  for (const old of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(old);
  }
  return making;
}

async function signList(
  tx: Transaction,
  list: number,
  state: string,
  deps: SigningDeps,
): Promise<StatusList> {
  const key = await currentSigningKey(tx, 'credential', deps);
  const at = deps.now();
  const document = await statusListCredential(issuerOf(deps), list, await listEnded(tx, list), at);
  const signed = await withProof(document, { did: didOf(deps.config.siteUrl), key }, at);
  return { state, json: JSON.stringify(signed) };
}
