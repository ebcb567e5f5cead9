import type { PartnerId } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-actions.ts';
import { findOrganization } from '../partner-organization/partner-organization-actions.ts';
import { addContact, saveProfile } from '../partner-organization/profile-actions.ts';
import { as, type Stage, value } from './demo-stage.ts';

/** An organization's own people complete its profile, and name somebody whom agencies turn to after hours. */
export async function organizationProfile(
  stage: Stage,
  partner: PartnerId,
  representative: Pick<KnownPerson, 'id'>,
): Promise<void> {
  await as(stage, { as: 'partner', partner, person: representative.id }, async (tx) => {
    const known = await findOrganization(tx, partner);
    if (!known) throw new Error('An organization of the demonstration is not there.');
    const site = `${known.name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
    const facts = { ...known, website: `https://${site}`, phone: '555-0150', email: `info@${site}` };
    value(await saveProfile(tx, partner, { revision: known.revision, facts }));
    await addContact(tx, partner, {
      name: 'Avery Nightingale',
      role: 'On-call supervisor, day and night',
      phone: '555-0151',
    });
  });
}
