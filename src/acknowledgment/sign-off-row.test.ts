import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Cell } from '../spreadsheet/sheet.ts';
import { interpretSignOffRow, isThisVersion } from './sign-off-row.ts';

const policy = { title: 'Response to People in Crisis', number: 'GO 41.2' };
const today = '2026-06-10' as CalendarDate;
const mapping = { fullName: 0, employeeNumber: 1, signedOn: 2, version: 3 };

function read(texts: readonly string[], signedOn?: CalendarDate) {
  const cells = texts.map((text): Cell => (text === '' ? { kind: 'blank', text } : { kind: 'text', text }));
  return interpretSignOffRow({ number: 2, cells }, mapping, {
    today,
    policy,
    firstDay: '2024-01-15' as CalendarDate,
    wholeFile: { signedOn },
    dates: { dayFor: () => undefined },
    nameOrder: undefined,
    dateOrder: undefined,
  });
}

describe('a line of a sign-off list', () => {
  it('names a person and the day they signed', () => {
    expect(read(['Birch, Dana', '0412', '6/3/2026', 'GO 41.2'])).toMatchObject({
      ok: true,
      value: { name: { family: 'Birch', given: 'Dana' }, employeeNumber: '0412', signedOn: '2026-06-03' },
    });
  });

  it.each([
    ['without a day', ['Birch, Dana', '1', '', ''], 'not-signed'],
    ['that says no', ['Birch, Dana', '1', 'No', ''], 'not-signed'],
    ['with a day nobody can read', ['Birch, Dana', '1', 'last week', ''], 'day-unreadable'],
    ['about another policy', ['Birch, Dana', '1', '6/3/2026', 'GO 12.7'], 'other-version'],
    ['without a name', ['', '1', '6/3/2026', ''], 'nameless'],
  ])('%s is not used', (_, texts, code) => {
    expect(read(texts)).toEqual({ ok: false, refusal: { code } });
  });

  it.each([
    ['1/14/2024', '2024-01-14', 'signed-before-version'],
    ['3/5/1998', '1998-03-05', 'signed-before-version'],
    ['1/15/2024', '2024-01-15', undefined],
    ['6/10/2026', '2026-06-10', undefined],
    ['6/11/2026', '2026-06-11', 'signed-in-future'],
  ])('of %s is read, and in doubt where nobody can have signed then', (text, signedOn, dayDoubt) => {
    expect(read(['Birch, Dana', '1', text, ''])).toMatchObject({ ok: true, value: { signedOn, dayDoubt } });
  });

  it('is in doubt too when the day said for the whole list comes before the version', () => {
    expect(read(['Birch, Dana', '1', 'Yes', ''], '2020-01-01' as CalendarDate)).toMatchObject({
      value: { signedOn: '2020-01-01', dayDoubt: 'signed-before-version' },
    });
  });

  it('that says yes is of the day said for the whole list, and needs one', () => {
    expect(read(['Birch, Dana', '1', 'Yes', ''], '2026-06-01' as CalendarDate)).toMatchObject({
      value: { signedOn: '2026-06-01' },
    });
    expect(read(['Birch, Dana', '1', 'Yes', ''])).toMatchObject({ refusal: { code: 'day-unreadable' } });
    expect(read(['Birch, Dana', '1', '', ''], '2026-06-01' as CalendarDate)).toMatchObject({
      refusal: { code: 'not-signed' },
    });
  });
});

it.each([
  ['', true],
  ['GO 41.2', true],
  ['go-41.2 (rev. 3)', true],
  ['Response to people in crisis', true],
  ['GO 41.21', false],
  ['Use of Force', false],
])('“%s” means this policy: %s', (written, isThis) => {
  expect(isThisVersion(written, policy)).toBe(isThis);
});
