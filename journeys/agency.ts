import { randomInt } from 'node:crypto';
import { test } from '@playwright/test';
import type { Named } from './people/person.ts';

/** An invented agency, its people and its partner; the number keeps journeys apart that share the site. */
export interface JourneyAgency {
  readonly name: string;
  readonly city: string;
  readonly partner: string;
  readonly sergeant: Named;
  readonly executive: Named;
  readonly coordinator: Named;
  readonly trainingOfficer: Named;
  readonly officer: Named;
  readonly representative: Named;
  readonly administrator: Named;
  readonly reviewer: Named;
  readonly secondReviewer: Named;
}

export function anAgency(place: string): JourneyAgency {
  // A journey that is tried again meets the agency of its first try: it takes another one.
  const { retry } = test.info();
  const city = retry === 0 ? place : `${place} ${retry + 1}`;
  const mark = `${city.toLowerCase().replaceAll(' ', '')}${randomInt(1_000_000)}`;
  const at = (name: string, host: string): Named => ({
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@${mark}.${host}`,
  });
  return {
    name: `${city} Police Department`,
    city,
    partner: `${city} County Behavioral Health`,
    sergeant: at('Dana Whitlock', 'example.gov'),
    executive: at('Marisol Quint', 'example.gov'),
    coordinator: at('Terrell Osgood', 'example.gov'),
    trainingOfficer: at('Yvonne Delacroix', 'example.gov'),
    officer: at('Rosa Bustamante', 'example.gov'),
    representative: at('Ingrid Salcedo', 'example.org'),
    administrator: at('Bea Lindqvist', 'example.com'),
    reviewer: at('Owen Farrow', 'example.com'),
    secondReviewer: at('Pilar Nadeau', 'example.com'),
  };
}
