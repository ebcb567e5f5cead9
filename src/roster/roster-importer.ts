import type { Acting, PersonId } from '../database/acting.ts';
import type { AgencyPlace } from '../identity/viewer.ts';

/** Who imports, and for which agency. */
export interface RosterImporter {
  readonly agency: Pick<AgencyPlace, 'id' | 'timeZone'>;
  readonly person: PersonId;
}

export function actingFor(who: RosterImporter): Acting {
  return { as: 'agency', agency: who.agency.id, person: who.person };
}
