import type { Transaction } from '../database/acting.ts';
import { countPairsToDecide } from '../partner-organization/organization-desk-actions.ts';
import { countWaitingPledges } from '../pledge/pledge-queue-actions.ts';
import { countOpenReviews } from '../review/review-actions.ts';
import { countWaitingProposals } from '../training/course-actions.ts';
import type { CampaignSection } from './campaign-section.ts';

/** How much waits in a section. A slice with a queue adds its count here, under the section's address. */
const counts: Readonly<Record<string, (tx: Transaction) => Promise<number>>> = {
  '/campaign/pledges': countWaitingPledges,
  '/campaign/reviews': countOpenReviews,
  '/campaign/courses': countWaitingProposals,
  '/campaign/organizations': countPairsToDecide,
};

export interface DeskEntry extends CampaignSection {
  /** Undefined for a section without a queue. */
  readonly waiting: number | undefined;
}

/** The sections with what waits in each, one count a section. */
export async function deskEntries(
  tx: Transaction,
  sections: readonly CampaignSection[],
): Promise<readonly DeskEntry[]> {
  const entries: DeskEntry[] = [];
  for (const section of sections) {
    entries.push({ ...section, waiting: await counts[section.href]?.(tx) });
  }
  return entries;
}
