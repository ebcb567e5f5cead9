import type { Agency } from '../agency/agency.ts';
import type { Acting } from '../database/acting.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-actions.ts';
import { acceptPledge, returnPledge } from '../pledge/decision-actions.ts';
import type { DraftId } from '../pledge/draft.ts';
import { draftSteps } from '../pledge/draft.ts';
import { beginDraft, saveStep } from '../pledge/draft-actions.ts';
import { signPledge } from '../pledge/pledge-actions.ts';
import { takePledge } from '../pledge/take-pledge-actions.ts';
import { withdrawPledge } from '../pledge/withdrawal-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { Campaign } from './demo-campaign.ts';
import { as, daysBefore, person, type Stage, value, words } from './demo-stage.ts';
import type { PledgeAnswers, Someone } from './pledge-answers.ts';

/** An agency of the demonstration and who acts in it. */
export interface DemoAgency {
  readonly agency: Agency;
  readonly coordinator: KnownPerson;
  readonly executive: KnownPerson;
  readonly trainingOfficer: KnownPerson | undefined;
}

export type PledgeStage = 'awaiting-signature' | 'awaiting-acceptance' | 'returned' | 'active' | 'withdrawn';

export interface DemoPledge {
  readonly answers: PledgeAnswers;
  readonly coordinator: Someone;
  readonly executive: Someone;
  readonly trainingOfficer?: Someone;
  /** Days ago: the term begins that day for an agency that got so far. */
  readonly pledged: number;
  readonly until: PledgeStage;
}

/** A draft as its writer left it, some steps answered. */
export async function leaveDraft(
  stage: Stage,
  writer: Someone,
  answers: PledgeAnswers,
  steps: number,
): Promise<void> {
  const { id } = await person(stage, writer.email, writer.name);
  await writeDraft(stage, { as: 'person', person: id }, answers, steps);
}

/** Takes the pledge as people do: the form step by step, the executive's signature, the campaign's answer. */
export async function pledge(stage: Stage, campaign: Campaign, wanted: DemoPledge): Promise<DemoAgency> {
  const coordinator = await person(stage, wanted.coordinator.email, wanted.coordinator.name);
  const executive = await person(stage, wanted.executive.email, wanted.executive.name);
  const asWriter = { as: 'person', person: coordinator.id } as const;
  const draft = await writeDraft(stage, asWriter, wanted.answers, draftSteps.length);
  const now = daysBefore(stage, wanted.pledged);
  const taken = await as(stage, asWriter, (tx) =>
    takePledge(tx, {
      person: coordinator.id,
      personName: coordinator.name,
      email: coordinator.email,
      now,
      ...words(stage),
      draft,
    }),
  );
  const { agency } = value(taken);
  const trainingOfficer = await joinedOfficer(stage, agency, wanted.trainingOfficer);
  const made = { agency, coordinator, executive, trainingOfficer };
  if (wanted.until === 'awaiting-signature') return made;
  await accept(stage, actingFor(made), agency, executive);
  value(
    await as(stage, { as: 'agency', agency: agency.id, person: executive.id }, (tx) =>
      signPledge(tx, act(stage, made, executive, now), executive.name),
    ),
  );
  if (wanted.until === 'awaiting-acceptance') return made;
  const asCampaign = { as: 'campaign', person: campaign.reviewer.id } as const;
  const decision = act(stage, made, campaign.reviewer, now);
  if (wanted.until === 'returned') {
    const reason = 'The headcount names 12 sworn officers, the letter 21. Please check which is right.';
    value(await as(stage, asCampaign, (tx) => returnPledge(tx, decision, reason)));
    return made;
  }
  value(await as(stage, asCampaign, (tx) => acceptPledge(tx, decision)));
  if (wanted.until === 'withdrawn') {
    const reason = 'The town closes its police department; the county takes over.';
    const leaving = act(stage, made, coordinator, daysBefore(stage, 20));
    value(await asAgency(stage, made, (tx) => withdrawPledge(tx, leaving, { by: 'agency', reason })));
  }
  return made;
}

/** An act of one of its people, or of the campaign about it. */
export function act(stage: Stage, { agency }: DemoAgency, who: KnownPerson, now = stage.now): AgencyAct {
  return { agency: agency.id, person: who.id, personName: who.name, now, ...words(stage) };
}

export function actingFor({ agency, coordinator }: DemoAgency): Acting {
  return { as: 'agency', agency: agency.id, person: coordinator.id };
}

export function asAgency<Result>(
  stage: Stage,
  made: DemoAgency,
  work: Parameters<typeof as<Result>>[2],
): Promise<Result> {
  return as(stage, actingFor(made), work);
}

async function writeDraft(
  stage: Stage,
  asWriter: Extract<Acting, { as: 'person' }>,
  answers: PledgeAnswers,
  steps: number,
): Promise<DraftId> {
  return as(stage, asWriter, async (tx) => {
    const draft = value(await beginDraft(tx, asWriter.person, stage.now));
    for (const step of draftSteps.slice(0, steps)) {
      value(await saveStep(tx, asWriter.person, { draft, step, typed: answers[step], now: stage.now }));
    }
    return draft;
  });
}

/** Opens the link that was mailed to the executive. */
async function accept(stage: Stage, acting: Acting, agency: Agency, executive: KnownPerson): Promise<void> {
  const invitations = await as(stage, acting, (tx) => listInvitations(tx, { agency: agency.id }));
  const invitation = invitations.find(({ email }) => email === executive.email);
  // Executives who wrote the pledge themselves hold the role already.
  if (invitation) value(await acceptInvitation(stage.deps.db.app, invitation.id, executive));
}

async function joinedOfficer(
  stage: Stage,
  agency: Agency,
  officer: Someone | undefined,
): Promise<KnownPerson | undefined> {
  if (!officer) return undefined;
  const joined = await person(stage, officer.email, officer.name);
  const grant = { agency: agency.id, person: joined.id, role: 'training-officer' } as const;
  value(await as(stage, { as: 'system' }, (tx) => grantAgencyRole(tx, grant)));
  return joined;
}
