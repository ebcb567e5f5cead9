import { dayIn } from '../calendar/calendar-date.ts';
import { type Requirement, requirements } from '../campaign-rules/campaign-requirement.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { outstandingRequirements, requirementStatuses } from '../requirement/requirement.ts';
import type { RequirementFacts } from '../requirement/requirement-facts.ts';
import type { SubmissionId } from '../review/submission.ts';
import { insertSubmission } from '../review/submission-store.ts';
import { freeze } from '../snapshot/freeze.ts';
import { needsOf } from '../snapshot/rules-needs.ts';
import type { SnapshotConfirmation, SnapshotDocument } from '../snapshot/snapshot.ts';
import type { AgencyForTests } from './an-agency.ts';

/** A submission as the agency's own action would leave it, for tests of what the campaign does with it. */
export async function aSubmission(
  made: AgencyForTests,
  options: {
    readonly round?: number;
    readonly answers?: ReadonlyMap<Requirement, string>;
    readonly documents?: readonly SnapshotDocument[];
    readonly confirmations?: readonly SnapshotConfirmation[];
  } = {},
): Promise<SubmissionId> {
  return made.as(async (tx) => {
    const pledge = await pledgeOf(tx, made.agency.id);
    if (pledge?.state.is !== 'active') throw new Error('Only an active pledge is submitted.');
    const today = dayIn(made.agency.timeZone, new Date());
    const facts: RequirementFacts = { today, partnerships: [], policy: undefined, coverage: undefined };
    const { name, city, region, country, address } = made.agency;
    const rules = campaignRules(pledge.rulesVersion);
    const snapshot = freeze(
      {
        format: 2,
        rules: rules.version,
        asOf: today,
        needs: needsOf(rules),
        agency: { name, city, region, country, addressLines: [address] },
        pledge: {
          takenOn: pledge.state.term.takenOn,
          executiveName: pledge.executive.name,
          executiveRank: pledge.executive.rank,
        },
        facts,
        requirements: requirementStatuses(rules, facts).map((status) => ({ ...status, reasons: [] })),
        outstanding: outstandingRequirements(rules, facts),
        checklist: [],
        documents: options.documents ?? [],
        confirmations: options.confirmations ?? [],
      },
      [],
    );
    return insertSubmission(tx, made.agency.id, {
      pledge: pledge.id,
      round: options.round ?? 1,
      rulesVersion: pledge.rulesVersion,
      snapshot,
      note: '',
      by: made.coordinator.id,
      answers: options.answers ?? new Map(requirements.map((requirement) => [requirement, ''])),
    });
  });
}
