import { describe, expect, it } from 'vitest';
import { staffNumberKey, tidyStaffNumber } from './staff-number.ts';

describe('a staff number', () => {
  it.each(['\u200b412', '\u202d412\u202c', '4\u206012', '\ufeff412'])(
    'is kept without signs that nobody sees: %j',
    (text) => {
      expect(tidyStaffNumber(text)).toBe('412');
      expect(staffNumberKey(text)).toBe('412');
    },
  );

  it('made of such signs alone is none', () => {
    expect(tidyStaffNumber('\u200b\u200e')).toBe('');
  });
});
