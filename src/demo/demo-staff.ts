import { families, givens } from './invented-names.ts';

/** Somebody on the roster of a demonstration; all names are invented. */
export interface DemoOfficer {
  readonly number: string;
  readonly badge: string;
  readonly family: string;
  readonly given: string;
  readonly rank: string;
  readonly unit: string;
  readonly shift: string;
  /** Days ago. */
  readonly hired: number;
  readonly left?: number;
}

export interface StaffWanted {
  readonly sworn: number;
  readonly dispatchers: number;
  readonly clerks?: number;
  /** Sworn officers who left. */
  readonly left?: number;
  /** Of the sworn, the last ones, hired after everybody else. */
  readonly newcomers?: number;
  /** What an officer without a rank is called there. */
  readonly officer?: string;
  /** Tells the agencies' people apart. */
  readonly seed: number;
}

/** An agency's people, the sworn first: the same ones for the same wish. */
export function inventedStaff(wanted: StaffWanted): readonly DemoOfficer[] {
  const { sworn, dispatchers, clerks = 0, left = 0, newcomers = 0, officer = 'Officer', seed } = wanted;
  const people: DemoOfficer[] = [];
  const add = (
    facts: Pick<DemoOfficer, 'rank' | 'unit' | 'badge'> & {
      readonly left?: number;
      readonly isNew?: boolean;
    },
  ) => {
    const place = people.length;
    const { isNew, ...others } = facts;
    people.push({
      number: String(1001 + place * 7),
      ...nameOf(seed * 17 + place),
      shift: shifts[place % shifts.length] ?? 'Day',
      hired: isNew ? 24 + place : 1_300 + ((place * 367) % 5_200),
      ...others,
    });
  };
  for (let place = 0; place < sworn; place++) {
    const isNew = place >= sworn - newcomers;
    add({
      rank: isNew ? officer : rankAt(place, sworn, officer),
      unit: unitAt(place),
      badge: String(201 + place),
      isNew,
    });
  }
  for (let place = 0; place < left; place++) {
    add({ rank: officer, unit: 'Patrol', badge: '', left: 40 + place * 75 });
  }
  for (let place = 0; place < dispatchers; place++)
    add({ rank: 'Dispatcher', unit: 'Communications', badge: '' });
  for (let place = 0; place < clerks; place++) add({ rank: 'Records Clerk', unit: 'Records', badge: '' });
  return people;
}

const shifts = ['Day', 'Evening', 'Night'];

function rankAt(place: number, sworn: number, officer: string): string {
  if (sworn < 6) return place === 0 ? 'Sergeant' : officer;
  if (place === 0) return 'Captain';
  if (place < sworn / 12) return 'Lieutenant';
  if (place < sworn / 5) return 'Sergeant';
  return place % 9 === 0 ? 'Detective' : officer;
}

function unitAt(place: number): string {
  if (place % 9 === 0) return 'Investigations';
  return place % 7 === 3 ? 'Community Services' : 'Patrol';
}

/** Steps of 7 and 11 through lists of 41 and 30 names repeat no pair within any of these agencies. */
function nameOf(place: number): Pick<DemoOfficer, 'family' | 'given'> {
  return {
    family: families[(place * 7) % families.length] ?? '',
    given: givens[(place * 11 + Math.floor(place / 41)) % givens.length] ?? '',
  };
}
