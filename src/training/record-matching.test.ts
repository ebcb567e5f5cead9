import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameLikeness } from '../person-name/name-likeness.ts';
import { type PersonName, parseFullName } from '../person-name/person-name.ts';
import { matchRecord, type RecordMatch } from './record-matching.ts';
import { type StaffIdentity, staffIndex } from './staff-index.ts';

const named = (text: string): PersonName => {
  const name = parseFullName(text);
  if (!name) throw new Error(`${text} names nobody`);
  return name;
};

function aPerson(id: string, name: string, employeeNumber = '', badge = ''): StaffIdentity<string> {
  return { id, name: named(name), employeeNumber, badge };
}

const roster = staffIndex([
  aPerson('dana', 'Quillfeather, Dana M.', '00412', 'B-17'),
  aPerson('robert', 'Marrowbone, Robert', '500'),
  aPerson('mary-j', 'Ash, Mary Jane', '601'),
  aPerson('mary-k', 'Ash, Mary Kay', '602'),
  aPerson('tom', 'Birch Jr., Tom', '700'),
  aPerson('tom-sr', 'Birch Sr., Tom', '701'),
  aPerson('lena', 'Vantongeren, Lena'),
  aPerson('one-badge', 'Thistle, Omar', '800', '9'),
  aPerson('same-badge', 'Wren, Petra', '801', '9'),
]);

const match = (name: string, employeeNumber = '') =>
  matchRecord(roster, { name: named(name), employeeNumber });

function outcome(found: RecordMatch<string>): string {
  switch (found.kind) {
    case 'matched':
      return `${found.staffId}: ${found.how}`;
    case 'doubtful':
      return `? ${found.reason}: ${found.candidates.map(({ staffId }) => staffId).join(', ')}`;
    case 'unmatched':
      return 'nobody';
  }
}

describe('whom a training record is about', () => {
  it.each([
    ['Quillfeather, Dana', '00412', 'dana: number-and-name'],
    ['Quillfeather, Dana', '412', 'dana: number-and-name'],
    ['DANA QUILLFEATHER', '0000412', 'dana: number-and-name'],
    ['Quillfeather, Dána M.', '412.0', 'dana: number-and-name'],
    ['Quillfeather, Dana', 'B17', 'dana: number-and-name'],
    ['Marrowbone, Bob', '500', 'robert: number-and-form-of-name'],
    ['Marrowbone, R.', '500', 'robert: number-and-form-of-name'],
    ['Robert Marrowbone', '500', 'robert: number-and-name'],
    ['Wren, Petra', '9', 'same-badge: number-and-name'],
    ['Quillfeather, Dana', '', 'dana: name-alone'],
    ['Vantongeren, Lena', '31', 'lena: name-with-number-unknown'],
    ['Quillfeather, Dana', '9999x', 'dana: name-with-number-changed'],
    ['Ash, Mary J.', '', 'mary-j: name-with-middle-or-suffix'],
    ['Birch, Tom Sr', '', 'tom-sr: name-with-middle-or-suffix'],
  ])('%s, number “%s”, is %s', (name, number, expected) => {
    expect(outcome(match(name, number))).toBe(expected);
  });

  it.each([
    ['a number never decides against the name', 'Nettlefold, Ivo', '412', '? number-of-someone-else: dana'],
    ['nor between two names', 'Marrowbone, Robert', '412', '? number-of-someone-else: robert, dana'],
    ['a new family name needs a person', 'Quillfeather-Stone, Dana', '412', '? number-of-someone-else: dana'],
    ['a mistyped family name needs a person', 'Quilfeather, Dana', '412', '? number-of-someone-else: dana'],
    ['a father is not his son', 'Birch Sr., Tom', '700', '? number-of-someone-else: tom, tom-sr'],
    ['a nickname alone does not decide', 'Marrowbone, Bob', '', '? name-only-alike: robert'],
    ['nor does an initial', 'Marrowbone, R.', '', '? name-only-alike: robert'],
    ['nor do swapped letters', 'Marrowbnoe, Robert', '', '? name-only-alike: robert'],
    ['nor does part of a family name', 'Marrowbone-Lisle, Robert', '', '? name-only-alike: robert'],
    ['two people share the name', 'Ash, Mary', '', '? several-with-name: mary-j, mary-k'],
    ['another middle name', 'Quillfeather, Dana X.', '', '? middle-or-suffix-differs: dana'],
    ['nor does an accent', 'Quillfeather, Dána', '', '? spelled-otherwise: dana'],
    ['nor with a number nobody has', 'Quillfeather, Dána', '9999x', '? spelled-otherwise: dana'],
    ['nor does a hyphen', 'Quill-Feather, Dana', '', '? spelled-otherwise: dana'],
    ['a family name only', 'Marrowbone', '', '? name-only-alike: robert'],
    ['nobody is alike', 'Nettlefold, Ivo', '12345', 'nobody'],
  ])('%s', (_, name, number, expected) => {
    expect(outcome(match(name, number))).toBe(expected);
  });

  it('flags every match that rests on less than number and name, or an only name', () => {
    const isFlagged = (name: string, number = '') => {
      const found = match(name, number);
      return found.kind === 'matched' && found.isFlagged;
    };
    expect(isFlagged('Quillfeather, Dana', '412')).toBe(false);
    expect(isFlagged('Quillfeather, Dana')).toBe(false);
    expect(isFlagged('Marrowbone, Bob', '500')).toBe(true);
    expect(isFlagged('Quillfeather, Dana', '31')).toBe(true);
  });

  it('a placeholder is no number', () => {
    expect(outcome(match('Quillfeather, Dana', 'N/A'))).toBe('dana: name-alone');
  });

  it('whatever the roster, a number alone never matches a different name', () => {
    const word = fc.constantFrom('Ashe', 'Birch', 'Brich', 'Marrow', 'Thistle');
    const person = fc.record({ family: word, given: word, middle: fc.constant(''), suffix: fc.constant('') });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), person, (people, sought) => {
        const staff = people.map((name, row) => ({ id: `${row}`, name, employeeNumber: '77', badge: '' }));
        const found = matchRecord(staffIndex(staff), { name: sought, employeeNumber: '77' });
        const owner = found.kind === 'matched' ? people[Number(found.staffId)] : undefined;
        if (owner) expect(['same', 'word-order']).toContain(nameLikeness(owner, sought));
      }),
    );
  });
});

describe('what other people on the roster change', () => {
  const word = fc.constantFrom('Ashe', 'Birch', 'Brich', 'Bírch', 'Marrow', 'Mary', 'Robert', 'Bob', 'R');
  const name = fc.record({
    family: word,
    given: word,
    middle: fc.constantFrom('', 'J', 'Kay'),
    suffix: fc.constantFrom('', 'Jr', 'Sr'),
  });
  const number = fc.constantFrom('', '77', '0077', '78', 'B-9');
  const identity = fc.record({ name, employeeNumber: number, badge: number });
  const numbered = (people: readonly Omit<StaffIdentity<string>, 'id'>[]) =>
    people.map((person, at) => ({ ...person, id: `${at}` }));
  const find = (staff: readonly StaffIdentity<string>[], sought: Omit<StaffIdentity<string>, 'id'>) =>
    matchRecord(staffIndex(staff), sought);
  const certain = (found: RecordMatch<string>) => (found.kind === 'matched' ? found.staffId : undefined);
  const rosters = fc.array(identity, { minLength: 1, maxLength: 6 });

  it('the order of its rows never changes whose a record is', () => {
    fc.assert(
      fc.property(rosters, identity, fc.nat(), (people, sought, turn) => {
        const staff = numbered(people);
        const at = turn % staff.length;
        const turned = [...staff.slice(at), ...staff.slice(0, at)].toReversed();
        expect(outcomeFacts(find(turned, sought))).toEqual(outcomeFacts(find(staff, sought)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('the order of records never changes whose they are', () => {
    fc.assert(
      fc.property(rosters, fc.array(identity, { maxLength: 6 }), (people, records) => {
        const [index, other] = [staffIndex(numbered(people)), staffIndex(numbered(people))];
        const found = records.map((record) => matchRecord(index, record));
        const backwards = records.toReversed().map((record) => matchRecord(other, record));
        expect(backwards.toReversed()).toEqual(found);
      }),
    );
  });

  it('an unrelated person never turns one certain match into another', () => {
    const stranger = { family: 'Zylophon', given: 'Quentin', middle: '', suffix: '' };
    fc.assert(
      fc.property(rosters, identity, number, number, (people, sought, employeeNumber, badge) => {
        const staff = numbered(people);
        const before = certain(find(staff, sought));
        const after = certain(find([...staff, { id: 'new', name: stranger, employeeNumber, badge }], sought));
        if (after !== undefined) expect(after).toBe(before);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a namesake turns a match by name into a doubt, and one with the same number every match', () => {
    fc.assert(
      fc.property(rosters, identity, (people, sought) => {
        const staff = numbered(people);
        const found = find(staff, sought);
        if (found.kind !== 'matched') return;
        const owner = staff[Number(found.staffId)];
        if (!owner) return;
        expect(find([...staff, { ...owner, id: 'namesake' }], sought).kind).toBe('doubtful');
        const isByName = !found.how.startsWith('number');
        const other = { ...owner, id: 'namesake', employeeNumber: '4', badge: '' };
        if (isByName) expect(find([...staff, other], sought).kind).toBe('doubtful');
      }),
      { numRuns: 1_000 },
    );
  });

  function outcomeFacts(found: RecordMatch<string>) {
    if (found.kind !== 'doubtful') return found;
    return { ...found, candidates: new Set(found.candidates.map(({ staffId }) => staffId)) };
  }
});

describe('among thousands', () => {
  it('every record spelled as on the roster is matched, and every mistyped one goes to a person', () => {
    const families = Array.from({ length: 600 }, (_, number) => `Fam${letters(number)}`);
    const people = Array.from({ length: 6_000 }, (_, number) => ({
      id: `${number}`,
      name: {
        family: families[number % 600] ?? '',
        given: `Giv${letters(Math.floor(number / 600) * 7)}`,
        middle: '',
        suffix: '',
      },
      employeeNumber: `${10_000 + number}`,
      badge: '',
    }));
    const index = staffIndex(people);
    const kinds = people.flatMap((person, row) => {
      const mistyped = { ...person.name, family: `${person.name.family}x` };
      const name = row % 10 === 0 ? mistyped : person.name;
      const found = matchRecord(index, { name, employeeNumber: row % 3 === 0 ? '' : person.employeeNumber });
      return found.kind === 'matched' && found.staffId !== person.id ? 'wrong' : found.kind;
    });
    expect(Map.groupBy(kinds, (kind) => kind).get('matched')).toHaveLength(5_400);
    expect(Map.groupBy(kinds, (kind) => kind).get('doubtful')).toHaveLength(600);
  });
});

function letters(number: number): string {
  return number
    .toString(26)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .padStart(3, 'a');
}
