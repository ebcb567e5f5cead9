import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { byUrgency, type WaitingThing, waitingCounts } from './waiting-thing.ts';

function thing(agency: string, on?: string, isOverdue = false): WaitingThing {
  const due = on === undefined ? undefined : { on: on as CalendarDate, isOverdue };
  return { kind: due ? 'action' : 'agreement', agency, href: '/', due };
}

it('what is late is listed first, then what has a day, then what has none, each by agency', () => {
  // The day is over at Guam's agency and not yet at Honolulu's: the clock of each decides.
  const things = [
    thing('Oak'),
    thing('Honolulu', '2026-05-01'),
    thing('Guam', '2026-05-01', true),
    thing('Elm'),
    thing('Zinc', '2026-04-30'),
  ];
  expect(byUrgency(things).map(({ agency }) => agency)).toEqual(['Guam', 'Zinc', 'Honolulu', 'Elm', 'Oak']);
});

it('what waits is counted by kind, and what is late of it', () => {
  const things = [thing('Elm'), thing('Elm', '2026-04-01', true), thing('Oak', '2026-06-01')];
  expect(waitingCounts(things)).toEqual({
    all: 3,
    overdue: 1,
    kinds: [
      { kind: 'agreement', count: 1 },
      { kind: 'action', count: 2 },
    ],
  });
});
