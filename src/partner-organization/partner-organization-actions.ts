import { recordAudit } from '../audit/audit.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { OrganizationFacts, OrganizationKnown, PartnerOrganization } from './partner-organization.ts';
import {
  insertOrganization,
  listAlike,
  listOrganizations,
  noteToldApart,
} from './partner-organization-store.ts';
import { searchedText } from './place-served.ts';
import { mayBeOne } from './telling-words.ts';

export {
  findOrganization,
  findSurvivor,
  listOrganizations,
  listRepresentativeEmails,
} from './partner-organization-store.ts';

/** Organizations that the acting party may find by words of their name, acronym or places, typing errors forgiven. */
export function searchOrganizations(
  tx: Transaction,
  search: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly organizations: readonly PartnerOrganization[]; readonly total: number }> {
  return listOrganizations(tx, searchedText(search), page);
}

/**
 * Adds an organization that the agency will propose a partnership to. Refused when some that look like it can be
 * chosen already, unless the agency says that it is another: then the campaign finds them as a pair to look at.
 */
export async function addOrganization(
  tx: Transaction,
  act: AgencyAct,
  facts: OrganizationFacts,
  isAnother: boolean,
): Promise<Outcome<PartnerId, OrganizationKnown>> {
  const alike = await listAlike(tx, facts.name);
  const known = alike
    .filter((one) => one.isByAcronym || mayBeOne(one.organization.name, facts.name))
    .map(({ organization }) => organization);
  if (known.length > 0 && !isAnother) return refused({ code: 'organization-known', known });
  const id = await insertOrganization(tx, facts, act.agency);
  await noteToldApart(
    tx,
    id,
    known.map((one) => one.id),
  );
  await recordAudit(
    tx,
    { agency: act.agency, partner: id },
    {
      action: 'partner-organization-added',
      subject: { kind: 'partner-organization', id },
      details: { kinds: facts.kinds },
    },
  );
  return done(id);
}
