import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { Agreement, PartnershipId, Side } from '../partnership/partnership.ts';
import { type AgreementTerms, readTerms } from './agreement-terms.ts';
import type { AgreementVersion, Signature, VersionState } from './agreement-version.ts';

/** Whose agreement: an agency's partnership. */
export interface AgreementOf {
  readonly agency: AgencyId;
  readonly partnership: PartnershipId;
}

export interface VersionToKeep {
  readonly side: Side;
  readonly terms: AgreementTerms;
  readonly file: StoredFileId | undefined;
  readonly note: string;
  readonly renews: boolean;
  readonly by: PersonId;
  readonly signature: Signature;
}

/** Writes the next version; the database takes back the one that waited, and shows what waits on the partnership. */
export async function insertVersion(tx: Transaction, of: AgreementOf, kept: VersionToKeep): Promise<number> {
  const { number } = await tx
    .insertInto('agreement_version')
    .values((is) => ({
      agency_id: of.agency,
      partnership_id: of.partnership,
      // The partnership's row is locked by whoever proposes, so two never count to the same number.
      number: is
        .selectFrom('agreement_version')
        .select((last) =>
          last(last.fn.coalesce(last.fn.max('number'), last.lit(0)), '+', last.lit(1)).as('next'),
        )
        .where('agency_id', '=', of.agency)
        .where('partnership_id', '=', of.partnership),
      side: kept.side,
      terms: JSON.stringify(kept.terms),
      file_id: kept.file ?? null,
      note: kept.note,
      renews: kept.renews,
      proposed_by: kept.by,
      proposed_name: kept.signature.name,
      proposed_title: kept.signature.title,
      proposed_at: kept.signature.at,
    }))
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** How the waiting version is closed. */
export type VersionClosing =
  | {
      readonly is: 'agreed';
      readonly by: PersonId;
      readonly signature: Signature;
      /** What is kept of it as a document, when it came without one. */
      readonly file: StoredFileId | undefined;
    }
  | { readonly is: 'declined'; readonly by: PersonId; readonly signature: Signature; readonly reason: string }
  | { readonly is: 'withdrawn'; readonly at: Date };

/** Throws when no version waits: lock the partnership and look first. */
export async function closeVersion(
  tx: Transaction,
  of: AgreementOf,
  number: number,
  closing: VersionClosing,
): Promise<void> {
  await tx
    .updateTable('agreement_version')
    .set({ state: closing.is, ...closingColumns(closing) })
    .where('agency_id', '=', of.agency)
    .where('partnership_id', '=', of.partnership)
    .where('number', '=', number)
    .where('state', '=', 'proposed')
    .returning('number')
    .executeTakeFirstOrThrow();
}

function closingColumns(closing: VersionClosing) {
  if (closing.is === 'withdrawn') return { closed_at: closing.at };
  const { name, title, at } = closing.signature;
  const answered = { answered_by: closing.by, answered_name: name, answered_title: title, answered_at: at };
  if (closing.is === 'declined') return { ...answered, decline_reason: closing.reason };
  return { ...answered, ...(closing.file ? { file_id: closing.file } : {}) };
}

/** Every version, the newest first. */
export async function selectVersions(tx: Transaction, of: AgreementOf): Promise<readonly AgreementVersion[]> {
  const rows = await versionRows(tx, of).orderBy('v.number', 'desc').execute();
  return rows.map(versionOf);
}

function versionRows(tx: Transaction, of: AgreementOf) {
  return tx
    .selectFrom('agreement_version as v')
    .leftJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'v.agency_id').onRef('f.id', '=', 'v.file_id'),
    )
    .selectAll('v')
    .select(['f.id as document_id', 'f.name as file_name', 'f.media_type', 'f.size', 'f.sha256'])
    .where('v.agency_id', '=', of.agency)
    .where('v.partnership_id', '=', of.partnership);
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionRows>['execute']>>[number];

function versionOf(row: VersionRow): AgreementVersion {
  return {
    partnership: row.partnership_id as PartnershipId,
    number: row.number,
    side: row.side === 'partner' ? 'partner' : 'agency',
    terms: readTerms(row.terms),
    document: documentOf(row),
    note: row.note,
    renews: row.renews,
    proposer: row.proposed_by as PersonId,
    proposed: { name: row.proposed_name, title: row.proposed_title, at: row.proposed_at },
    state: stateOf(row),
  };
}

function documentOf(row: VersionRow): Agreement | undefined {
  if (row.document_id === null) return undefined;
  return {
    id: row.document_id as StoredFileId,
    name: row.file_name ?? '',
    mediaType: row.media_type ?? '',
    size: row.size ?? 0,
    sha256: row.sha256 ?? '',
  };
}

function stateOf(row: VersionRow): VersionState {
  switch (row.state) {
    case 'proposed':
      return { is: 'proposed' };
    case 'agreed':
      return { is: 'agreed', answer: given(answerOf(row)) };
    case 'declined':
      return { is: 'declined', answer: given(answerOf(row)), reason: given(row.decline_reason) };
    case 'withdrawn':
      return { is: 'withdrawn', at: given(row.closed_at) };
    case 'superseded':
      return { is: 'superseded', at: given(row.closed_at), answer: answerOf(row) };
    default:
      throw new Error(`A version is in a state we don't have: ${row.state}`);
  }
}

function answerOf(row: VersionRow): Signature | undefined {
  if (row.answered_at === null) return undefined;
  return { name: row.answered_name ?? '', title: row.answered_title ?? '', at: row.answered_at };
}

/** The table's checks promise the columns of each state. */
function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('A version lacks what its state needs.');
  return value;
}
