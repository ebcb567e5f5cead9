import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import type { PublicSigningKey, SigningKeyId, SigningPurpose } from './signing-key.ts';

/** Keys of one purpose are made and retired one after the other, whichever process asks. Held until the transaction ends. */
export async function lockSigningKeys(tx: Transaction, purpose: SigningPurpose): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`signing key: ${purpose}`}))`.execute(tx);
}

/** Every key of a purpose: the one that signs, then the last retired and so on. */
export async function listPublicKeys(
  tx: Transaction,
  purpose: SigningPurpose,
): Promise<readonly PublicSigningKey[]> {
  const rows = await keyRows(tx)
    .where('purpose', '=', purpose)
    .orderBy(sql`retired_at desc nulls first, created_at desc`)
    .execute();
  return rows.map(toPublicKey);
}

/** The key that signs now, with its sealed half unless a file holds it. Only the system sees that half. */
export async function findCurrentKey(
  tx: Transaction,
  purpose: SigningPurpose,
): Promise<{ readonly key: PublicSigningKey; readonly sealed: Uint8Array | undefined } | undefined> {
  const row = await keyRows(tx)
    .leftJoin('sealed_signing_key as s', 's.key_id', 'signing_key.id')
    .select('s.sealed')
    .where('purpose', '=', purpose)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row && { key: toPublicKey(row), sealed: row.sealed ?? undefined };
}

export async function insertSigningKey(
  tx: Transaction,
  key: PublicSigningKey,
  sealed: Buffer | undefined,
): Promise<void> {
  await tx
    .insertInto('signing_key')
    .values({
      id: key.id,
      purpose: key.purpose,
      public_key: Buffer.from(key.publicKey),
      certificate_pem: key.certificatePem === '' ? null : key.certificatePem,
      held: key.held,
      created_at: key.createdAt,
    })
    .execute();
  if (sealed) await tx.insertInto('sealed_signing_key').values({ key_id: key.id, sealed }).execute();
}

/** Answers the key that was current; undefined when none was. */
export async function updateCurrentRetired(
  tx: Transaction,
  purpose: SigningPurpose,
  now: Date,
): Promise<SigningKeyId | undefined> {
  const row = await tx
    .updateTable('signing_key')
    .set({ retired_at: now })
    .where('purpose', '=', purpose)
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as SigningKeyId);
}

/** Lets a key sign again; answers whether there is such a key. */
export async function updateTakenUpAgain(tx: Transaction, id: SigningKeyId): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('signing_key')
    .set({ retired_at: null })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function keyRows(tx: Transaction) {
  return tx
    .selectFrom('signing_key')
    .select(['id', 'purpose', 'public_key', 'certificate_pem', 'held', 'created_at', 'retired_at']);
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof keyRows>['execute']>>[number];

function toPublicKey(row: KeyRow): PublicSigningKey {
  return {
    id: row.id as SigningKeyId,
    purpose: row.purpose === 'credential' ? 'credential' : 'document',
    publicKey: row.public_key,
    certificatePem: row.certificate_pem ?? '',
    held: row.held === 'file' ? 'file' : 'sealed',
    createdAt: row.created_at,
    retiredAt: row.retired_at ?? undefined,
  };
}
