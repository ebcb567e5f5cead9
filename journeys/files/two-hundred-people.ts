import type { Named } from '../people/person.ts';
import { csvFile } from './csv-file.ts';

const families =
  'Abernathy,Birkholt,Carrow,Delacroix,Ekwueme,Fenwick,Gorski,Hollis,Ibarra,Jessup,Kowalczyk,Lindqvist,Marchetti,Nadeau,Okafor,Pruitt,Quintero,Rasmussen,Salcedo,Thackeray';
const given = 'Amara,Colm,Hanna,Luis,Neil,Peter,Simone,Terrell,Wanda,Yvonne';

interface OnRoster {
  readonly number: string;
  readonly family: string;
  readonly given: string;
  readonly unit: string;
}

/** 200 invented people, the last of them with a name of their own; ten in Traffic, who stand at one roll call. */
const people: readonly OnRoster[] = families.split(',').flatMap((family, f) =>
  given.split(',').map((first, g) => {
    const place = f * 10 + g;
    const [own, ownFamily] = place === 199 ? ['Rosa', 'Bustamante'] : [first, family];
    const unit = place < 10 ? 'Traffic' : place % 3 === 0 ? 'Investigations' : 'Patrol';
    return { number: String(4001 + place), family: ownFamily, given: own, unit };
  }),
);

export const rollCallSize = people.filter(({ unit }) => unit === 'Traffic').length;

/** The roster; only the officer has an email address in it. */
export function largeRoster(officer: Named) {
  return csvFile('Everyone, 200 people.csv', [
    'Emp No,Last Name,First Name,Rank,Unit,Shift,Hire Date,Email',
    ...people.map((person, place) =>
      [
        person.number,
        person.family,
        person.given,
        'Officer',
        person.unit,
        place % 2 === 0 ? 'Days' : 'Nights',
        '03/15/2015',
        `${person.given} ${person.family}` === officer.name ? officer.email : '',
      ].join(','),
    ),
  ]);
}

/** Who signed on paper: everyone but the officer with the link and those at roll call, and somebody unknown here. */
const signed = people.filter(({ unit, family }) => unit !== 'Traffic' && family !== 'Bustamante');
export const signedSize = signed.length;

export const signOffList = csvFile('Sign-off sheet, GO 412.csv', [
  'Employee Name,Emp No,Policy,Date Signed',
  ...signed.map((person) => `"${person.family}, ${person.given}",${person.number},GO 412,3/9/2026`),
  '"Zellweger, Otto",,GO 412,3/9/2026',
]);
