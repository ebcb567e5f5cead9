import { describe, expect, it } from 'vitest';
import { formErrorsFromZod } from '../uswds/form-errors.ts';
import { type DraftAnswers, type DraftStep, draftSteps } from './draft.ts';
import { draftStepWords } from './draft-content.ts';
import {
  draftIdentity,
  draftJourney,
  nextStep,
  readApplication,
  typedInStep,
} from './draft-journey-content.ts';

const complete: DraftAnswers = {
  agency: { name: 'Elm Fork Police Department', kind: 'municipal-police', region: 'TX' },
  place: {
    address: '1 Main St',
    city: 'Elm Fork',
    postalCode: '75001',
    timeZone: 'America/Chicago',
    ori: 'tx0570000',
    populationServed: '12,500',
  },
  headcount: { sworn: '40', 'nonSworn.dispatcher': '6', 'nonSworn.records': '0' },
  people: {
    executiveName: 'Robert Alder',
    executiveRank: 'Chief of Police',
    executiveEmail: 'Chief@ElmFork.test',
    coordinator: 'me',
  },
  length: { targetMonths: '24' },
  requirements: { read: 'yes' },
};

function errorsOf(step: DraftStep, typed: Readonly<Record<string, string>>) {
  const parsed = draftJourney[step].fields({ ...complete, [step]: typed }).safeParse(typed);
  return parsed.success ? {} : formErrorsFromZod(parsed.error);
}

describe('the pledge form', () => {
  it('reads a complete draft as an application', () => {
    expect(readApplication(complete)).toEqual({
      ok: true,
      value: {
        facts: {
          name: 'Elm Fork Police Department',
          kind: 'municipal-police',
          country: 'US',
          region: 'TX',
          address: '1 Main St',
          city: 'Elm Fork',
          county: undefined,
          postalCode: '75001',
          website: undefined,
          populationServed: 12_500,
          timeZone: 'America/Chicago',
          ori: 'TX0570000',
        },
        terms: {
          headcount: { sworn: 40, nonSworn: { dispatcher: 6 } },
          executive: { name: 'Robert Alder', rank: 'Chief of Police', email: 'chief@elmfork.test' },
          targetMonths: 24,
        },
        otherCoordinator: undefined,
      },
    });
  });

  it.each(draftSteps)('cannot be sent without the step %s', (step) => {
    const { [step]: _left, ...rest } = complete;
    expect(nextStep(rest)).toBe(step);
    expect(readApplication(rest)).toEqual({ ok: false, refusal: { code: 'draft-incomplete', step } });
  });

  it('begins with the agency', () => {
    expect(nextStep({})).toBe('agency');
  });

  it('proposes the time zone of the state, until one was chosen', () => {
    expect(typedInStep('place', { agency: { region: 'AZ' } })).toEqual({ timeZone: 'America/Phoenix' });
    expect(typedInStep('place', complete).timeZone).toBe('America/Chicago');
  });

  it('asks for the place again when the state was changed to another country', () => {
    const moved = { ...complete, agency: { ...complete.agency, region: 'ON' } };
    expect(nextStep(moved)).toBe('place');
  });

  it('tells the shortest and the longest time an agency may take', () => {
    expect(draftStepWords.length.lead).toContain('You may take 12 to 36 months.');
  });

  it.each(['11', '37', '12.5', 'two years', ''])('refuses a length of "%s" months', (targetMonths) => {
    expect(errorsOf('length', { targetMonths })).toEqual({
      targetMonths: 'Enter a number of months from 12 to 36',
    });
  });

  it.each(['12', '36'])('takes a length of %s months', (targetMonths) => {
    expect(errorsOf('length', { targetMonths })).toEqual({});
  });

  it('tells every fault of the people at once, and needs an address only for another coordinator', () => {
    expect(errorsOf('people', {})).toEqual({
      executiveName: 'Enter the name of the executive',
      executiveRank: 'Enter the rank or title of the executive',
      executiveEmail: 'Enter the email address of the executive, such as chief@elmfork.gov',
      coordinator: 'Choose who runs the pledge day to day',
    });
    expect(
      errorsOf('people', { ...complete.people, coordinator: 'other', coordinatorEmail: 'dana' }),
    ).toEqual({
      coordinatorEmail: 'Enter the email address of the colleague who runs the pledge',
    });
    const other = { ...complete.people, coordinator: 'other', coordinatorEmail: ' Dana@elmfork.test' };
    const read = readApplication({ ...complete, people: other });
    expect(read.ok && read.value.otherCoordinator).toBe('dana@elmfork.test');
  });

  it('is not sent before the requirements were read', () => {
    expect(errorsOf('requirements', {})).toEqual({
      read: 'Tick the box when you have read the requirements',
    });
  });

  it('knows the agency by name and state, and by its ORI once that is well formed', () => {
    expect(draftIdentity({})).toBeUndefined();
    expect(draftIdentity({ ...complete, place: { ori: 'nonsense' } })?.ori).toBeUndefined();
    expect(draftIdentity(complete)).toEqual({
      name: 'Elm Fork Police Department',
      country: 'US',
      region: 'TX',
      ori: 'TX0570000',
    });
  });
});
