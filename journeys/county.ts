import { addMonths, dayIn } from '../src/calendar/calendar-date.ts';
import { anAgency } from './agency.ts';
import type { Named } from './people/person.ts';

/** An invented county: the names of the agency that leads it and of the others, and two organizations that work with all. */
export interface JourneyCounty {
  readonly name: string;
  readonly lead: string;
  readonly others: readonly string[];
  readonly partners: readonly JourneyPartner[];
  readonly term: { readonly startsOn: string; readonly endsOn: string; readonly reviewOn: string };
}

export interface JourneyPartner {
  readonly name: string;
  readonly city: string;
  readonly representative: Named;
}

const towns = [
  'Ashby',
  'Briar Glen',
  'Carrow',
  'Dunmore',
  'Eastlake',
  'Fairwater',
  'Gannet',
  'Holloway',
  'Irving Bluff',
  'Jasper Mills',
  'Kestrel',
];

export function aCounty(place: string): JourneyCounty {
  const { name, city, representative } = anAgency(place);
  const host = representative.email.split('@')[1] ?? '';
  const today = dayIn('America/Chicago', new Date());
  return {
    name: `${city} County`,
    lead: name,
    others: towns.map((town) => `${town} Police of ${city} County`),
    partners: [
      { name: `${city} Counseling Center`, city, representative },
      {
        name: `${city} Recovery House`,
        city,
        representative: { name: 'Wendell Achterberg', email: `wendell.achterberg@${host}` },
      },
    ],
    term: { startsOn: today, endsOn: addMonths(today, 24), reviewOn: addMonths(today, 12) },
  };
}
