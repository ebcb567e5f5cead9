import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { readStep, wholeOf } from './builder-form.ts';
import { answersFrom } from './builder-step.ts';
import { discardDraft, openDraft, saveStep } from './draft-actions.ts';
import type { DraftOf } from './draft-of.ts';
import { revisionOf } from './draft-step.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let of: DraftOf;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases, { pledge: 'none' });
  const { partner } = await aPartnership(database.databases, agency);
  of = { agency: agency.agency.id, partner, side: 'agency' };
});
afterAll(() => database.drop());

const save = (text: string, shown: number) =>
  agency.as((tx) =>
    saveStep(tx, of, {
      step: 'training',
      answers: { training: text },
      shown,
      by: agency.act().person,
      at: new Date(),
    }),
  );

describe('a draft', () => {
  it('is what was saved, over what it began from, until it is thrown away', async () => {
    expect((await save('Two classes.', 0)).ok).toBe(true);
    const draft = await agency.as((tx) => openDraft(tx, of, memorandumTerms()));
    expect(draft.answers).toMatchObject({ training: 'Two classes.', partnerAlways: '988' });
    expect([revisionOf(draft, 'training'), revisionOf(draft, 'roles')]).toEqual([1, 0]);
    await agency.as((tx) => discardDraft(tx, of));
    const anew = await agency.as((tx) => openDraft(tx, of, memorandumTerms()));
    expect(anew.answers.training).toBe('The partner teaches two classes a year.');
  });

  it('tells the second of two savers what the first wrote, and writes nothing', async () => {
    await save('The first.', 0);
    const second = await save('The second.', 0);
    expect(second).toMatchObject({
      refusal: { code: 'step-changed', now: { training: 'The first.' }, revision: 1, fields: ['training'] },
    });
    expect((await save('The second.', 1)).ok).toBe(true);
    expect((await save('The second.', 1)).ok).toBe(true);
  });
});

describe('the builder', () => {
  it('reads back the terms that it was filled from', () => {
    const terms = memorandumTerms();
    expect(wholeOf(answersFrom(terms))).toEqual({ isComplete: true, terms });
  });

  it('names every answer that is missing, with its step', () => {
    const answers = { ...answersFrom(memorandumTerms()), referral: '', sharing: [], services: [] };
    expect(wholeOf(answers)).toEqual({
      isComplete: false,
      missing: [
        { step: 'purpose', field: 'services' },
        { step: 'custody', field: 'referral' },
        { step: 'sharing', field: 'sharing' },
      ],
    });
    expect(
      wholeOf({ ...answersFrom(memorandumTerms()), services: [], otherServices: 'A van.' }),
    ).toMatchObject({
      isComplete: true,
    });
  });

  it('saves a step half done, and says what it cannot read', () => {
    expect(readStep('contacts', { agencyContactEmail: 'CASEY@agency.test' })).toMatchObject({
      answers: { agencyContactEmail: 'casey@agency.test', partnerAlways: '' },
      errors: {},
    });
    expect(
      readStep('term', {
        termStartsOn: '3/5/2026',
        termEndsOn: '2025-01-01',
        reviewOn: 'soon',
        terminationDays: 'a month',
      }).errors,
    ).toEqual({
      reviewOn: 'Enter the review as a date, such as 3/5/2026',
      terminationDays: 'Enter the days of notice as a number, such as 30',
      termEndsOn: 'Enter a last day that comes after the first day of the term',
    });
    expect(readStep('sharing', { sharing: ['totals', 'diagnoses'] }).answers).toMatchObject({
      sharing: ['totals'],
    });
  });
});
