import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { AcceptedPassage, AcceptedPassageId } from './accepted-passage.ts';
import type { AgencyPolicy, PolicyId } from './policy.ts';

/** The accepted passages of a version, in the order of its document. */
export async function listPassages(
  tx: Transaction,
  agency: AgencyId,
  policy: PolicyId,
): Promise<readonly AcceptedPassage[]> {
  const rows = await tx
    .selectFrom('policy_passage')
    .select(['id', 'code', 'page', 'section', 'quotation', 'place'])
    .where('agency_id', '=', agency)
    .where('policy_id', '=', policy)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id as AcceptedPassageId,
    code: row.code as PolicyElementCode,
    page: row.page ?? undefined,
    section: row.section,
    place: row.place,
    text: row.quotation,
  }));
}

export async function insertPassage(
  tx: Transaction,
  draft: AgencyPolicy,
  passage: Omit<AcceptedPassage, 'id'>,
  by: { readonly person: PersonId; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('policy_passage')
    .values({
      agency_id: draft.agency,
      policy_id: draft.id,
      code: passage.code,
      page: passage.page ?? null,
      section: passage.section,
      place: passage.place,
      quotation: passage.text,
      accepted_by: by.person,
      accepted_at: by.at,
    })
    .execute();
}

/** Answers the passage that was taken out; undefined when it wasn't there. */
export async function deletePassage(
  tx: Transaction,
  draft: AgencyPolicy,
  id: string,
): Promise<PolicyElementCode | undefined> {
  const row = await tx
    .deleteFrom('policy_passage')
    .where('agency_id', '=', draft.agency)
    .where('policy_id', '=', draft.id)
    .where('id', '=', id)
    .returning('code')
    .executeTakeFirst();
  return row && (row.code as PolicyElementCode);
}

/** They quote a document that another has taken the place of. */
export async function deletePassages(tx: Transaction, draft: AgencyPolicy): Promise<void> {
  await tx
    .deleteFrom('policy_passage')
    .where('agency_id', '=', draft.agency)
    .where('policy_id', '=', draft.id)
    .execute();
}
