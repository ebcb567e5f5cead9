import { type AuditChain, recordAudit } from '../audit/audit.ts';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ContactFacts, ContactRefusal, PartnerContactId } from './partner-contact.ts';
import { deleteContact, findContact, insertContact, updateContact } from './partner-contact-store.ts';
import type { OrganizationChanged, OrganizationFacts, OrganizationNotFound } from './partner-organization.ts';
import { findOrganization, updateOrganization } from './partner-organization-store.ts';

export { findContact, listContacts } from './partner-contact-store.ts';

/** Facts as a form sent them, with the revision it showed. */
export interface ShownFacts {
  readonly revision: number;
  readonly facts: OrganizationFacts;
}

/** The organization's own people write its record. */
export function saveProfile(tx: Transaction, partner: PartnerId, shown: ShownFacts) {
  return saveFacts(tx, { partner }, partner, shown);
}

/** The agency that proposed the organization corrects its facts, while nobody of the organization has claimed it. */
export async function correctOrganization(
  tx: Transaction,
  agency: AgencyId,
  id: PartnerId,
  shown: ShownFacts,
): Promise<Outcome<undefined, OrganizationChanged | OrganizationNotFound>> {
  const organization = await findOrganization(tx, id);
  if (!organization || organization.isClaimed || organization.proposedBy !== agency) {
    return refused({ code: 'organization-not-found' });
  }
  return saveFacts(tx, { agency, partner: organization.id }, organization.id, shown);
}

async function saveFacts(
  tx: Transaction,
  chain: AuditChain,
  id: PartnerId,
  { revision, facts }: ShownFacts,
): Promise<Outcome<undefined, OrganizationChanged | OrganizationNotFound>> {
  const isSaved = await updateOrganization(tx, id, revision, facts);
  if (!isSaved) {
    const now = await findOrganization(tx, id);
    return now ? refused({ code: 'organization-changed', now }) : refused({ code: 'organization-not-found' });
  }
  await recordAudit(tx, chain, {
    action: 'partner-organization-changed',
    subject: { kind: 'partner-organization', id },
    details: { revision: revision + 1, kinds: facts.kinds },
  });
  return done(undefined);
}

/** Names somebody of the organization to the agencies it works with. */
export async function addContact(
  tx: Transaction,
  partner: PartnerId,
  facts: ContactFacts,
): Promise<PartnerContactId> {
  const id = await insertContact(tx, partner, facts);
  await recordContact(tx, partner, id, 'partner-contact-added');
  return id;
}

export async function changeContact(
  tx: Transaction,
  partner: PartnerId,
  shown: { readonly id: PartnerContactId; readonly revision: number },
  facts: ContactFacts,
): Promise<Outcome<undefined, ContactRefusal>> {
  if (!(await updateContact(tx, partner, shown, facts))) {
    const now = await findContact(tx, partner, shown.id);
    return now ? refused({ code: 'contact-changed', now }) : refused({ code: 'contact-not-found' });
  }
  await recordContact(tx, partner, shown.id, 'partner-contact-changed');
  return done(undefined);
}

export async function removeContact(
  tx: Transaction,
  partner: PartnerId,
  id: PartnerContactId,
): Promise<Outcome<undefined, ContactRefusal>> {
  if (!(await deleteContact(tx, partner, id))) return refused({ code: 'contact-not-found' });
  await recordContact(tx, partner, id, 'partner-contact-removed');
  return done(undefined);
}

function recordContact(tx: Transaction, partner: PartnerId, id: PartnerContactId, action: string) {
  return recordAudit(tx, { partner }, { action, subject: { kind: 'partner-contact', id } });
}
