import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { memorandumSections, sectionTexts } from './memorandum-content.ts';
import { compareSections } from './section-comparison.ts';

const names = { agency: 'Elm Fork Police Department', partner: 'Harbor Counseling' };
const texts = (...wanted: Parameters<typeof memorandumTerms>) =>
  sectionTexts(memorandumSections(memorandumTerms(...wanted), names));

describe('two versions beside each other', () => {
  it('mark the words that changed, and leave the rest alone', () => {
    const compared = compareSections(
      texts(),
      texts({ training: 'The partner teaches four classes a year.' }),
    );
    expect(compared.filter(({ change }) => change !== 'none')).toEqual([
      {
        code: 'training',
        heading: 'Training',
        change: 'changed',
        parts: [
          { is: 'same', text: 'The partner teaches ' },
          { is: 'removed', text: 'two' },
          { is: 'added', text: 'four' },
          { is: 'same', text: ' classes a year.' },
        ],
      },
    ]);
  });

  it('show a section that came or went where it stands', () => {
    const added = compareSections(texts(), texts({ other: 'It covers Elm Fork and Oak Bend.' }));
    expect(added.at(-1)).toMatchObject({ code: 'other', change: 'added' });
    const gone = compareSections(
      texts(),
      texts().filter(({ code }) => code !== 'roles'),
    );
    expect(gone.map(({ code }) => code)).toEqual(texts().map(({ code }) => code));
    expect(gone.find(({ code }) => code === 'roles')).toMatchObject({ change: 'removed' });
  });

  it('can each be put together again from their comparison', () => {
    const text = fc.string({ maxLength: 200 });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const section = { code: 'one', heading: 'One' };
        const [compared] = compareSections([{ ...section, text: old }], [{ ...section, text: now }]);
        const without = (is: string) =>
          compared?.parts.flatMap((part) => (part.is === is ? [] : [part.text])).join('');
        expect([without('added'), without('removed')]).toEqual([old, now]);
      }),
    );
  });
});
