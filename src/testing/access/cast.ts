import { randomUUID } from 'node:crypto';
import type { AgencyId } from '../../database/acting.ts';
import type { AgencyRole, CampaignRole } from '../../identity/viewer.ts';
import type { TestApp } from '../test-app.ts';
import { asOwner } from '../test-database.ts';

/** Somebody who knocks at every door. `own` is the agency (or partner) that the doors belong to. */
export type Part =
  | { readonly is: 'signed-out' }
  | { readonly is: 'stranger' }
  | { readonly is: 'own-agency'; readonly role: AgencyRole }
  | { readonly is: 'foreign-agency'; readonly role: AgencyRole }
  | { readonly is: 'own-partner' }
  | { readonly is: 'foreign-partner' }
  | { readonly is: 'campaign'; readonly role: CampaignRole };

export const agencyRoles = ['coordinator', 'executive', 'training-officer', 'staff'] as const;
export const campaignRoles = ['reviewer', 'editor', 'assistance-lead', 'administrator'] as const;

export const parts: readonly Part[] = [
  { is: 'signed-out' },
  { is: 'stranger' },
  ...agencyRoles.map((role) => ({ is: 'own-agency', role }) as const),
  ...agencyRoles.map((role) => ({ is: 'foreign-agency', role }) as const),
  { is: 'own-partner' },
  { is: 'foreign-partner' },
  ...campaignRoles.map((role) => ({ is: 'campaign', role }) as const),
];

export function nameOf(part: Part): string {
  return 'role' in part ? `${part.is} ${part.role}` : part.is;
}

export interface Cast {
  readonly agencySlug: string;
  readonly partner: string;
  /** The cookie header of each part; undefined for who is signed out. */
  cookieOf(part: Part): string | undefined;
}

/** Two agencies and two partners with one person in each role, and the campaign's people; all signed in by mail. */
export async function gatherCast(app: TestApp): Promise<Cast> {
  const own = await addAgency(app, 'elm-fork-police-department');
  const foreign = await addAgency(app, 'oak-bend-police-department');
  const partner = await addPartner(app, own, 'Elm County Behavioral Health');
  const foreignPartner = await addPartner(app, foreign, 'Oak County Crisis Line');
  const cookies = new Map<string, string>();
  for (const part of parts) {
    if (part.is === 'signed-out') continue;
    const email = `${nameOf(part).replaceAll(' ', '.')}@access.test`;
    const cookie = await app.signIn(email);
    cookies.set(nameOf(part), cookie);
    await join(app, email, part, { own, foreign, partner, foreignPartner });
  }
  return {
    agencySlug: 'elm-fork-police-department',
    partner,
    cookieOf: (part) => cookies.get(nameOf(part)),
  };
}

async function addAgency(app: TestApp, slug: string): Promise<AgencyId> {
  const id = randomUUID();
  await asOwner(
    app.ownerUrl,
    `insert into agency (id, slug, name, kind, country, region, city, address, postal_code, time_zone)
     values ($1, $2, $2, 'municipal-police', 'US', 'TX', 'Elm Fork', '1 Main St', '75001', 'America/Chicago')`,
    [id, slug],
  );
  return id as AgencyId;
}

async function addPartner(app: TestApp, proposedBy: AgencyId, name: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    app.ownerUrl,
    'insert into partner_organization (id, name, kinds, proposed_by_agency) values ($1, $2, $3, $4)',
    [id, name, ['community-mental-health-center'], proposedBy],
  );
  return id;
}

interface Tenants {
  readonly own: string;
  readonly foreign: string;
  readonly partner: string;
  readonly foreignPartner: string;
}

async function join(app: TestApp, email: string, part: Part, tenants: Tenants): Promise<void> {
  const person = '(select id from identity.person where email = $1)';
  const write = (statement: string, ...values: string[]) =>
    asOwner(app.ownerUrl, statement, [email, ...values]);
  if (part.is === 'own-agency' || part.is === 'foreign-agency') {
    const agency = part.is === 'own-agency' ? tenants.own : tenants.foreign;
    await write(
      `insert into agency_membership (person_id, agency_id, role) values (${person}, $2, $3)`,
      agency,
      part.role,
    );
  } else if (part.is === 'own-partner' || part.is === 'foreign-partner') {
    const partner = part.is === 'own-partner' ? tenants.partner : tenants.foreignPartner;
    await write(`insert into partner_membership (person_id, partner_id) values (${person}, $2)`, partner);
  } else if (part.is === 'campaign') {
    await write(`insert into campaign_membership (person_id, role) values (${person}, $2)`, part.role);
  }
}
