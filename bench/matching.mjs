import { families, givens } from '../dist/demo/invented-names.js';
import { matchRecord } from '../dist/training/record-matching.js';
import { staffIndex } from '../dist/training/staff-index.js';
import { median } from './measuring.mjs';

/** Two seconds for 120,000 records of 36,000 people, and growth that stays linear but for the caches of the processor. */
const aimMilliseconds = 2_000;
const aimGrowth = 1.5;

/**
 * Finds whose every record is, the roster's index included, at a quarter, a half and all of the size: in the time of
 * this process's own work, since other work on the machine says nothing about growth.
 */
export async function measureMatching({ size }) {
  const sizes = [4, 2, 1].map((part) => ({
    people: Math.round(size.people / part),
    records: Math.round(size.records / part),
  }));
  const rosters = sizes.map(({ people }) => Array.from({ length: people }, (_, place) => memberAt(place)));
  const files = sizes.map((one) =>
    Array.from({ length: one.records }, (_, place) => recordAt(place, one.people)),
  );
  const all = sizes.map(() => []);
  for (let round = 0; round <= size.rounds; round++) {
    for (const [at, roster] of rosters.entries()) {
      const milliseconds = matchingTime(roster, files[at]);
      // The first round warms the code up.
      if (round > 0) all[at].push(milliseconds);
    }
  }
  const [smallest] = all;
  return sizes.map(({ people, records }, at) => ({
    name: `matching ${records} records to ${people} people`,
    unit: 'ms',
    ours: median(all[at]),
    ...(at === 0
      ? {}
      : {
          bare: (median(smallest) * records) / sizes[0].records,
          against: 'linear growth',
          ratio: (median(all[at]) * sizes[0].records) / (median(smallest) * records),
          aim: aimGrowth,
        }),
    ...(at === 2 ? { aimMilliseconds } : {}),
    all: { ours: all[at] },
  }));
}

function matchingTime(roster, records) {
  const started = process.cpuUsage();
  const index = staffIndex(roster);
  let matched = 0;
  for (const record of records) if (matchRecord(index, record).kind === 'matched') matched++;
  const { user, system } = process.cpuUsage(started);
  if (matched < records.length * 0.8)
    throw new Error(`Only ${matched} of ${records.length} records matched.`);
  return (user + system) / 1_000;
}

/** Names repeat, as they do in an agency of this size. */
function nameAt(place) {
  const family = families[place % families.length];
  const second = place >= 1_230 ? `-${families[Math.floor(place / 1_230) % families.length]}` : '';
  const given = givens[(place * 11 + Math.floor(place / 41)) % givens.length];
  return { family: `${family}${second}`, given, middle: 'ABCDEFGHJK'[place % 10], suffix: '' };
}

function memberAt(place) {
  return {
    id: `${place}`,
    name: nameAt(place),
    employeeNumber: String(100_000 + place),
    badge: String(5_000 + place),
  };
}

/** One in ten gives no number, one in thirty is mistyped, one in fifty is nobody's here. */
function recordAt(place, people) {
  const person = (place * 7) % people;
  const name = nameAt(person);
  const employeeNumber = place % 10 === 3 ? '' : String(100_000 + person);
  if (place % 50 === 7) return { name: { ...name, family: `Zz${place}` }, employeeNumber: '' };
  if (place % 30 === 11) return { name: { ...name, family: `${name.family}x` }, employeeNumber };
  return { name, employeeNumber };
}
