import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { DocumentText, TextRefusal } from './document-text.ts';

/** What was read of a document, or why nothing was; undefined while nobody has read it. */
export async function findText(
  tx: Transaction,
  agency: AgencyId,
  sha256: string,
): Promise<Outcome<DocumentText, TextRefusal> | undefined> {
  const row = await tx
    .selectFrom('document_text')
    .select(['pages', 'passages', 'refusal'])
    .where('agency_id', '=', agency)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.refusal !== null) return refused(JSON.parse(JSON.stringify(row.refusal)));
  return done({ pages: row.pages ?? undefined, passages: passagesOf(row.passages) });
}

/** JSON keeps no `undefined`: a passage without a page comes back without the key. */
function passagesOf(kept: unknown): DocumentText['passages'] {
  const passages: readonly { page?: number; section: string; text: string }[] = JSON.parse(
    JSON.stringify(kept),
  );
  return passages.map(({ page, section, text }) => ({ page, section, text }));
}

/** Keeps what was read, in place of what was read of the same content before. */
export async function upsertText(
  tx: Transaction,
  agency: AgencyId,
  sha256: string,
  read: { readonly outcome: Outcome<DocumentText, TextRefusal>; readonly at: Date },
): Promise<void> {
  const { outcome } = read;
  const found = {
    pages: outcome.ok ? (outcome.value.pages ?? null) : null,
    passages: outcome.ok ? JSON.stringify(outcome.value.passages) : null,
    refusal: outcome.ok ? null : JSON.stringify(outcome.refusal),
    read_at: read.at,
  };
  await tx
    .insertInto('document_text')
    .values({ agency_id: agency, sha256, ...found })
    .onConflict((conflict) => conflict.columns(['agency_id', 'sha256']).doUpdateSet(found))
    .execute();
}
