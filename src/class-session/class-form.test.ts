import { describe, expect, it } from 'vitest';
import { rulesOf2024 } from '../campaign-rules/rules-of-2024.ts';
import { aDay } from '../testing/a-class.ts';
import { recognizeCourse } from '../training/course-recognition.ts';
import { readClassForm } from './class-form.ts';
import { knownCourses } from './known-course.ts';

const accepted = [{ title: 'Calm Response Academy', program: 'advanced-equivalent', requiredHours: 36 }];
const known = knownCourses(rulesOf2024, accepted, new Map());
const cit = known[0]?.title ?? '';
const sent = {
  course: cit,
  hours: '',
  'day-1': '2026-03-02',
  'from-1': '8 am',
  'to-1': '5 pm',
  place: 'Room 4',
  seats: '24',
  instructors: 'Harriet Solano\n\nTheo Marchbank',
};

describe('the form of a class', () => {
  it('offers the courses of the rules and accepted equivalents, and each counts as its program', () => {
    expect(known.map(({ program }) => program)).toEqual(['cit', 'crit', 'mhfa', 'advanced-equivalent']);
    for (const { title, hours, program } of known.slice(0, 3))
      expect(recognizeCourse({ title, hours: hours ?? 8 })).toMatchObject({ program, doubtful: false });
  });

  it('takes the usual hours of a course, and the times of the day above', () => {
    const more = { 'day-2': '3/3/2026', 'day-3': '3/4/2026', 'day-4': '3/5/2026', 'day-5': '3/6/2026' };
    const form = readClassForm({ ...sent, ...more }, known);
    expect(form).toMatchObject({
      ok: true,
      value: {
        course: cit,
        hours: 40,
        days: ['02', '03', '04', '05', '06'].map((day) => aDay(`2026-03-${day}`)),
        instructors: ['Harriet Solano', 'Theo Marchbank'],
      },
    });
  });

  it('asks for the hours of a course that is given in several lengths, until a class says how long it is here', () => {
    const firstAid = known[2]?.title ?? '';
    const asked = { ...sent, course: firstAid };
    const refused = readClassForm(asked, known);
    expect(refused.ok ? '' : refused.errors.hours).toContain('given in different lengths');
    const held = new Map([
      [firstAid, 7.5],
      [cit, 36],
    ]);
    const taught = knownCourses(rulesOf2024, accepted, held);
    expect(readClassForm(asked, taught)).toMatchObject({ ok: true, value: { hours: 7.5 } });
    expect(taught.map(({ hours, isAsLast }) => [hours, isAsLast]).slice(0, 3)).toEqual([
      [40, false],
      [40, false],
      [7.5, true],
    ]);
  });

  it('tells every fault at its field', () => {
    const form = readClassForm({ course: 'other', 'day-2': 'soon', 'from-2': '9 am', 'to-2': '8 am' }, known);
    const errors = form.ok ? {} : form.errors;
    expect(Object.keys(errors)).toEqual(['otherCourse', 'hours', 'day-2', 'to-2', 'place', 'seats']);
  });

  it('takes no more hours than the days are long', () => {
    const form = readClassForm({ ...sent, 'day-2': '3/3/2026' }, known);
    expect(form.ok ? '' : form.errors.hours).toContain('18 hours long');
    expect(readClassForm({ ...sent, hours: '9' }, known).ok).toBe(true);
    expect(readClassForm({ ...sent, hours: '9.01' }, known).ok).toBe(false);
  });

  it('asks for a day, and for each day once', () => {
    const none = readClassForm({ ...sent, 'day-1': '', 'from-1': '', 'to-1': '' }, known);
    expect(none).toMatchObject({ ok: false, errors: { 'day-1': 'Enter at least one day' } });
    const twice = readClassForm({ ...sent, 'day-2': '2026-03-02' }, known);
    expect(twice).toMatchObject({ ok: false, errors: { 'day-2': 'Enter each day once' } });
  });
});
