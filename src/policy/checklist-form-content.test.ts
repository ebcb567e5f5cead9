import { describe, expect, it } from 'vitest';
import { policyElements } from '../campaign-rules/policy-element.ts';
import { readChecklist, type TypedAnswers } from './checklist-form-content.ts';

const read = (typed: TypedAnswers) => readChecklist(policyElements, typed);
const typed = (status: string, reference = '', notes = '') => ({ status, reference, notes });

describe('the checklist', () => {
  it('is saved half done: elements without a word stay open', () => {
    expect(read({ purpose: typed('covered', ' p. 1 ') })).toEqual({
      ok: true,
      answers: [{ code: 'purpose', status: 'covered', reference: 'p. 1', notes: '' }],
    });
  });

  it('tells every fault at once, in its own order', () => {
    const checklist = read({
      'safety-and-review': typed('not-applicable'),
      purpose: typed('covered'),
      definitions: typed('partly'),
      dispatch: typed('', 'p. 3'),
      training: typed('missing', '', 'x'.repeat(2_001)),
    });
    expect(checklist.ok ? [] : Object.entries(checklist.errors)).toEqual([
      [
        'purpose.reference',
        'Enter the page or section where “Purpose and goal” stands, in 200 letters or fewer',
      ],
      [
        'definitions.reference',
        'Enter the page or section where “Definitions” stands, in 200 letters or fewer',
      ],
      [
        'dispatch.status',
        'Choose an answer for “Call taking and dispatch”, because you wrote something about it',
      ],
      ['training.notes', 'Shorten the notes on “Training and refreshers” to 2,000 letters or fewer'],
      [
        'safety-and-review.notes',
        'Enter in the notes why “Officer safety and after-action review” does not apply to you',
      ],
    ]);
  });

  it('leaves an answer about an earlier document to be checked until it is ticked or changed', () => {
    const kept = (['purpose', 'definitions', 'dispatch'] as const).map((code) => ({
      code,
      status: 'covered' as const,
      reference: 'p. 1',
      notes: 'One line.\nAnother.',
      isToCheck: true as const,
    }));
    const same = typed('covered', 'p. 1', 'One line.\r\nAnother.');
    const sent = {
      purpose: same,
      definitions: { ...same, checked: 'yes' },
      dispatch: typed('covered', 'p. 2'),
    };
    const checklist = readChecklist(policyElements, sent, {}, kept);
    expect(checklist.ok && checklist.answers.map(({ code, isToCheck = false }) => [code, isToCheck])).toEqual(
      [
        ['purpose', true],
        ['definitions', false],
        ['dispatch', false],
      ],
    );
  });

  it('a missing element needs no page', () => {
    expect(read({ purpose: typed('missing') }).ok).toBe(true);
  });
});
