export type Country = 'US' | 'CA';

/** A state, territory or province. Postal codes of the two countries' regions never meet, so a code names one region. */
export interface Region {
  readonly country: Country;
  /** Two letters, as mail uses them. */
  readonly code: string;
  readonly name: string;
  /** The zone most of its people live in: proposed, never assumed. */
  readonly timeZone: string;
}

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';
const atlantic = 'America/Halifax';

const states: readonly (readonly [code: string, name: string, timeZone: string])[] = [
  ['AL', 'Alabama', central],
  ['AK', 'Alaska', 'America/Anchorage'],
  ['AS', 'American Samoa', 'Pacific/Pago_Pago'],
  ['AZ', 'Arizona', 'America/Phoenix'],
  ['AR', 'Arkansas', central],
  ['CA', 'California', pacific],
  ['CO', 'Colorado', mountain],
  ['CT', 'Connecticut', eastern],
  ['DE', 'Delaware', eastern],
  ['DC', 'District of Columbia', eastern],
  ['FL', 'Florida', eastern],
  ['GA', 'Georgia', eastern],
  ['GU', 'Guam', 'Pacific/Guam'],
  ['HI', 'Hawaii', 'Pacific/Honolulu'],
  ['ID', 'Idaho', mountain],
  ['IL', 'Illinois', central],
  ['IN', 'Indiana', eastern],
  ['IA', 'Iowa', central],
  ['KS', 'Kansas', central],
  ['KY', 'Kentucky', eastern],
  ['LA', 'Louisiana', central],
  ['ME', 'Maine', eastern],
  ['MD', 'Maryland', eastern],
  ['MA', 'Massachusetts', eastern],
  ['MI', 'Michigan', eastern],
  ['MN', 'Minnesota', central],
  ['MS', 'Mississippi', central],
  ['MO', 'Missouri', central],
  ['MT', 'Montana', mountain],
  ['NE', 'Nebraska', central],
  ['NV', 'Nevada', pacific],
  ['NH', 'New Hampshire', eastern],
  ['NJ', 'New Jersey', eastern],
  ['NM', 'New Mexico', mountain],
  ['NY', 'New York', eastern],
  ['NC', 'North Carolina', eastern],
  ['ND', 'North Dakota', central],
  ['MP', 'Northern Mariana Islands', 'Pacific/Guam'],
  ['OH', 'Ohio', eastern],
  ['OK', 'Oklahoma', central],
  ['OR', 'Oregon', pacific],
  ['PA', 'Pennsylvania', eastern],
  ['PR', 'Puerto Rico', 'America/Puerto_Rico'],
  ['RI', 'Rhode Island', eastern],
  ['SC', 'South Carolina', eastern],
  ['SD', 'South Dakota', central],
  ['TN', 'Tennessee', central],
  ['TX', 'Texas', central],
  ['UT', 'Utah', mountain],
  ['VT', 'Vermont', eastern],
  ['VI', 'U.S. Virgin Islands', 'America/Puerto_Rico'],
  ['VA', 'Virginia', eastern],
  ['WA', 'Washington', pacific],
  ['WV', 'West Virginia', eastern],
  ['WI', 'Wisconsin', central],
  ['WY', 'Wyoming', mountain],
];

const provinces: typeof states = [
  ['AB', 'Alberta', mountain],
  ['BC', 'British Columbia', pacific],
  ['MB', 'Manitoba', central],
  ['NB', 'New Brunswick', atlantic],
  ['NL', 'Newfoundland and Labrador', 'America/St_Johns'],
  ['NT', 'Northwest Territories', mountain],
  ['NS', 'Nova Scotia', atlantic],
  ['NU', 'Nunavut', eastern],
  ['ON', 'Ontario', eastern],
  ['PE', 'Prince Edward Island', atlantic],
  ['QC', 'Quebec', eastern],
  ['SK', 'Saskatchewan', 'America/Regina'],
  ['YT', 'Yukon', 'America/Whitehorse'],
];

/** The United States first, then Canada, each by name. */
export const regions: readonly Region[] = [...regionsOf('US', states), ...regionsOf('CA', provinces)];

export function findRegion(code: string): Region | undefined {
  return regions.find((region) => region.code === code);
}

/** The region's name, or the code itself where it is none of ours. */
export function regionName(code: string): string {
  return findRegion(code)?.name ?? code;
}

/** Where most of the region keeps its clocks; UTC for one that is none of ours. */
export function timeZoneOf(code: string): string {
  return findRegion(code)?.timeZone ?? 'UTC';
}

export const countryNames: Readonly<Record<Country, string>> = { US: 'United States', CA: 'Canada' };

function regionsOf(country: Country, rows: typeof states): readonly Region[] {
  return rows.map(([code, name, timeZone]) => ({ country, code, name, timeZone }));
}
