import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules, currentRules } from '../campaign-rules/campaign-rules.ts';
import { courseSentence } from './course-content.ts';
import { recognizeCourse } from './course-recognition.ts';
import { qualifyPerson } from './programs-held.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import { qualifyRecord } from './qualifying-record.ts';
import type { TrainingRecord } from './training-record.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2024-06-01');

function aRecord(facts: Partial<TrainingRecord>): TrainingRecord {
  return {
    title: 'Crisis Intervention',
    hours: 40,
    result: 'Passed',
    completedOn: day('2024-03-05'),
    ...facts,
  };
}

describe('the sentence of a record', () => {
  it.each<[Partial<TrainingRecord>, string]>([
    [{}, 'Counts as advanced: the title names Crisis Intervention, 40 of 40 hours, passed.'],
    [
      { title: 'MHFA', hours: 8 },
      'Counts as base until March 5, 2027: the title names MHFA, 8 hours, passed.',
    ],
    [
      { title: 'MHFA', hours: 8, completedOn: day('2021-05-31') },
      'Lapsed: it counted as base until May 31, 2024: the title names MHFA, 8 hours, passed.',
    ],
    [
      { title: 'MHFA recertification', hours: 3, result: '' },
      'Needs a look: it is the short recertification, which counts only when the MHFA course before it was still valid or had ended at most 90 days before.',
    ],
    [
      { title: 'Youth Mental Health First Aid', hours: 6.5 },
      'Needs a look: it is Mental Health First Aid for young people. The campaign does not say whether that will do: it is the agency’s choice.',
    ],
    [{ title: 'CIT', hours: 8 }, 'Does not count: the title names CIT, but it has 8 of 40 hours.'],
    [
      { title: 'CIT Basic', hours: undefined },
      'Needs a look: the title names CIT, but no hours are given and the full course takes 40.',
    ],
    [
      { title: 'CIT Refresher', hours: 8 },
      'Does not count: “refresher” says that it follows up an earlier course, so it is not the full CIT course.',
    ],
    [
      { title: 'Advanced CIT', hours: 40 },
      'Needs a look: “advanced” says that it follows up an earlier course, so it is not the full CIT course, yet it has 40 hours.',
    ],
    [
      { title: 'Dispatcher CIT', hours: 12 },
      'Does not count: “dispatcher” says that it is the course for dispatchers, not the full CIT course.',
    ],
    [
      { title: 'CIT - Collision Investigation' },
      'Does not count: here CIT stands for Collision or Crash Investigation.',
    ],
    [
      { title: 'Mental Health Awareness', hours: 8 },
      'Does not count: it names no program that the rules know; as 8 hours on mental health, it can be proposed to the campaign as an equivalent of MHFA.',
    ],
    [{ title: 'Mental Health', hours: 2 }, 'Does not count: the title names no course that the rules know.'],
    [{ result: 'Instructed' }, 'Does not count: the result is “Instructed”.'],
    [{ result: 'Waived' }, 'Does not count: the result is “Waived”.'],
    [
      { result: 'Audited' },
      'Needs a look: the result “Audited” does not say whether the person completed the course.',
    ],
    [
      { completedOn: day('2024-06-02') },
      'Does not count: the completion date, June 2, 2024, is in the future.',
    ],
    [{ completedOn: undefined }, 'Needs a look: the completion date is missing.'],
  ])('%j', (facts, sentence) => {
    expect(qualifyingSentence(currentRules, qualifyRecord(aRecord(facts), { today }))).toBe(sentence);
  });

  it('says which rows were added up', () => {
    const week = [0, 1, 2, 3, 4].map((later) =>
      aRecord({ title: 'CIT', hours: 8, completedOn: addDays(day('2024-03-04'), later) }),
    );
    const sentences = qualifyPerson(week, { today }).map((taken) =>
      qualifyingSentence(currentRules, taken.qualifying),
    );
    expect(sentences).toEqual([
      'Counts as advanced: the title names CIT, 40 of 40 hours added up from 5 rows, passed.',
    ]);
  });

  it('says when the rules of a pledge do not know the program', () => {
    expect(
      qualifyingSentence(campaignRules('2016'), qualifyRecord(aRecord({ title: 'CRIT' }), { today })),
    ).toBe('Does not count under the rules of 2016, which do not name CRIT.');
  });
});

describe('the sentence of a course', () => {
  it('leaves the result of a record out', () => {
    expect(courseSentence(currentRules, recognizeCourse({ title: 'CIT 40 hr' }))).toBe(
      'Counts as advanced: the title names CIT, 40 of 40 hours.',
    );
  });

  it('names who decided', () => {
    const decision = {
      title: 'Mental Health Officer',
      program: 'advanced-equivalent',
      decidedBy: 'campaign',
    } as const;
    const recognition = recognizeCourse({ title: 'Mental Health Officer', hours: 40 }, decision);
    expect(courseSentence(currentRules, recognition)).toBe(
      'Counts as advanced: the campaign decided so for this course, 40 hours.',
    );
  });
});
