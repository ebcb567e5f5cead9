import type { Agency } from '../agency/agency.ts';
import { regionName } from '../agency/region.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Pledge, PledgeTerm } from '../pledge/pledge.ts';
import { policyDesk } from '../policy/policy-actions.ts';
import { reasonSentence } from '../requirement/requirement-content.ts';
import type { Standing } from '../workspace/standing.ts';
import { countedPeople, type PseudonymousPeople } from './counted-people-actions.ts';
import { type FailedRound, listEarlierDraws, listFailedRounds } from './earlier-draw-store.ts';
import { type FrozenWithPeople, freeze } from './freeze.ts';
import { pseudonymsUnder } from './pseudonym.ts';
import { needsOf } from './rules-needs.ts';
import { type EarlierDraw, type FailedBefore, noneFailed } from './sample-draw.ts';
import { wantedPart } from './sample-standing.ts';
import type { SnapshotAdoption, SnapshotFacts } from './snapshot.ts';
import {
  partnersConfirmations,
  submittedChecklist,
  submittedDocuments,
} from './submitted-document-actions.ts';

export interface SnapshotSubject {
  readonly agency: Agency;
  readonly pledge: Pick<Pledge, 'id' | 'executive'> & { readonly state: { readonly term: PledgeTerm } };
  /** As `standingOf` told it in this transaction. */
  readonly standing: Standing;
}

/** A frozen snapshot, and what only the agency may know about it. */
export interface TakenSnapshot extends FrozenWithPeople {
  readonly known: Omit<PseudonymousPeople, 'people'>;
  /** Draws of the same round that this one follows. */
  readonly earlier: readonly EarlierDraw[];
  readonly failedBefore: FailedBefore;
}

/**
 * Gathers all that a decision will rest on, and freezes it; `keepTakenSnapshot` keeps it beside its submission. `tx` acts
 * for the agency. Throws UnequalSnapshot when the people don't come to the figures of the standing.
 */
export async function takeAgencySnapshot(
  tx: Transaction,
  { agency, pledge, standing }: SnapshotSubject,
): Promise<TakenSnapshot> {
  const { rules, facts, statuses, outstanding } = standing;
  const earlier = await listEarlierDraws(tx, agency.id, pledge.id);
  // Within a round everybody keeps their pseudonym: what was drawn before is found again.
  const { people, ...known } = await countedPeople(tx, agency.id, rules, facts.today, earlier.key);
  const frozen = freeze(
    {
      format: 2,
      rules: rules.version,
      asOf: facts.today,
      needs: needsOf(rules),
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
      facts: frozenFacts(facts),
      requirements: statuses.map(({ requirement, state, reasons }) => ({
        requirement,
        state,
        reasons: reasons.map((reason) => reasonSentence(rules, reason)),
      })),
      outstanding,
      checklist: await submittedChecklist(tx, agency.id),
      documents: await submittedDocuments(tx, agency.id, facts.today),
      confirmations: await partnersConfirmations(tx, agency.id),
      adoption: await adoptionOf(tx, agency.id),
    },
    people,
  );
  const failedRounds = await listFailedRounds(tx, agency.id, pledge.id);
  return {
    ...frozen,
    known,
    earlier: earlier.draws,
    failedBefore: failedUnder(known.key, rules, failedRounds),
  };
}

function failedUnder(key: Buffer, { sampling }: CampaignRules, rounds: readonly FailedRound[]): FailedBefore {
  const [newest] = rounds;
  if (!newest) return noneFailed;
  const places = newest.failed.map(({ place }) => place);
  const pseudonymOf = pseudonymsUnder(key);
  // One that failed in several rounds is one.
  const records = new Map(rounds.flatMap(({ failed }) => failed).map((one) => [one.record, one]));
  return {
    records: [...records.values()].map(({ staff, record }) => ({
      person: pseudonymOf(staff),
      record: pseudonymOf(record),
    })),
    wanted: wantedPart(sampling, newest, places).wanted,
  };
}

function frozenFacts({ coverage, ...facts }: Standing['facts']): SnapshotFacts {
  if (!coverage) return facts;
  const { byUnit: _units, byShift: _shifts, byRank: _ranks, ...figures } = coverage;
  return { ...facts, coverage: figures };
}

async function adoptionOf(tx: Transaction, agency: AgencyId): Promise<SnapshotAdoption | undefined> {
  const { adopted } = await policyDesk(tx, agency);
  if (adopted?.state.is !== 'adopted') return undefined;
  const { name, on, at } = adopted.state.adoption;
  return { name, on, at: at.toISOString() };
}
