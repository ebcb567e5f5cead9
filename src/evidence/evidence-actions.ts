import { recordAudit } from '../audit/audit.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { type AdmittedFile, keepFile } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { EvidenceId, EvidenceRefusal } from './evidence.ts';
import { hasReplacement, insertEvidence, lockEvidence, updateEvidenceRemoved } from './evidence-store.ts';

export { listEvidence } from './evidence-store.ts';

export interface EvidenceOffered {
  readonly requirement: Requirement;
  readonly title: string;
  readonly note: string;
  readonly file: AdmittedFile;
}

interface Who {
  readonly agency: AgencyId;
  readonly person: PersonId;
}

/** Adds a file to a requirement. */
export async function addEvidence(tx: Transaction, who: Who, offered: EvidenceOffered): Promise<EvidenceId> {
  return addPiece(tx, who, offered, undefined);
}

/** Puts a newer file in place of a piece; the older one stays to be seen. */
export async function replaceEvidence(
  tx: Transaction,
  who: Who,
  id: string,
  offered: Pick<EvidenceOffered, 'note' | 'file'>,
): Promise<Outcome<EvidenceId, EvidenceRefusal>> {
  const piece = await lockEvidence(tx, who.agency, id);
  if (!piece) return refused({ code: 'evidence-not-found' });
  if (piece.removedAt || (await hasReplacement(tx, who.agency, piece.id))) {
    return refused({ code: 'evidence-already-replaced' });
  }
  return done(await addPiece(tx, who, { ...piece, ...offered }, piece.id));
}

/** Takes a piece off the list. Nothing is deleted: who removed what is in the trail, the file in the store. */
export async function removeEvidence(
  tx: Transaction,
  who: Who,
  id: string,
): Promise<Outcome<EvidenceId, EvidenceRefusal>> {
  const piece = await lockEvidence(tx, who.agency, id);
  if (!piece) return refused({ code: 'evidence-not-found' });
  const replaced = await hasReplacement(tx, who.agency, piece.id);
  if (replaced || !(await updateEvidenceRemoved(tx, who.agency, piece.id, who.person))) {
    return refused({ code: 'evidence-already-replaced' });
  }
  await recordAudit(
    tx,
    { agency: who.agency },
    {
      action: 'evidence-removed',
      subject: { kind: 'evidence', id: piece.id },
      details: { requirement: piece.requirement, sha256: piece.file.sha256 },
    },
  );
  return done(piece.id);
}

async function addPiece(
  tx: Transaction,
  who: Who,
  offered: EvidenceOffered,
  replaces: EvidenceId | undefined,
): Promise<EvidenceId> {
  const file = await keepFile(tx, offered.file, { agency: who.agency, purpose: 'evidence', by: who.person });
  const { requirement, title, note } = offered;
  const id = await insertEvidence(tx, who.agency, {
    requirement,
    title,
    note,
    file,
    by: who.person,
    replaces,
  });
  await recordAudit(
    tx,
    { agency: who.agency },
    {
      action: replaces ? 'evidence-replaced' : 'evidence-added',
      subject: { kind: 'evidence', id },
      details: { requirement, sha256: offered.file.sha256, ...(replaces ? { replaces } : {}) },
    },
  );
  return id;
}
