import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { askExtension } from '../pledge/extension-actions.ts';
import { askToJoin } from '../team/join-request-actions.ts';
import { agreement } from './agreement-story.ts';
import type { Campaign } from './demo-campaign.ts';
import { certificateToConfirm, comingClass } from './demo-class.ts';
import { proposeEquivalent } from './demo-equivalent.ts';
import { importRoster, importTraining } from './demo-imports.ts';
import { act, asAgency, type DemoAgency, pledge } from './demo-pledge.ts';
import { evidence, partnership, policy } from './demo-proof.ts';
import { inventedStaff } from './demo-staff.ts';
import { as, dayBefore, person, type Stage, value, words } from './demo-stage.ts';
import { calmingCourse, messyRecords, plainRecords } from './demo-training.ts';
import { network } from './joint-agreement-story.ts';
import { jointWork } from './joint-work-story.ts';
import { outcomes } from './outcome-story.ts';
import { pledgeAnswers } from './pledge-answers.ts';
import { policyReview } from './policy-story.ts';

/** Agencies in the middle of the work: a very small one, and Elm Fork, which has a little of everything. */
export async function putUpWorkingAgencies(stage: Stage, campaign: Campaign): Promise<void> {
  const cedarGap = await putUpCedarGap(stage, campaign);
  await putUpElmFork(stage, campaign);
  await network(stage, cedarGap);
}

async function putUpCedarGap(stage: Stage, campaign: Campaign): Promise<DemoAgency> {
  const chief = { name: 'Wilhelmina Stroud', email: 'chief@cedargap.example' };
  const place = {
    name: 'Cedar Gap Police Department',
    kind: 'municipal-police',
    region: 'OR',
    city: 'Cedar Gap',
    county: 'Quarry County',
    address: '3 Mill Lane',
    postalCode: '97056',
    website: 'https://cedargap.example',
    population: 2_300,
    timeZone: 'America/Los_Angeles',
  } as const;
  const answers = pledgeAnswers(place, {
    sworn: 4,
    executive: chief,
    rank: 'Chief of Police',
    targetMonths: 12,
  });
  const made = await pledge(stage, campaign, {
    answers,
    coordinator: chief,
    executive: chief,
    pledged: 320,
    until: 'active',
  });
  const people = inventedStaff({ sworn: 4, dispatchers: 0, seed: 3 });
  await importRoster(stage, made, people);
  await importTraining(stage, made, plainRecords(people, { advanced: 1, base: 2, until: 40 }));
  await outcomes(stage, made, { pledged: 320, calls: 5, shares: true });
  await partnership(stage, made, {
    name: 'Quarry County Crisis Line',
    kind: 'crisis-service',
    placesServed: 'Quarry County',
    services: ['crisis-line', 'referral'],
    speaker: { name: 'Ottilie Marsh', email: 'director@quarrycrisis.example' },
    proposed: 12,
    isConfirmed: false,
    isNamed: false,
  });
  const to = dayBefore(stage, -200);
  const reason = 'Two of four officers are new; the next crisis training near us is in the spring.';
  const asking = act(stage, made, made.coordinator);
  value(await asAgency(stage, made, (tx) => askExtension(tx, asking, { to, reason })));
  return made;
}

async function putUpElmFork(stage: Stage, campaign: Campaign): Promise<void> {
  const executive = { name: 'Marguerite Vance-Holt', email: 'chief@elmfork.example' };
  const place = {
    name: 'Elm Fork Police Department',
    kind: 'municipal-police',
    region: 'TX',
    city: 'Elm Fork',
    county: 'Elm County',
    address: '200 Main Street',
    postalCode: '75001',
    website: 'https://elmfork.example',
    population: 24_800,
    timeZone: 'America/Chicago',
  } as const;
  const answers = pledgeAnswers(place, {
    sworn: 41,
    nonSworn: { dispatcher: 7 },
    executive,
    rank: 'Chief of Police',
    targetMonths: 24,
  });
  const made = await pledge(stage, campaign, {
    answers,
    coordinator: { name: 'Theo Marchbank', email: 'sergeant@elmfork.example' },
    executive,
    trainingOfficer: { name: 'Beatriz Oldroyd', email: 'training@elmfork.example' },
    pledged: 410,
    until: 'active',
  });
  const people = inventedStaff({ sworn: 41, dispatchers: 7, clerks: 2, left: 3, newcomers: 4, seed: 1 });
  await importRoster(stage, made, people);
  const records = plainRecords(people, { advanced: 7, base: 24, until: 15 });
  await importTraining(stage, made, [...records, ...messyRecords(people.slice(0, 41), 15)]);
  await proposeEquivalent(stage, made, calmingCourse);
  const speaker = await partnership(stage, made, {
    name: 'Elm County Mental Health Center',
    kind: 'community-mental-health-center',
    placesServed: 'Elm County and the towns along the river',
    services: ['mobile-crisis', 'receiving-facility', 'training', 'case-review'],
    speaker: { name: 'Harriet Solano', email: 'partner@elmcounty.example' },
    proposed: 250,
    isConfirmed: true,
    isNamed: true,
  });
  await policy(stage, made, {
    begun: 60,
    covered: currentRules.policyElements.length - 5,
    isAdopted: false,
  });
  await policyReview(stage, made);
  await evidence(stage, made, {
    requirement: 'advanced-training',
    title: 'Class roster of the CIT academy',
    note: 'Signed by the academy; seven of ours finished.',
  });
  await evidence(stage, made, {
    requirement: 'partnership',
    title: 'Notes of the quarterly meeting',
    note: 'Liaisons of both sides, the hospital and dispatch.',
  });
  await outcomes(stage, made, { pledged: 410, calls: 62, shares: true });
  await agreement(stage, made);
  await jointWork(stage, made, speaker);
  const [first] = await comingClass(stage, made);
  if (first) await certificateToConfirm(stage, made, first, 'patrol@elmfork.example');
  const asker = await person(stage, 'officer@elmfork.example', 'Yusra Pembrook');
  const asking = {
    person: asker.id,
    personName: asker.name,
    email: asker.email,
    now: stage.now,
    ...words(stage),
  };
  const note = 'I work in records and keep the training binder.';
  value(
    await as(stage, { as: 'person', person: asker.id }, (tx) =>
      askToJoin(tx, asking, { agency: made.agency, note }),
    ),
  );
}
