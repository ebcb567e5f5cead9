import { recordAudit } from '../audit/audit.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { OrganizationFacts, OrganizationKnown } from './partner-organization.ts';
import { findOrganizationNamed, insertOrganization } from './partner-organization-store.ts';

export {
  findOrganization,
  listOrganizations,
  listRepresentativeEmails,
} from './partner-organization-store.ts';

/**
 * Adds an organization that the agency will propose a partnership to. Refused when one of this name can be chosen
 * already, unless the agency says that it is another.
 */
export async function addOrganization(
  tx: Transaction,
  act: AgencyAct,
  facts: OrganizationFacts,
  isAnother: boolean,
): Promise<Outcome<PartnerId, OrganizationKnown>> {
  const known = isAnother ? undefined : await findOrganizationNamed(tx, facts.name);
  if (known) return refused({ code: 'organization-known', known });
  const id = await insertOrganization(tx, facts, act.agency);
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
