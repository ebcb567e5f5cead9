import { type AgencyForTests, anAgency } from '../../src/testing/an-agency.ts';
import { withJourneyDatabase } from './journey-database.ts';

/**
 * Agencies whose pledge is accepted, with a coordinator who can sign in. The way there is the subject of other journeys:
 * here the program's own actions go it.
 */
export function pledgedAgencies(names: readonly string[]): Promise<readonly AgencyForTests[]> {
  return withJourneyDatabase(async (databases) => {
    const made: AgencyForTests[] = [];
    for (const name of names) made.push(await anAgency(databases, { facts: { name } }));
    return made;
  });
}
