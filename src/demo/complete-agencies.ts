import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { rollCalls } from './acknowledgment-story.ts';
import { questionedCertificate } from './certification-story.ts';
import type { Campaign } from './demo-campaign.ts';
import { importRoster, importTraining } from './demo-imports.ts';
import { pledge } from './demo-pledge.ts';
import { type DemoPartner, evidence, partnership, policy } from './demo-proof.ts';
import { approve, review, submit } from './demo-review.ts';
import { inventedStaff, type StaffWanted } from './demo-staff.ts';
import type { Stage } from './demo-stage.ts';
import { plainRecords } from './demo-training.ts';
import { outcomes } from './outcome-story.ts';
import { type PlaceFacts, pledgeAnswers, type Someone } from './pledge-answers.ts';
import { afterReturn } from './review-story.ts';
import { showProofs } from './sample-story.ts';

/** An agency that has met everything and sent its work in. All numbers are days ago. */
export interface CompleteAgency {
  readonly place: PlaceFacts;
  readonly rank: string;
  readonly coordinator: Someone;
  readonly executive: Someone;
  readonly pledged: number;
  readonly submitted: number;
  /** What the first reviewer came to; nobody has begun without it. */
  readonly reviewed?: { readonly on: number; readonly returned?: ReadonlyMap<Requirement, string> };
  /** The day the second reviewer approved: the agency is certified since. */
  readonly certified?: number;
  /** The day the campaign asked about the certificate. */
  readonly isQuestioned?: boolean;
  readonly staff: StaffWanted;
  readonly partners: readonly Omit<DemoPartner, 'isConfirmed'>[];
}

/** Takes an agency all the way to where it stands. */
export async function putUpCompleteAgency(
  stage: Stage,
  campaign: Campaign,
  wanted: CompleteAgency,
): Promise<void> {
  const { place, rank, coordinator, executive, pledged, submitted, reviewed, certified, staff } = wanted;
  const nonSworn = staff.dispatchers > 0 ? { dispatcher: staff.dispatchers } : {};
  const answers = pledgeAnswers(place, { sworn: staff.sworn, nonSworn, executive, rank, targetMonths: 24 });
  const made = await pledge(stage, campaign, { answers, coordinator, executive, pledged, until: 'active' });
  const people = inventedStaff(staff);
  await importRoster(stage, made, people);
  const known = people.filter(({ left, hired }) => left === undefined && hired > submitted);
  const advanced = Math.ceil(staff.sworn / 4);
  const trained = { advanced, base: known.length - advanced, until: submitted };
  await importTraining(stage, made, plainRecords(known, trained));
  for (const partner of wanted.partners) await partnership(stage, made, { ...partner, isConfirmed: true });
  await policy(stage, made, { begun: submitted + 120, isAdopted: true });
  await rollCalls(stage, made, submitted + 60);
  await outcomes(stage, made, {
    pledged,
    calls: Math.ceil(staff.sworn * 1.4),
    shares: certified !== undefined,
  });
  await evidence(stage, made, {
    requirement: 'everyone-trained',
    title: 'Certificates of attendance',
    note: 'All classes of the last two years, in the order of their dates.',
  });
  const id = await submit(
    stage,
    made,
    submitted,
    'Everything is in place. The liaison answers questions at any time.',
  );
  if (reviewed) await review(stage, campaign, made, id, reviewed.on, reviewed.returned);
  else await showProofs(stage, made, id, submitted - 1, 4);
  if (reviewed?.returned) await afterReturn(stage, campaign, made, id, reviewed.on);
  if (certified !== undefined) await approve(stage, campaign, id, certified);
  if (wanted.isQuestioned) await questionedCertificate(stage, campaign, made);
}
