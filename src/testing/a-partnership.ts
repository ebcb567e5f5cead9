import { createHash, randomUUID } from 'node:crypto';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Acting, actingAs, type PartnerId, type Transaction } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { addOrganization } from '../partner-organization/partner-organization-actions.ts';
import type { PartnerAct } from '../partnership/partner-act.ts';
import { confirmPartnership } from '../partnership/partner-answer-actions.ts';
import type { Arrangement, Partnership, PartnershipId } from '../partnership/partnership.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import { proposePartnership } from '../partnership/proposal-actions.ts';
import { type AgencyForTests, aPerson } from './an-agency.ts';

export interface APartnership {
  readonly name?: string;
  /** Whose organization and representative it is with; new ones without it. */
  readonly organizationOf?: PartnershipForTests;
  readonly arrangement?: Partial<Arrangement>;
  readonly agreement?: AdmittedFile | undefined;
  readonly isNamedInPublic?: boolean;
  /** How far it has come; `active` without it. `proposed` and `accepted` wait: without and with the invitation accepted. */
  readonly until?: 'proposed' | 'accepted' | 'active';
}

export interface PartnershipForTests {
  readonly id: PartnershipId;
  readonly partner: PartnerId;
  readonly representative: KnownPerson;
  /** Runs something acting for the partner as its representative. */
  as<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  act(now?: Date): PartnerAct;
  /** As the agency sees it now. */
  now(): Promise<Partnership>;
}

/** A partnership of the agency with a new organization, brought about by the programme's own actions. */
export async function aPartnership(
  databases: Databases,
  agency: AgencyForTests,
  wanted: APartnership = {},
): Promise<PartnershipForTests> {
  const known = wanted.organizationOf;
  const email = known?.representative.email ?? `speaker-${randomUUID().slice(0, 8)}@partner.test`;
  const name = wanted.name ?? `Harbor Counseling ${randomUUID().slice(0, 8)}`;
  const { partner, id } = await agency.as(async (tx) => {
    const act = agency.act();
    const organization =
      known?.partner ?? value(await addOrganization(tx, act, { ...plainOrganization, name }, true));
    const proposed = await proposePartnership(tx, act, {
      organization,
      arrangement: anArrangement(wanted.arrangement),
      agreement: 'agreement' in wanted ? wanted.agreement : anAdmittedFile('agreement.pdf'),
      representativeEmail: email,
      signer: { name: 'Casey Coordinator', title: 'Sergeant' },
    });
    return { partner: organization, id: value(proposed) };
  });
  const representative = known?.representative ?? (await aPerson(databases, email, 'Morgan Speaker'));
  const acting: Acting = { as: 'partner', partner, person: representative.id };
  const as: PartnershipForTests['as'] = (work) => actingAs(databases.app, acting, work);
  const act = (now = new Date()): PartnerAct => ({
    partner,
    person: representative.id,
    now,
    siteUrl: 'http://onemind.test',
    campaign: 'One Mind Campaign',
  });
  const now = async () => {
    const found = await agency.as((tx) => findPartnership(tx, { agency: agency.agency.id }, id));
    if (!found) throw new Error('The partnership is gone.');
    return found;
  };
  const made = { id, partner, representative, as, act, now };
  if (wanted.until === 'proposed') return made;
  if (!known) {
    const [invitation] = await agency.as((tx) => listInvitations(tx, { partner }));
    value(await acceptInvitation(databases.app, invitation?.id ?? '', representative));
  }
  if (wanted.until === 'accepted') return made;
  const { revision } = await now();
  const isNamedInPublic = wanted.isNamedInPublic ?? false;
  const given = { revision, name: 'Morgan Speaker', title: 'Director', isNamedInPublic };
  value(await as((tx) => confirmPartnership(tx, act(), id, given)));
  return made;
}

export function anArrangement(wanted: Partial<Arrangement> = {}): Arrangement {
  return {
    purpose: 'People in crisis get help instead of handcuffs.',
    services: ['mobile-crisis', 'training'],
    otherServices: '',
    agencyContact: { name: 'Casey Coordinator', email: 'casey@agency.test', phone: '555-0100' },
    partnerContact: { name: 'Lee Liaison', email: 'lee@partner.test', phone: '555-0199' },
    termStartsOn: '2024-01-01' as CalendarDate,
    termEndsOn: '2099-12-31' as CalendarDate,
    reviewOn: '2099-06-30' as CalendarDate,
    ...wanted,
  };
}

/** A file as if it had been received and admitted; its content is in no store. */
export function anAdmittedFile(name: string, mediaType = 'application/pdf'): AdmittedFile {
  const sha256 = createHash('sha256').update(randomUUID()).digest('hex');
  return { name, sha256, size: 1234, mediaType, store: async () => undefined };
}

const plainOrganization = {
  kinds: ['community-mental-health-center'],
  placesServed: ['Elm County'],
  website: undefined,
} as const;

function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly refusal: { readonly code: string } },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The builder was refused: ${outcome.refusal.code}`);
}
