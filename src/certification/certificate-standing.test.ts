import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import {
  type CertificateAct,
  type CertificateEvent,
  measuresFor,
  openAnnouncement,
  standingAfter,
  wasHeard,
} from './certificate-standing.ts';
import { dueCheckIn } from './check-in.ts';

const day = (text: string) => text as CalendarDate;

function happened(act: CertificateAct, on = '2026-05-01', words = 'Why.'): CertificateEvent {
  const isAnnounced = act === 'announced';
  return {
    act,
    measure: isAnnounced ? 'revoke' : undefined,
    words,
    answerBy: isAnnounced ? day('2026-06-01') : undefined,
    on: day(on),
    by: undefined,
  };
}

describe('the standing of a certificate', () => {
  it('is valid as long as nothing was decided, whatever was announced, answered or given up', () => {
    expect(standingAfter([])).toEqual({ is: 'valid' });
    expect(standingAfter([happened('announced'), happened('answered'), happened('dropped')]).is).toBe(
      'valid',
    );
  });

  it('is what was decided last, since then and with its grounds', () => {
    const suspended = [happened('announced'), happened('suspended', '2026-06-02', 'No policy in effect.')];
    expect(standingAfter(suspended)).toEqual({
      is: 'suspended',
      since: '2026-06-02',
      grounds: 'No policy in effect.',
    });
    expect(standingAfter([...suspended, happened('reinstated')])).toEqual({ is: 'valid' });
    expect(standingAfter([...suspended, happened('revoked', '2026-07-01')]).is).toBe('revoked');
  });

  it('leaves nothing to announce once it has ended', () => {
    for (const act of ['revoked', 'lapsed', 'withdrawn'] as const)
      expect(measuresFor(standingAfter([happened(act)]))).toEqual([]);
    expect(measuresFor(standingAfter([happened('suspended')]))).toEqual(['revoke']);
  });
});

describe('an announcement', () => {
  it('is open until it is carried out or given up', () => {
    expect(openAnnouncement([happened('announced')])?.grounds).toBe('Why.');
    expect(openAnnouncement([happened('announced'), happened('dropped')])).toBeUndefined();
    expect(openAnnouncement([happened('announced'), happened('revoked')])).toBeUndefined();
    expect(openAnnouncement([happened('announced'), happened('withdrawn')])).toBeUndefined();
  });

  it('counts as heard with an answer, or from the day after the last day', () => {
    const silent = openAnnouncement([happened('announced')]);
    const answered = openAnnouncement([happened('announced'), happened('answered')]);
    if (!silent || !answered) throw new Error('Both are open.');
    expect(wasHeard(silent, day('2026-06-01'))).toBe(false);
    expect(wasHeard(silent, day('2026-06-02'))).toBe(true);
    expect(wasHeard(answered, day('2026-05-02'))).toBe(true);
  });
});

describe('the yearly check-in', () => {
  const certified = day('2024-02-29');

  it.each([
    ['2024-12-31', undefined],
    ['2025-01-27', undefined],
    ['2025-01-28', { year: 1, dueOn: '2025-02-28' }],
    ['2026-01-15', { year: 1, dueOn: '2025-02-28' }],
    ['2026-02-01', { year: 2, dueOn: '2026-02-28' }],
  ])('asked for on %s is %o', (today, due) => {
    expect(dueCheckIn(certified, day(today), [])).toEqual(due);
  });

  it('is not asked for again once given', () => {
    expect(dueCheckIn(certified, day('2025-06-01'), [{ year: 1 }])).toBeUndefined();
  });
});
