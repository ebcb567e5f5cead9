import type { AgencyKind } from '../agency/agency-kind.ts';
import { findRegion } from '../agency/region.ts';
import type { Campaign } from './demo-campaign.ts';
import { leaveDraft, type PledgeStage, pledge } from './demo-pledge.ts';
import type { Stage } from './demo-stage.ts';
import { pledgeAnswers } from './pledge-answers.ts';

/** Agencies on their way into the pledge, and one that left it. */
export async function putUpPledgingAgencies(stage: Stage, campaign: Campaign): Promise<void> {
  const writer = { name: 'Imogen Brookhart', email: 'chief@mossbridge.example' };
  await leaveDraft(stage, writer, answersOf(mossbridge, writer.name, writer.email), 3);
  for (const { until, pledged, coordinator, executive, ...facts } of pledging) {
    const answers = answersOf(facts, executive.name, executive.email);
    await pledge(stage, campaign, { answers, coordinator, executive, pledged, until });
  }
  for (const { facts, chief, pledged } of justPledged) {
    const answers = answersOf(facts, chief.name, chief.email);
    const roles = { coordinator: chief, executive: chief };
    await pledge(stage, campaign, { answers, ...roles, pledged, until: 'active' });
  }
}

interface Small {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly region: string;
  readonly city: string;
  readonly county: string;
  readonly postalCode: string;
  readonly domain: string;
  readonly timeZone: string;
  readonly sworn: number;
}

function answersOf(small: Small, executive: string, email: string) {
  const { domain, sworn, ...place } = small;
  return pledgeAnswers(
    {
      name: place.name,
      kind: place.kind,
      region: place.region,
      city: place.city,
      county: place.county,
      postalCode: place.postalCode,
      timeZone: place.timeZone,
      address: '12 Courthouse Square',
      website: `https://${domain}.example`,
      population: sworn * 480,
    },
    {
      sworn,
      nonSworn: sworn > 15 ? { dispatcher: Math.round(sworn / 6) } : {},
      executive: { name: executive, email },
      rank: place.kind === 'sheriff' ? 'Sheriff' : 'Chief of Police',
      targetMonths: 24,
    },
  );
}

const mossbridge: Small = {
  name: 'Mossbridge Police Department',
  kind: 'municipal-police',
  region: 'KY',
  city: 'Mossbridge',
  county: 'Fernhollow County',
  postalCode: '40351',
  domain: 'mossbridge',
  timeZone: 'America/New_York',
  sworn: 9,
};

interface Pledging extends Small {
  readonly coordinator: { readonly name: string; readonly email: string };
  readonly executive: { readonly name: string; readonly email: string };
  readonly pledged: number;
  readonly until: PledgeStage;
}

const pledging: readonly Pledging[] = [
  {
    name: 'Harrow Creek Police Department',
    kind: 'municipal-police',
    region: 'OH',
    city: 'Harrow Creek',
    county: 'Lindenbrook County',
    postalCode: '43123',
    domain: 'harrowcreek',
    timeZone: 'America/New_York',
    sworn: 17,
    coordinator: { name: 'Tessa Ravenhill', email: 'sergeant@harrowcreek.example' },
    executive: { name: 'Orson Pikewood', email: 'chief@harrowcreek.example' },
    pledged: 2,
    until: 'awaiting-signature',
  },
  {
    name: 'Pine Hollow County Sheriff’s Office',
    kind: 'sheriff',
    region: 'MT',
    city: 'Pine Hollow',
    county: 'Pine Hollow County',
    postalCode: '59715',
    domain: 'pinehollow',
    timeZone: 'America/Denver',
    sworn: 21,
    coordinator: { name: 'Jules Amberley', email: 'lieutenant@pinehollow.example' },
    executive: { name: 'Marta Stillwell', email: 'sheriff@pinehollow.example' },
    pledged: 4,
    until: 'awaiting-acceptance',
  },
  {
    name: 'Saltmarsh Police Department',
    kind: 'municipal-police',
    region: 'NC',
    city: 'Saltmarsh',
    county: 'Yarrow County',
    postalCode: '28516',
    domain: 'saltmarsh',
    timeZone: 'America/New_York',
    sworn: 12,
    coordinator: { name: 'Bex Holloway-Finch', email: 'captain@saltmarsh.example' },
    executive: { name: 'Amos Tidewell', email: 'chief@saltmarsh.example' },
    pledged: 9,
    until: 'returned',
  },
  {
    name: 'Gull Point Police Department',
    kind: 'municipal-police',
    region: 'ME',
    city: 'Gull Point',
    county: 'Rockhaven County',
    postalCode: '04605',
    domain: 'gullpoint',
    timeZone: 'America/New_York',
    sworn: 6,
    coordinator: { name: 'Nell Osprey', email: 'corporal@gullpoint.example' },
    executive: { name: 'Hugh Lanternby', email: 'chief@gullpoint.example' },
    pledged: 300,
    until: 'withdrawn',
  },
];

const chiefs = [
  'Lena Brightwater',
  'Philip Starling',
  'Nadia Crossway',
  'Gus Harrowgate',
  'Ada Millbrook',
  'Vic Larkspur',
  'Corinne Ashby-Vale',
  'Emile Fontenette',
];

/** They fill the directory: pledged, and nothing done yet. */
const justPledged = (
  [
    ['Red Mesa Tribal Police', 'tribal', 'AZ', 'Red Mesa', 'Sandstone County', '86033', 'redmesa', 14],
    [
      'Harbor Lights Hospital Police',
      'hospital',
      'MA',
      'Eastwick',
      'Bayfield County',
      '02138',
      'harborlights',
      11,
    ],
    ['Silverton Transit Police', 'transit', 'WA', 'Silverton', 'Cascade County', '98101', 'silverton', 28],
    [
      'Prairie Rose Police Department',
      'municipal-police',
      'KS',
      'Prairie Rose',
      'Windmill County',
      '67401',
      'prairierose',
      5,
    ],
    [
      'Blue Lantern Public Safety',
      'public-safety',
      'MI',
      'Blue Lantern',
      'Lakeward County',
      '49684',
      'bluelantern',
      19,
    ],
    [
      'Alder Valley School Police',
      'school',
      'CA',
      'Alder Valley',
      'Goldleaf County',
      '95370',
      'aldervalley',
      8,
    ],
    ['Tamarack County Police', 'county-police', 'GA', 'Tamarack', 'Tamarack County', '30601', 'tamarack', 64],
    ['Stone Harbor Port Police', 'transit', 'LA', 'Stone Harbor', 'Heron Parish', '70112', 'stoneharbor', 23],
  ] satisfies readonly Row[]
).map(justPledgedAgency);

type Row = readonly [
  name: string,
  kind: AgencyKind,
  region: string,
  city: string,
  county: string,
  postalCode: string,
  domain: string,
  sworn: number,
];

function justPledgedAgency(row: Row, place: number) {
  const [name, kind, region, city, county, postalCode, domain, sworn] = row;
  const timeZone = findRegion(region)?.timeZone ?? 'America/Chicago';
  const chief = { name: chiefs[place] ?? '', email: `chief@${domain}.example` };
  const facts: Small = { name, kind, region, city, county, postalCode, domain, sworn, timeZone };
  return { facts, chief, pledged: 35 + place * 41 };
}
