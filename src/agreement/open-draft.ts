import type { PartnerId } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';

/** A draft that a side saved and has neither proposed nor thrown away. */
export interface OpenDraft {
  readonly partner: { readonly id: PartnerId; readonly name: string };
  /** The partnership that it would change; none where it is to be the first word. */
  readonly partnership: PartnershipId | undefined;
  readonly savedAt: Date;
  /** Who saved last; undefined where they are no colleague any more. */
  readonly savedBy: string | undefined;
}

/** Where the agency goes on with it; `base` is the address of its partnerships. */
export function openDraftPath(base: string, { partner, partnership }: OpenDraft): string {
  return partnership ? `${base}/${partnership}/agreement/draft` : `${base}/new/${partner.id}/agreement`;
}
