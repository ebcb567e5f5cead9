import type { DemoOfficer } from './demo-staff.ts';

/** One line of a training export. */
export interface DemoRecord {
  readonly number: string;
  readonly name: string;
  readonly course: string;
  readonly hours: number;
  /** Days ago. */
  readonly completed: number;
  readonly result: string;
  readonly provider: string;
}

const crisisIntervention = {
  course: 'Crisis Intervention Team (CIT) Training',
  hours: 40,
  provider: 'State Training Academy',
};
const crisisResponse = {
  course: 'Crisis Response and Intervention Training (CRIT)',
  hours: 40,
  provider: 'Regional Training Center',
};
const firstAid = {
  course: 'Mental Health First Aid for Public Safety',
  hours: 8,
  provider: 'Regional Training Center',
};

/** Names no program that the rules know, and may be as good as one of them. */
export const calmingCourse = 'De-escalation and Crisis Communication';

export interface TrainingWanted {
  /** Of the people in the order given, how many took a full crisis course. */
  readonly advanced: number;
  /** Of those after them, how many took the base course. */
  readonly base: number;
  /** The classes were in the 400 days before this many days ago. */
  readonly until: number;
}

/** Crisis courses for the first, the base course for the next, and what everybody's records hold besides. */
export function plainRecords(
  people: readonly DemoOfficer[],
  { advanced, base, until }: TrainingWanted,
): readonly DemoRecord[] {
  return people.flatMap((person, place) => {
    const completed = until + 10 + ((place * 53) % 400);
    const firearms = recordOf(
      person,
      { course: 'Firearms Qualification', hours: 4, provider: 'In House' },
      until + 5,
    );
    if (place < advanced) {
      return [firearms, recordOf(person, place % 5 === 4 ? crisisResponse : crisisIntervention, completed)];
    }
    return place < advanced + base ? [firearms, recordOf(person, firstAid, completed)] : [firearms];
  });
}

/**
 * Lines such as exports really hold: a refresher that is no full course, a course that names no program, one that was
 * not finished, somebody nobody knows, a name nearly right, a number that belongs to another.
 */
export function messyRecords(people: readonly DemoOfficer[], until: number): readonly DemoRecord[] {
  const [first, second, third, fourth, fifth, sixth] = people.slice(-12);
  if (!first || !second || !third || !fourth || !fifth || !sixth) return [];
  const refresher = { course: 'CIT Refresher', hours: 8, provider: 'State Training Academy' };
  const calming = { course: calmingCourse, hours: 8, provider: 'In House' };
  const unnumbered = (record: DemoRecord) => ({ ...record, number: '' });
  return [
    recordOf(first, refresher, until + 30),
    recordOf(second, calming, until + 90),
    { ...recordOf(third, firstAid, until + 60), result: 'Incomplete' },
    unnumbered({
      ...recordOf(fourth, firstAid, until + 61),
      name: `${fourth.family.slice(0, -1)}, ${fourth.given}`,
    }),
    unnumbered({ ...recordOf(fifth, firstAid, until + 61), name: `${fifth.family}, ${fifth.given[0]}.` }),
    unnumbered({ ...recordOf(sixth, firstAid, until + 61), name: 'Summerscale, Petra' }),
    { ...recordOf(sixth, crisisIntervention, until + 200), name: 'Winterbourne, Gale' },
    { ...recordOf(second, crisisIntervention, until + 250), number: '99871', name: 'Stonecastle, Rui' },
    { ...recordOf(first, { course: 'CIT', hours: 0, provider: '' }, until + 300) },
  ];
}

function recordOf(
  person: DemoOfficer,
  course: { readonly course: string; readonly hours: number; readonly provider: string },
  completed: number,
): DemoRecord {
  const { number, family, given } = person;
  return { number, name: `${family}, ${given}`, ...course, completed, result: 'Completed' };
}
