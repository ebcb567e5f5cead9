import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CourseDecision } from './course.ts';
import { courseRecognizer } from './course-recognition.ts';
import { programsHeld, qualifyPerson } from './programs-held.ts';
import type { TrainingRecord } from './training-record.ts';

const day = (text: string) => text as CalendarDate;
const first: TrainingRecord = {
  title: 'MHFA',
  hours: 8,
  result: 'Passed',
  completedOn: day('2021-03-05'),
};
const recertified = (on: string): TrainingRecord => ({
  title: 'MHFA Recertification',
  hours: 3,
  result: 'Passed',
  completedOn: day(on),
});

/** The days, of those asked about, on which a person holds MHFA. */
function heldOn(
  records: readonly TrainingRecord[],
  days: readonly string[],
  decisions: CourseDecision[] = [],
) {
  const recognize = courseRecognizer(decisions);
  const classes = qualifyPerson(records, { today: day('2030-01-01'), recognize });
  const judged = classes.map(({ qualifying }) => qualifying);
  return days.filter((one) => programsHeld(judged, day(one)).length > 0);
}

describe('Mental Health First Aid', () => {
  it('is held for three years to the day', () => {
    const days = ['2021-03-04', '2021-03-05', '2024-03-05', '2024-03-06'];
    expect(heldOn([first], days)).toEqual(['2021-03-05', '2024-03-05']);
  });

  it('recertified before it lapses is held without a gap, three years from the recertification', () => {
    const days = ['2024-03-05', '2024-03-06', '2027-02-01', '2027-02-02'];
    expect(heldOn([first, recertified('2024-02-01')], days)).toEqual([
      '2024-03-05',
      '2024-03-06',
      '2027-02-01',
    ]);
  });

  it('recertified after it lapsed is not held in between', () => {
    const days = ['2024-03-05', '2024-03-06', '2024-04-30', '2024-05-01', '2027-05-01', '2027-05-02'];
    expect(heldOn([recertified('2024-05-01'), first], days)).toEqual([
      '2024-03-05',
      '2024-05-01',
      '2027-05-01',
    ]);
  });

  it('is held as long as the campaign decided for the course', () => {
    const decision = { title: 'MHFA', program: 'mhfa', validityMonths: 24, decidedBy: 'campaign' } as const;
    expect(heldOn([first], ['2023-03-05', '2023-03-06'], [decision])).toEqual(['2023-03-05']);
  });

  it('is held as long as its certificate says, whatever is usual', () => {
    const record = { ...first, expiresOn: day('2022-12-31') };
    expect(heldOn([record], ['2022-12-31', '2023-01-01'])).toEqual(['2022-12-31']);
  });
});
