import type { CampaignRules, RulesVersion } from '../campaign-rules/campaign-rules.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { type Acting, actingAs, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import type { ExportFormat } from '../table-export/table-download.ts';
import { rulesOf } from './coverage-actions.ts';
import { type ExportedStanding, exportedStanding, isListed } from './coverage-export.ts';
import { listCountedAfter, listHeldRecords } from './coverage-export-store.ts';
import { catchUpWithDecisions } from './judging-actions.ts';
import type { Measure, PeopleStanding } from './people-query.ts';
import { recordExported } from './record-export-actions.ts';

type AgencyActing = Acting & { readonly as: 'agency' };

const peopleAtOnce = 1_000;

export interface CoverageSelection extends Measure {
  readonly standing: PeopleStanding;
  readonly search: string;
  /** Count by these rules instead of those of the agency's pledge. */
  readonly rules: RulesVersion | undefined;
}

/** Hands out where everybody who is counted stands; that somebody took it is written down. */
export async function exportCoverage(
  db: Database,
  acting: AgencyActing,
  selection: CoverageSelection,
  format: ExportFormat,
): Promise<{ readonly rules: CampaignRules; readonly rows: AsyncIterable<readonly ExportedStanding[]> }> {
  const rules = await actingAs(db, acting, async (tx) => {
    const { day, standing } = selection;
    await recordExported(tx, acting.agency, 'coverage-exported', { format, day, standing });
    await catchUpWithDecisions(tx, acting.agency);
    return selection.rules ? campaignRules(selection.rules) : rulesOf(tx, acting.agency);
  });
  return { rules, rows: standings(db, acting, selection, rules) };
}

async function* standings(
  db: Database,
  acting: AgencyActing,
  selection: CoverageSelection,
  rules: CampaignRules,
): AsyncGenerator<readonly ExportedStanding[]> {
  let after: StaffMember | undefined;
  do {
    const page = await actingAs(db, acting, (tx) => pageOfPeople(tx, acting, selection, rules, after));
    yield page.rows.filter(({ standing }) => isListed(selection.standing, standing));
    after = page.last;
  } while (after);
}

/** `last` is undefined when nobody is left. */
async function pageOfPeople(
  tx: Transaction,
  { agency }: AgencyActing,
  selection: CoverageSelection,
  rules: CampaignRules,
  after: StaffMember | undefined,
) {
  const countsNonSworn = rules.trained.of === 'sworn-and-selected-non-sworn';
  const people = await listCountedAfter(tx, agency, { ...selection, countsNonSworn }, after, peopleAtOnce);
  const ids = people.map(({ id }) => id);
  const held = Map.groupBy(await listHeldRecords(tx, agency, ids, selection), ({ staffId }) => staffId);
  return {
    rows: people.map((member) => exportedStanding(rules, selection.day, member, held.get(member.id) ?? [])),
    last: people.length === peopleAtOnce ? people.at(-1) : undefined,
  };
}
