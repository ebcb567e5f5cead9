import { recordAudit } from '../audit/audit.ts';
import type { Config } from '../config.ts';
import { switchActing, type Transaction } from '../database/acting.ts';
import { newSigningKey } from './new-signing-key.ts';
import { type Pkcs12Identity, pkcs12Identity } from './pkcs12-identity.ts';
import { sealPrivateKey, unsealPrivateKey } from './sealed-private-key.ts';
import { type SigningKey, SigningKeyError, type SigningPurpose } from './signing-key.ts';
import {
  findCurrentKey,
  insertSigningKey,
  listPublicKeys,
  lockSigningKeys,
  updateCurrentRetired,
  updateTakenUpAgain,
} from './signing-key-store.ts';

/** What keys need of the program: `Deps` has it. */
export interface KeyDeps {
  readonly config: Pick<Config, 'secret' | 'signingFile'> & {
    readonly campaign: Pick<Config['campaign'], 'name' | 'issuer'>;
  };
  readonly now: () => Date;
}

/** Every key of a purpose, the newest first; retired ones too, for what they signed stays valid. For anybody. */
export const publicKeys = listPublicKeys;

/**
 * The key that signs now, for whoever the transaction acts: made on its first use, once, also when two processes ask
 * at the same moment. Rejects with a SigningKeyError when it can't be opened.
 */
export function currentSigningKey(
  tx: Transaction,
  purpose: SigningPurpose,
  deps: KeyDeps,
): Promise<SigningKey> {
  return switchActing(tx, { as: 'system' }, async () => {
    const identity = await identityFor(purpose, deps);
    const found = await openedKey(tx, purpose, deps, identity);
    if (found) return found;
    await lockSigningKeys(tx, purpose);
    return (
      (await openedKey(tx, purpose, deps, identity)) ?? (await takeUpNewKey(tx, purpose, deps, identity))
    );
  });
}

/** Makes both keys that aren't there yet and opens those that are: a secret that changed is told before anybody waits. */
export async function prepareSigningKeys(tx: Transaction, deps: KeyDeps): Promise<void> {
  await currentSigningKey(tx, 'credential', deps);
  await currentSigningKey(tx, 'document', deps);
}

/** Retires the key of a purpose and makes a new one; what the retired one signed stays valid. */
export function rotateSigningKey(
  tx: Transaction,
  purpose: SigningPurpose,
  deps: KeyDeps,
): Promise<SigningKey> {
  return switchActing(tx, { as: 'system' }, async () => {
    if (purpose === 'document' && deps.config.signingFile) {
      throw new SigningKeyError(
        'SIGNING_P12: The document key lies in this file. Put another file in its place and start the program again; the certificate of the former one stays published.',
      );
    }
    await lockSigningKeys(tx, purpose);
    return takeUpNewKey(tx, purpose, deps, undefined);
  });
}

async function identityFor(
  purpose: SigningPurpose,
  { config }: KeyDeps,
): Promise<Pkcs12Identity | undefined> {
  return purpose === 'document' && config.signingFile ? pkcs12Identity(config.signingFile) : undefined;
}

/** The current key with its private half; undefined when there is none, or a file holds another or held it before. */
async function openedKey(
  tx: Transaction,
  purpose: SigningPurpose,
  { config }: KeyDeps,
  identity: Pkcs12Identity | undefined,
): Promise<SigningKey | undefined> {
  const found = await findCurrentKey(tx, purpose);
  if (!found) return undefined;
  const { key, sealed } = found;
  if (identity) return key.id === identity.id ? { ...key, privateKey: identity.privateKey } : undefined;
  return sealed && { ...key, privateKey: unsealPrivateKey(sealed, key.id, config.secret) };
}

async function takeUpNewKey(
  tx: Transaction,
  purpose: SigningPurpose,
  { config, now }: KeyDeps,
  identity: Pkcs12Identity | undefined,
): Promise<SigningKey> {
  const at = now();
  const subject = { name: config.campaign.name, organization: config.campaign.issuer };
  const key: SigningKey = identity
    ? { ...identity, purpose, held: 'file', createdAt: at, retiredAt: undefined }
    : await newSigningKey(purpose, subject, at);
  const retired = await updateCurrentRetired(tx, purpose, at);
  if (!(identity && (await updateTakenUpAgain(tx, key.id)))) {
    await insertSigningKey(
      tx,
      key,
      identity ? undefined : sealPrivateKey(key.privateKey, key.id, config.secret),
    );
  }
  await recordAudit(tx, 'campaign', {
    action: retired ? 'signing-key-rotated' : 'signing-key-made',
    subject: { kind: 'signing-key', id: key.id },
    details: retired ? { purpose, retired } : { purpose },
  });
  return key;
}
