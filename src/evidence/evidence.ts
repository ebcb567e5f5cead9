import type { Brand } from '../brand.ts';
import { type Requirement, requirements } from '../campaign-rules/campaign-requirement.ts';
import type { StoredFileId } from '../files/file-actions.ts';

export type EvidenceId = Brand<'EvidenceId'>;

/** A file that shows how a requirement is met. A replaced piece stays, under the one that replaced it. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly requirement: Requirement;
  readonly title: string;
  readonly note: string;
  readonly file: {
    readonly id: StoredFileId;
    readonly name: string;
    readonly mediaType: string;
    /** Bytes. */
    readonly size: number;
    /** SHA-256 of the content, 64 hex digits. */
    readonly sha256: string;
  };
  readonly addedAt: Date;
  readonly addedBy: string | undefined;
  readonly replaces: EvidenceId | undefined;
  readonly removedAt: Date | undefined;
}

export type EvidenceRefusal =
  | { readonly code: 'evidence-not-found' }
  /** Somebody else replaced or removed it a moment before. */
  | { readonly code: 'evidence-already-replaced' };

export function isRequirement(text: string): text is Requirement {
  return requirements.some((requirement) => requirement === text);
}

/** A piece with the older versions it replaced, newest first. */
export interface EvidenceLine {
  readonly current: Evidence;
  readonly earlier: readonly Evidence[];
}

/** Groups pieces into lines of versions, in the order of their newest piece; removed lines are left out. */
export function evidenceLines(pieces: readonly Evidence[]): readonly EvidenceLine[] {
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const replaced = new Set(pieces.map((piece) => piece.replaces));
  return pieces
    .filter((piece) => !replaced.has(piece.id) && piece.removedAt === undefined)
    .map((current) => ({ current, earlier: [...earlierThan(current, byId)] }));
}

function* earlierThan(piece: Evidence, byId: ReadonlyMap<EvidenceId, Evidence>): Generator<Evidence> {
  let before = piece.replaces && byId.get(piece.replaces);
  while (before) {
    yield before;
    before = before.replaces && byId.get(before.replaces);
  }
}
