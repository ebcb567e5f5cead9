import type { Agency } from '../agency/agency.ts';
import { regionName } from '../agency/region.ts';
import type { Transaction } from '../database/acting.ts';
import type { Pledge, PledgeTerm } from '../pledge/pledge.ts';
import { reasonSentence } from '../requirement/requirement-content.ts';
import type { Standing } from '../workspace/standing.ts';
import { type FrozenSnapshot, freeze, takeSnapshot } from './snapshot.ts';
import { submittedChecklist, submittedDocuments } from './submitted-document-actions.ts';

export interface SnapshotSubject {
  readonly agency: Agency;
  readonly pledge: Pick<Pledge, 'executive'> & { readonly state: { readonly term: PledgeTerm } };
  /** As `standingOf` told it in this transaction. */
  readonly standing: Standing;
}

/** Gathers all that a decision will rest on, and freezes it. `tx` acts for the agency. */
export async function takeAgencySnapshot(
  tx: Transaction,
  { agency, pledge, standing }: SnapshotSubject,
): Promise<FrozenSnapshot> {
  const { rules, facts, statuses } = standing;
  return freeze(
    takeSnapshot(rules, facts, {
      agency: {
        name: agency.name,
        city: agency.city,
        region: agency.region,
        country: agency.country,
        addressLines: [agency.address, `${agency.city}, ${regionName(agency.region)} ${agency.postalCode}`],
      },
      pledge: {
        takenOn: pledge.state.term.takenOn,
        executiveName: pledge.executive.name,
        executiveRank: pledge.executive.rank,
      },
      checklist: await submittedChecklist(tx, agency.id),
      documents: await submittedDocuments(tx, agency.id),
      requirements: statuses.map((status) => ({
        ...status,
        reasons: status.reasons.map((reason) => reasonSentence(rules, reason)),
      })),
    }),
  );
}
