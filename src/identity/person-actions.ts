import { actingAs, type PersonId } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { findPersonByEmail } from './person-store.ts';
import { listPlaces } from './places-store.ts';
import type { AgencyPlace } from './viewer.ts';

/** People as the program itself makes and finds them, outside of any sign-in. */
export { ensurePerson, type KnownPerson } from './person-store.ts';

/** The person with this address and the agencies they belong to, with every role held there. */
export async function findMember(
  db: Databases,
  email: string,
): Promise<{ readonly person: PersonId; readonly agencies: readonly AgencyPlace[] } | undefined> {
  const known = await findPersonByEmail(db.identity, email);
  if (!known) return undefined;
  const { agencies } = await actingAs(db.app, { as: 'person', person: known.id }, listPlaces);
  return { person: known.id, agencies };
}
