import { describe, expect, it } from 'vitest';
import { nameOrder } from './name-order.ts';
import { parseFullName } from './person-name.ts';

const filed = ['ASH MARY', 'BIRCH TOM R', 'QUILLFEATHER DANA', 'DE LA CRUZ MARIA', 'MARROWBONE ROBERT'];
const spoken = ['Mary Ash', 'Tom R. Birch', 'Dana Quillfeather', 'Robert Marrowbone Jr'];

describe('the order of names without a comma', () => {
  it.each([
    ['family names first', filed, 'filed'],
    ['given names first', spoken, 'spoken'],
    ['both, so that nobody can tell', [...filed, ...spoken], undefined],
    ['names with a comma, which say it themselves', ['Ash, Mary', 'Birch, Tom', 'Elm, Robert'], undefined],
    [
      'ranks in front of family names',
      ['SGT. ASH MARY T', 'P.O. BIRCH THOMAS JR', 'DET. CRANE DEVON'],
      'filed',
    ],
    ['ranks in front of given names', ['Sgt. Mary T Ash', 'Ofc Thomas Birch', 'Lt. Robert Crane'], 'spoken'],
    ['too few names', ['ASH MARY', 'BIRCH ROBERT'], undefined],
    ['names that may be either', ['Quill Feather', 'Marrow Bone', 'Ash Elm', 'Birch Oak'], undefined],
    ['commas beside family names first', ['Ash, Mary', ...filed], 'filed'],
  ])('a column with %s', (_, texts, order) => {
    expect(nameOrder(texts)).toBe(order);
  });

  it.each([
    ['ASH MARY', 'MARY ASH'],
    ['ASH JR MARY ANN', 'MARY ASH'],
    ['DE LA CRUZ MARIA', 'MARIA DE LA CRUZ'],
    ['VAN DER HOOF JAN', 'JAN VAN DER HOOF'],
    ['SGT ASH MARY', 'MARY ASH'],
    ['Ash, Mary', 'Mary Ash'],
    ['ASH', ' ASH'],
  ])('in a column of family names first, %s is %s', (text, expected) => {
    const name = parseFullName(text, 'filed');
    expect(`${name?.given} ${name?.family}`).toBe(expected);
  });

  it('in a column of given names first, a last letter is the family name', () => {
    expect(parseFullName('Mary Ann B.', 'spoken')).toMatchObject({ given: 'Mary', family: 'B.' });
  });
});
