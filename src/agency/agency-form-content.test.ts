import { describe, expect, it } from 'vitest';
import { identityFields, oriField, placeFields } from './agency-form-content.ts';
import { findRegion, type Region } from './region.ts';

function region(code: string): Region {
  const found = findRegion(code);
  if (!found) throw new Error(`No region ${code}`);
  return found;
}

const place = {
  address: '1 Main St',
  city: 'Elm Fork',
  county: '',
  postalCode: '75001',
  website: '',
  populationServed: '',
  timeZone: 'America/Chicago',
};

function messages(fields: Readonly<Record<string, string>>, code = 'TX'): readonly string[] {
  return (
    placeFields(region(code))
      .safeParse({ ...place, ...fields })
      .error?.issues.map((i) => i.message) ?? []
  );
}

describe('the facts of an agency, as typed', () => {
  it('a name and a town are written so that the certificate can print them', () => {
    const name = identityFields.safeParse({
      name: 'Elm Fork 🚔 Police',
      kind: 'municipal-police',
      region: 'TX',
    });
    expect(name.error?.issues.map(({ message }) => message)).toEqual([
      'Leave out “🚔”: the certificate can’t print it',
    ]);
    expect(messages({ city: 'Elm\ufffe Fork' })).toEqual([
      'Leave out “\ufffe”: the certificate can’t print it',
    ]);
  });

  it('the least that can be given is enough', () => {
    expect(placeFields(region('TX')).parse(place)).toEqual({
      address: '1 Main St',
      city: 'Elm Fork',
      county: undefined,
      postalCode: '75001',
      website: undefined,
      populationServed: undefined,
      timeZone: 'America/Chicago',
    });
  });

  it('every fault is told at once', () => {
    const empty = placeFields(region('TX')).safeParse({});
    expect(empty.error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'address',
      'city',
      'postalCode',
      'timeZone',
    ]);
    const nothing = identityFields.safeParse({});
    expect(nothing.error?.issues.map((issue) => issue.message)).toEqual([
      'Enter the full name of the agency',
      'Choose the type of agency',
      'Choose the state, territory or province',
    ]);
  });

  it.each([
    ['TX', '75001', '75001'],
    ['TX', '75001-1234', '75001-1234'],
    ['TX', '750011234', '75001-1234'],
    ['ON', 'k1a0b1', 'K1A 0B1'],
    ['ON', 'K1A 0B1', 'K1A 0B1'],
  ])('in %s the postal code %s is kept as %s', (code, typed, kept) => {
    expect(placeFields(region(code)).parse({ ...place, postalCode: typed }).postalCode).toBe(kept);
  });

  it.each([
    ['TX', 'K1A 0B1', 'Enter a ZIP code, such as 75001'],
    ['ON', '75001', 'Enter a postal code, such as K1A 0B1'],
  ])('in %s %s is answered: %s', (code, typed, message) => {
    expect(messages({ postalCode: typed }, code)).toEqual([message]);
  });

  it.each([
    ['www.elmforkpolice.gov', 'https://www.elmforkpolice.gov/'],
    ['http://police.elm-fork.tx.us/one', 'http://police.elm-fork.tx.us/one'],
  ])('the website %s is kept as %s', (typed, kept) => {
    expect(placeFields(region('TX')).parse({ ...place, website: typed }).website).toBe(kept);
  });

  it.each(['police', 'javascript:alert(1)', 'ftp://elmfork.gov', 'https://'])('%s is no website', (typed) => {
    expect(messages({ website: typed })).toEqual(['Enter a web address, such as www.elmforkpolice.gov']);
  });

  it('an ORI of another state is answered with the letters that were expected', () => {
    expect(oriField(region('NE')).safeParse('NE0280200').error?.issues[0]?.message).toBe(
      'Check the ORI: ORIs in your state begin with NB',
    );
    expect(oriField(region('NE')).parse('')).toBeUndefined();
  });
});
