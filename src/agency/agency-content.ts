import type { Question } from '../question/question.ts';
import type { StaffCategory } from '../roster/staff-category.ts';
import { agencyKinds } from './agency-kind.ts';
import { regions } from './region.ts';
import { timeZones } from './time-zone.ts';

/** The questions that say which agency it is. */
export const identityQuestions: readonly Question[] = [
  {
    kind: 'text',
    name: 'name',
    label: 'Name of the agency',
    hint: 'In full, as it should stand on the certificate.',
    required: true,
    autocomplete: 'organization',
    maxlength: 200,
  },
  {
    kind: 'select',
    name: 'kind',
    label: 'Type of agency',
    required: true,
    choices: agencyKinds.map(({ kind, label }) => ({ value: kind, label })),
    placeholder: 'Choose a type',
  },
  {
    kind: 'select',
    name: 'region',
    label: 'State, territory or province',
    hint: 'Canadian provinces stand at the end of the list.',
    required: true,
    choices: regions.map(({ country, code, name }) => ({
      value: code,
      label: country === 'CA' ? `Canada: ${name}` : name,
    })),
    placeholder: 'Choose a state or province',
  },
];

export const oriQuestion: Question = {
  kind: 'text',
  name: 'ori',
  label: 'ORI',
  hint: 'Optional. Two letters and seven letters or digits, such as TX0570000. Your records unit knows it.',
  width: 'md',
  maxlength: 14,
};

/** The questions that say where the agency is and whom it serves. */
export const placeQuestions: readonly Question[] = [
  { kind: 'text', name: 'address', label: 'Street address or P.O. box', required: true, maxlength: 200 },
  { kind: 'text', name: 'city', label: 'City or town', required: true, maxlength: 100 },
  {
    kind: 'text',
    name: 'county',
    label: 'County or parish',
    hint: 'Optional. Helps people find you.',
    maxlength: 100,
  },
  {
    kind: 'text',
    name: 'postalCode',
    label: 'ZIP or postal code',
    required: true,
    width: 'sm',
    autocomplete: 'postal-code',
    maxlength: 12,
  },
  { kind: 'url', name: 'website', label: 'Website', hint: 'Optional.', maxlength: 300 },
  {
    kind: 'count',
    name: 'populationServed',
    label: 'Population served',
    hint: 'Optional. How many people live where you work; an estimate is fine.',
    width: 'md',
  },
  {
    kind: 'select',
    name: 'timeZone',
    label: 'Time zone',
    hint: 'We propose the one most of your state uses. Deadlines end at midnight there.',
    required: true,
    choices: timeZones.map(({ zone, label }) => ({ value: zone, label })),
    placeholder: 'Choose a time zone',
  },
];

export const agencyErrors = {
  name: 'Enter the full name of the agency',
  kind: 'Choose the type of agency',
  region: 'Choose the state, territory or province',
  address: 'Enter the street address or P.O. box',
  city: 'Enter the city or town',
  postalCode: { US: 'Enter a ZIP code, such as 75001', CA: 'Enter a postal code, such as K1A 0B1' },
  website: 'Enter a web address, such as www.elmforkpolice.gov',
  unprinted: (sign: string) => `Leave out “${sign}”: the certificate can’t print it`,
  populationServed: 'Enter the population as a number, such as 12,500',
  timeZone: 'Choose a time zone',
  oriMalformed: 'Enter the ORI as two letters and seven letters or digits, or leave it empty',
  oriOfAnotherState: (expected: string) => `Check the ORI: ORIs in your state begin with ${expected}`,
} as const;

/** The categories of non-sworn staff as a form names them: one person, then many. */
export const staffCategoryLabels: Readonly<Record<StaffCategory, string>> = {
  dispatcher: 'Dispatchers and call takers',
  detention: 'Detention and jail staff',
  'community-service-officer': 'Community service officers',
  records: 'Records staff',
  'front-desk': 'Front desk staff',
  'crossing-guard': 'Crossing guards',
  'victim-advocate': 'Victim advocates',
  chaplain: 'Chaplains',
  'civilian-investigator': 'Civilian investigators',
  'professional-staff': 'Other professional staff',
};

export const agencyFactsWords = {
  name: 'Name',
  region: 'State or province',
  kind: 'Type of agency',
  place: 'Place',
  address: 'Address',
  website: 'Website',
  ori: 'ORI',
  population: 'Population served',
  timeZone: 'Time zone',
} as const;
