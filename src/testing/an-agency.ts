import { randomUUID } from 'node:crypto';
import type { Agency, AgencyFacts } from '../agency/agency.ts';
import { registerAgency } from '../agency/agency-actions.ts';
import { type AgencyId, actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { grantAgencyRole, grantCampaignRole } from '../identity/membership-actions.ts';
import { ensurePerson, type KnownPerson } from '../identity/person-store.ts';
import type { AgencyRole, CampaignRole } from '../identity/viewer.ts';
import { acceptPledge, returnPledge } from '../pledge/decision-actions.ts';
import type { PledgeStateName, PledgeTerms } from '../pledge/pledge.ts';
import { sendBackPledge, signPledge } from '../pledge/pledge-actions.ts';
import { beginPledge, categoriesInScope } from '../pledge/take-pledge-actions.ts';
import { withdrawPledge } from '../pledge/withdrawal-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';

export interface AnAgency {
  readonly facts?: Partial<AgencyFacts>;
  readonly terms?: Partial<PledgeTerms>;
  /** How far its pledge has come; `active` without it, `none` for an agency that never pledged. */
  readonly pledge?: PledgeStateName | 'sent-back' | 'none';
  /** When the pledge was taken, signed and accepted; now without it. */
  readonly now?: Date;
}

export interface AgencyForTests {
  readonly agency: Agency;
  readonly coordinator: KnownPerson;
  readonly executive: KnownPerson;
  /** Runs something acting for the agency, as its coordinator unless somebody else is named. */
  as<Result>(work: (tx: Transaction) => Promise<Result>, person?: KnownPerson): Promise<Result>;
  /** An act of one of its people, to call an action with. */
  act(person?: KnownPerson, now?: Date): AgencyAct;
}

/** An agency with a coordinator and an executive, brought to where its pledge stands by the programme's own actions. */
export async function anAgency(databases: Databases, wanted: AnAgency = {}): Promise<AgencyForTests> {
  const name = wanted.facts?.name ?? `Elm Fork ${randomUUID().slice(0, 8)} Police Department`;
  const mark = randomUUID().slice(0, 8);
  const coordinator = await aPerson(databases, `coordinator-${mark}@agency.test`, 'Casey Coordinator');
  const executive = await aPerson(databases, `executive-${mark}@agency.test`, 'Robin Executive');
  const facts = { ...plainFacts, ...wanted.facts, name };
  const id = randomUUID() as AgencyId;
  const terms: PledgeTerms = {
    targetMonths: 24,
    headcount: { sworn: 40, nonSworn: { dispatcher: 6 } },
    executive: { name: executive.name, rank: 'Chief of Police', email: executive.email },
    ...wanted.terms,
  };
  const as = <Result>(work: (tx: Transaction) => Promise<Result>, person = coordinator) =>
    actingAs(databases.app, { as: 'agency', agency: id, person: person.id }, work);
  const agency = await as(async (tx) => {
    const registered = value(await registerAgency(tx, id, facts, categoriesInScope(terms.headcount)));
    await grantAgencyRole(tx, { agency: id, person: coordinator.id, role: 'coordinator' });
    return registered;
  });
  await actingAs(databases.app, { as: 'system' }, (tx) =>
    grantAgencyRole(tx, { agency: id, person: executive.id, role: 'executive' }),
  );
  const act = (person = coordinator, now = new Date()) => anAct(id, person, now);
  const made = { agency, coordinator, executive, as, act };
  await bringPledge(databases, made, terms, wanted);
  return made;
}

async function bringPledge(
  databases: Databases,
  { agency, executive, as, act }: AgencyForTests,
  terms: PledgeTerms,
  { pledge = 'active', now = new Date() }: AnAgency,
): Promise<void> {
  if (pledge === 'none') return;
  value(await as((tx) => beginPledge(tx, act(undefined, now), terms)));
  if (pledge === 'awaiting-signature') return;
  if (pledge === 'sent-back') {
    value(await as((tx) => sendBackPledge(tx, act(executive, now), 'The headcount is not right.')));
    return;
  }
  value(await as((tx) => signPledge(tx, act(executive, now), terms.executive.name), executive));
  if (pledge === 'withdrawn') {
    value(
      await as((tx) => withdrawPledge(tx, act(undefined, now), { by: 'agency', reason: 'A new sheriff.' })),
    );
  }
  if (pledge !== 'active' && pledge !== 'returned') return;
  const reviewer = await aCampaignMember(databases, 'reviewer');
  const asCampaign = { as: 'campaign', person: reviewer.id } as const;
  const decision = anAct(agency.id, reviewer, now);
  await actingAs(databases.app, asCampaign, async (tx) =>
    pledge === 'active'
      ? value(await acceptPledge(tx, decision))
      : value(await returnPledge(tx, decision, 'The headcount counts reserves twice.')),
  );
}

/** A person who can sign in with this address. */
export function aPerson(databases: Databases, email: string, name = 'Jordan Example'): Promise<KnownPerson> {
  return ensurePerson(databases.identity, email, name);
}

/** Somebody with a role at the campaign. */
export async function aCampaignMember(
  databases: Databases,
  role: CampaignRole,
  email = `${role}-${randomUUID().slice(0, 8)}@campaign.test`,
): Promise<KnownPerson> {
  const person = await aPerson(databases, email, `Sam ${role}`);
  await actingAs(databases.app, { as: 'system' }, (tx) => grantCampaignRole(tx, { person: person.id, role }));
  return person;
}

/** One more member of an agency. */
export async function aMember(
  databases: Databases,
  agency: AgencyId,
  role: AgencyRole,
  email = `${role}-${randomUUID().slice(0, 8)}@agency.test`,
): Promise<KnownPerson> {
  const person = await aPerson(databases, email, `Alex ${role}`);
  await actingAs(databases.app, { as: 'system' }, (tx) =>
    grantAgencyRole(tx, { agency, person: person.id, role }),
  );
  return person;
}

export function anAct(
  agency: AgencyId,
  person: { readonly id: PersonId; readonly name: string },
  now = new Date(),
): AgencyAct {
  return {
    agency,
    person: person.id,
    personName: person.name,
    now,
    siteUrl: 'http://onemind.test',
    campaign: 'One Mind Campaign',
  };
}

/** A draft's answers that can be sent as they are. */
export function draftAnswers(name: string, executiveEmail: string) {
  return {
    agency: { name, kind: plainFacts.kind, region: plainFacts.region },
    place: {
      address: plainFacts.address,
      city: plainFacts.city,
      postalCode: plainFacts.postalCode,
      timeZone: plainFacts.timeZone,
    },
    headcount: { sworn: '40', 'nonSworn.dispatcher': '6' },
    people: {
      executiveName: 'Robin Executive',
      executiveRank: 'Chief of Police',
      executiveEmail,
      coordinator: 'me',
    },
    length: { targetMonths: '24' },
    requirements: { read: 'yes' },
  } as const;
}

const plainFacts = {
  name: 'Elm Fork Police Department',
  kind: 'municipal-police',
  country: 'US',
  region: 'TX',
  city: 'Elm Fork',
  county: undefined,
  address: '1 Main St',
  postalCode: '75001',
  website: undefined,
  ori: undefined,
  populationServed: undefined,
  timeZone: 'America/Chicago',
} as const satisfies AgencyFacts;

function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly refusal: { readonly code: string } },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The builder was refused: ${outcome.refusal.code}`);
}
