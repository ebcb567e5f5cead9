import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { addEvidence } from '../evidence/evidence-actions.ts';
import { type AdmittedFile, admitDocument } from '../files/file-actions.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import type { KnownPerson } from '../identity/person-actions.ts';
import type { PartnerKind } from '../partner-organization/partner-organization.ts';
import { addOrganization } from '../partner-organization/partner-organization-actions.ts';
import { placesIn } from '../partner-organization/place-served.ts';
import { confirmPartnership } from '../partnership/partner-answer-actions.ts';
import type { PartnershipService } from '../partnership/partnership.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import { proposePartnership } from '../partnership/proposal-actions.ts';
import { adoptPolicy } from '../policy/adoption-actions.ts';
import { beginPolicy, checklistOf, policyDesk, saveChecklist } from '../policy/policy-actions.ts';
import { simplePdf } from './demo-document.ts';
import { withReceivedFile } from './demo-file.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, dayBefore, daysBefore, person, type Stage, value, words } from './demo-stage.ts';
import { organizationProfile } from './organization-story.ts';
import type { Someone } from './pledge-answers.ts';
import { policyLines } from './policy-story.ts';

export interface DemoPartner {
  readonly name: string;
  readonly kind: PartnerKind;
  readonly placesServed: string;
  readonly services: readonly PartnershipService[];
  readonly speaker: Someone;
  /** Days ago. */
  readonly proposed: number;
  readonly isConfirmed: boolean;
  readonly isNamed: boolean;
}

/** Proposes a partnership with its agreement, and has the partner confirm it; answers who speaks for the partner then. */
export async function partnership(
  stage: Stage,
  made: DemoAgency,
  wanted: DemoPartner,
): Promise<KnownPerson | undefined> {
  const { name, kind, placesServed, services, speaker, proposed } = wanted;
  const agreement = await admitted(stage, 'agreement.pdf', `Agreement with ${name}`, [
    `${made.agency.name} and ${name} work together so that people in crisis get help.`,
    'Both sides name a liaison, share training, and look at hard calls together each month.',
  ]);
  const { partner, id } = await asAgency(stage, made, async (tx) => {
    const proposing = act(stage, made, made.coordinator, daysBefore(stage, proposed));
    const facts = { name, kinds: [kind], placesServed: placesIn(placesServed) };
    const organization = value(await addOrganization(tx, proposing, facts, false));
    const arrangement = {
      purpose: 'People in a mental health crisis are met by trained officers and led to care.',
      services,
      otherServices: '',
      agencyContact: { name: made.coordinator.name, email: made.coordinator.email, phone: '555-0110' },
      partnerContact: { name: speaker.name, email: speaker.email, phone: '555-0142' },
      termStartsOn: dayBefore(stage, proposed),
      termEndsOn: dayBefore(stage, proposed - 3 * 365),
      reviewOn: dayBefore(stage, -Math.max(90, 365 - proposed)),
    };
    const signer = { name: made.coordinator.name, title: 'Coordinator' };
    const proposal = { organization, arrangement, agreement, representativeEmail: speaker.email, signer };
    return { partner: organization, id: value(await proposePartnership(tx, proposing, proposal)) };
  });
  if (!wanted.isConfirmed) return undefined;
  const representative = await person(stage, speaker.email, speaker.name);
  const [invitation] = await asAgency(stage, made, (tx) => listInvitations(tx, { partner }));
  if (invitation) value(await acceptInvitation(stage.deps.db.app, invitation.id, representative));
  const shown = await asAgency(stage, made, (tx) => findPartnership(tx, { agency: made.agency.id }, id));
  const given = {
    revision: shown?.revision ?? 0,
    name: speaker.name,
    title: 'Director',
    isNamedInPublic: wanted.isNamed,
  };
  const answering = {
    partner,
    person: representative.id,
    now: daysBefore(stage, proposed - 3),
    ...words(stage),
  };
  value(
    await as(stage, { as: 'partner', partner, person: representative.id }, (tx) =>
      confirmPartnership(tx, answering, id, given),
    ),
  );
  await organizationProfile(stage, partner, representative);
  return representative;
}

export interface DemoPolicy {
  /** Days ago. */
  readonly begun: number;
  /** Elements of the checklist that are covered, in its order; all of them without it. */
  readonly covered?: number;
  readonly isAdopted: boolean;
}

/** Uploads the policy, goes through the checklist, and has the executive adopt it. */
export async function policy(stage: Stage, made: DemoAgency, wanted: DemoPolicy): Promise<void> {
  const document = await admitted(
    stage,
    'general-order-417.pdf',
    'General Order 417: Response to Persons in Crisis',
    policyLines,
  );
  const begun = daysBefore(stage, wanted.begun);
  await asAgency(stage, made, async (tx) => {
    const drafting = act(stage, made, made.coordinator, begun);
    const details = {
      title: 'Response to Persons in Crisis',
      number: 'GO 417',
      amends: '',
      accreditation: '',
      issuedOn: dayBefore(stage, wanted.begun),
      effectiveOn: dayBefore(stage, wanted.begun - 20),
      reviewOn: dayBefore(stage, -Math.max(120, 700 - wanted.begun)),
    };
    value(await beginPolicy(tx, drafting, { details, document }));
    const elements = await checklistOf(tx, made.agency.id);
    const covered = elements.slice(0, wanted.covered ?? elements.length);
    const answers = covered.map(({ code }, place) => ({
      code,
      status: 'covered' as const,
      reference: `Section ${place + 1}, page ${1 + Math.floor(place / 3)}`,
      notes: '',
    }));
    const { draft } = await policyDesk(tx, made.agency.id);
    value(await saveChecklist(tx, drafting, { revision: draft?.revision ?? 0, answers }));
  });
  if (!wanted.isAdopted) return;
  const asExecutive = { as: 'agency', agency: made.agency.id, person: made.executive.id } as const;
  await as(stage, asExecutive, async (tx) => {
    const adopting = act(stage, made, made.executive, daysBefore(stage, wanted.begun - 20));
    const { draft } = await policyDesk(tx, made.agency.id);
    const given = {
      revision: draft?.revision ?? 0,
      name: made.executive.name,
      on: dayBefore(stage, wanted.begun - 19),
    };
    value(await adoptPolicy(tx, adopting, given));
  });
}

/** Adds a file to a requirement. */
export async function evidence(
  stage: Stage,
  made: DemoAgency,
  piece: { readonly requirement: Requirement; readonly title: string; readonly note: string },
): Promise<void> {
  const name = `${piece.title.toLowerCase().replaceAll(' ', '-')}.pdf`;
  const file = await admitted(stage, name, piece.title, [made.agency.name, piece.note]);
  const who = { agency: made.agency.id, person: made.coordinator.id };
  await asAgency(stage, made, (tx) => addEvidence(tx, who, { ...piece, file }));
}

/** A document of ours as an upload would have brought it in. */
export function admitted(
  stage: Stage,
  name: string,
  title: string,
  lines: readonly string[],
): Promise<AdmittedFile> {
  return withReceivedFile(name, simplePdf(title, lines), async (file) => {
    const document = value(await admitDocument(stage.deps, file));
    // Stored now: the received file is gone when the act that uses it runs.
    await document.store();
    return document;
  });
}
