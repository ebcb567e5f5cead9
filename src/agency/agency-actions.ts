import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { StaffCategory } from '../roster/staff-category.ts';
import type { Agency, AgencyFacts, KnownAgency, NamedAgency } from './agency.ts';
import { agencySlug } from './agency-slug.ts';
import {
  findAgency,
  findAgencyBySlug,
  findKnownAgency,
  findNamedAgency,
  insertAgency,
  listScope,
  lockAgencyNames,
  replaceScope,
  updateAgency,
} from './agency-store.ts';

export interface AgencyAlreadyKnown {
  readonly code: 'agency-already-known';
  readonly known: KnownAgency;
}

/** Registers an agency under a slug of its own. The transaction must act as the agency `id`. */
export async function registerAgency(
  tx: Transaction,
  id: AgencyId,
  facts: AgencyFacts,
  scope: readonly StaffCategory[],
): Promise<Outcome<Agency, AgencyAlreadyKnown>> {
  await lockAgencyNames(tx);
  const known = await findKnownAgency(tx, facts);
  if (known) return refused({ code: 'agency-already-known', known });
  const agency = await insertUnderFreeSlug(tx, id, facts);
  await replaceScope(tx, id, scope);
  return done(agency);
}

async function insertUnderFreeSlug(tx: Transaction, id: AgencyId, facts: AgencyFacts): Promise<Agency> {
  for (let attempt = 1; attempt <= 1000; attempt++) {
    const agency = { ...facts, id, slug: agencySlug(facts.name, facts.region, attempt) };
    if (await insertAgency(tx, agency)) return agency;
  }
  throw new Error('No free slug was found for an agency.');
}

/** The agency that would stand in the way of registering this one, looked up for a person who fills in a form. */
export function knownAgency(
  tx: Transaction,
  facts: Pick<AgencyFacts, 'ori' | 'name' | 'country' | 'region'>,
): Promise<KnownAgency | undefined> {
  return findKnownAgency(tx, facts);
}

/** The agency of this slug as anybody may be told of it. */
export function namedAgency(tx: Transaction, slug: string): Promise<NamedAgency | undefined> {
  return findNamedAgency(tx, slug);
}

/** Everything known of an agency the transaction may see. Throws when it may not: a guard comes before. */
export async function agencyById(tx: Transaction, id: AgencyId): Promise<Agency> {
  const agency = await findAgency(tx, id);
  if (!agency) throw new Error('The agency is not there, or not for whom this transaction acts.');
  return agency;
}

export function agencyBySlug(tx: Transaction, slug: string): Promise<Agency | undefined> {
  return findAgencyBySlug(tx, slug);
}

/** The categories of non-sworn staff that the agency has put in scope of its pledge. */
export function agencyScope(tx: Transaction, agency: AgencyId): Promise<readonly StaffCategory[]> {
  return listScope(tx, agency);
}

/** Writes the facts of an agency anew; what changed stands in the audit trail by name, never by content. */
export async function reviseAgency(
  tx: Transaction,
  id: AgencyId,
  facts: AgencyFacts,
): Promise<Outcome<Agency, AgencyAlreadyKnown>> {
  await lockAgencyNames(tx);
  const known = await findKnownAgency(tx, facts, id);
  if (known) return refused({ code: 'agency-already-known', known });
  const before = await agencyById(tx, id);
  const changed = changedFacts(before, facts);
  if (changed.length > 0) {
    await updateAgency(tx, id, facts);
    await recordAudit(
      tx,
      { agency: id },
      { action: 'agency-revised', subject: { kind: 'agency', id }, details: { changed } },
    );
  }
  return done({ ...facts, id, slug: before.slug });
}

/** Chooses which categories of non-sworn staff count. Does nothing when they are the same as before. */
export async function chooseScope(
  tx: Transaction,
  id: AgencyId,
  categories: readonly StaffCategory[],
): Promise<void> {
  const chosen = [...new Set(categories)].sort();
  const before = [...(await listScope(tx, id))].sort();
  if (chosen.join() === before.join()) return;
  await replaceScope(tx, id, chosen);
  await recordAudit(
    tx,
    { agency: id },
    {
      action: 'agency-scope-chosen',
      subject: { kind: 'agency', id },
      details: { categories: chosen, before },
    },
  );
}

function changedFacts(before: AgencyFacts, after: AgencyFacts): readonly string[] {
  const names: readonly (keyof AgencyFacts)[] = [
    'name',
    'kind',
    'country',
    'region',
    'city',
    'county',
    'address',
    'postalCode',
    'website',
    'ori',
    'populationServed',
    'timeZone',
  ];
  return names.filter((name) => before[name] !== after[name]);
}
