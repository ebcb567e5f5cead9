import type { Campaign } from '../../src/demo/demo-campaign.ts';
import { importRoster, importTraining } from '../../src/demo/demo-imports.ts';
import { type DemoAgency, pledge } from '../../src/demo/demo-pledge.ts';
import { evidence, partnership, policy } from '../../src/demo/demo-proof.ts';
import { inventedStaff } from '../../src/demo/demo-staff.ts';
import type { Stage } from '../../src/demo/demo-stage.ts';
import { plainRecords } from '../../src/demo/demo-training.ts';
import { pledgeAnswers } from '../../src/demo/pledge-answers.ts';
import type { JourneyAgency } from '../agency.ts';

/** Days ago, for everything an agency did before it could send its work in. */
const pledged = 400;
const trained = 200;

/** An agency of four that has met everything, with documents that can be opened. The way there is the subject of other journeys. */
export async function completeAgency(
  stage: Stage,
  campaign: Campaign,
  { name, city, partner, coordinator, executive, representative }: JourneyAgency,
): Promise<DemoAgency> {
  const place = {
    name,
    kind: 'municipal-police',
    region: 'TX',
    city,
    county: 'Larkspur County',
    address: '41 Bridge Street',
    postalCode: '75001',
    website: 'https://agency.example',
    population: 9_700,
    timeZone: 'America/Chicago',
  } as const;
  const rank = 'Chief of Police';
  const answers = pledgeAnswers(place, { sworn: 4, executive, rank, targetMonths: 24 });
  const made = await pledge(stage, campaign, { answers, coordinator, executive, pledged, until: 'active' });
  const people = inventedStaff({ sworn: 4, dispatchers: 0, seed: 3 });
  await importRoster(stage, made, people);
  await importTraining(stage, made, plainRecords(people, { advanced: 1, base: 3, until: trained }));
  await partnership(stage, made, {
    name: partner,
    kind: 'public-health-department',
    placesServed: 'Larkspur County',
    services: ['co-response', 'follow-up'],
    speaker: representative,
    proposed: 300,
    isConfirmed: true,
    isNamed: true,
  });
  await policy(stage, made, { begun: 260, isAdopted: true });
  await evidence(stage, made, {
    requirement: 'everyone-trained',
    title: 'Sign-in sheets',
    note: 'All classes of the last two years, in the order of their dates.',
  });
  return made;
}
