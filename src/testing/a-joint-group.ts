import type { Databases } from '../database/database.ts';
import { type JointGroupId, listShown, type PartyContact } from '../joint-agreement/joint-agreement.ts';
import { joinGroup } from '../joint-agreement/joint-answer-actions.ts';
import { proposeJointVersion } from '../joint-agreement/joint-asking-actions.ts';
import { confirmForGroup } from '../joint-agreement/joint-confirm-actions.ts';
import { beginGroup, choosePartner, listAgencies } from '../joint-agreement/joint-lead-actions.ts';
import { listMemberNames } from '../joint-agreement/joint-reading-actions.ts';
import { memorandumTerms } from './a-memorandum.ts';
import { anAdmittedFile, aPartnership, type PartnershipForTests } from './a-partnership.ts';
import { type AgencyForTests, anAgency } from './an-agency.ts';

export interface JointGroupForTests {
  readonly id: JointGroupId;
  readonly lead: AgencyForTests;
  readonly agencies: readonly AgencyForTests[];
  /** Each works with another agency already, so that its people speak for it. */
  readonly partners: readonly PartnershipForTests[];
}

export const leadSigner = { name: 'Casey Coordinator', title: 'Sergeant' };

export function aPartyContact(wanted: Partial<PartyContact> = {}): PartyContact {
  return {
    name: 'Lee Liaison',
    email: 'lee@liaison.test',
    phone: '555-0100',
    always: '555-0199',
    ...wanted,
  };
}

/** A group whose agreement is before agencies and partners; nobody but its lead has answered. */
export async function aJointGroup(
  databases: Databases,
  wanted: { readonly agencies?: number; readonly partners?: number; readonly name?: string } = {},
): Promise<JointGroupForTests> {
  const lead = await anAgency(databases);
  const elsewhere = await anAgency(databases, { pledge: 'none' });
  const agencies = await times(wanted.agencies ?? 2, () => anAgency(databases));
  const partners = await times(wanted.partners ?? 1, () => aPartnership(databases, elsewhere));
  const id = await lead.as(async (tx) => {
    const act = lead.act();
    const id = await beginGroup(tx, act, { name: wanted.name ?? 'Alder County', kind: 'county' });
    for (const { partner } of partners) {
      value(await choosePartner(tx, act, id, { organization: partner, representativeEmail: undefined }));
    }
    value(await listAgencies(tx, act, id, { agencies: agencies.map(({ agency }) => agency.id), emails: [] }));
    value(await proposeJointVersion(tx, act, id, aProposal()));
    return id;
  });
  return { id, lead, agencies, partners };
}

export function aProposal(wanted: { readonly version?: number; readonly training?: string } = {}) {
  const { version = 0, training } = wanted;
  return {
    version,
    terms: memorandumTerms(training ? { training } : {}),
    note: '',
    signer: leadSigner,
    contact: aPartyContact({ name: 'Casey Coordinator' }),
  };
}

export function joins(agency: AgencyForTests, id: JointGroupId, version = 1) {
  const given = { version, signer: leadSigner, contact: aPartyContact({ name: `At ${agency.agency.name}` }) };
  return agency.as((tx) => joinGroup(tx, agency.act(), id, given));
}

export function confirms(
  partner: PartnershipForTests,
  id: JointGroupId,
  wanted: {
    readonly version?: number;
    readonly coversLater?: boolean;
    /** What was shown; what the list says now without it. */
    readonly list?: string;
  } = {},
) {
  const { version = 1, coversLater = true } = wanted;
  const given = {
    version,
    signer: { name: 'Morgan Speaker', title: 'Director' },
    contact: aPartyContact({ name: 'Pat Partner', email: 'pat@partner.test' }),
    coversLater,
    isNamedInPublic: false,
    document: anAdmittedFile('joint-agreement.pdf'),
  };
  return partner.as(async (tx) => {
    const list = wanted.list ?? listShown(await listMemberNames(tx, id));
    return confirmForGroup(tx, partner.act(), id, { ...given, list });
  });
}

async function times<Made>(count: number, make: () => Promise<Made>): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < count; at += 1) made.push(await make());
  return made;
}

function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly refusal: { readonly code: string } },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The builder was refused: ${outcome.refusal.code}`);
}
