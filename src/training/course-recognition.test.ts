import { describe, expect, it } from 'vitest';
import type { CourseDecision } from './course.ts';
import { courseRecognizer, recognizeCourse } from './course-recognition.ts';

type Verdict = 'cit' | 'crit' | 'mhfa' | 'none' | 'cit?' | 'crit?' | 'mhfa?';

const courses: readonly (readonly [title: string, hours: number | undefined, Verdict, reason: string])[] = [
  // The full course, under the names it has in exports.
  ['Crisis Intervention Team (CIT) 40hr', undefined, 'cit', 'program-named'],
  ['Crisis Intervention Team (CIT) 40hr', 40, 'cit', 'program-named'],
  ['Crisis Intervention Team 40 hour', undefined, 'cit', 'program-named'],
  ['Crisis Intervention', 40, 'cit', 'program-named'],
  ['CRISIS INTERVENTION TEAM TRNG', 40, 'cit', 'program-named'],
  ['Crises Intevention Team', 40, 'cit', 'program-named'],
  ['CIT Basic', 40, 'cit', 'program-named'],
  ['C.I.T.', 40, 'cit', 'program-named'],
  ['C I T Training', 40, 'cit', 'program-named'],
  ['CIT-40HR', undefined, 'cit', 'program-named'],
  ['Forty-Hour CIT', undefined, 'cit', 'program-named'],
  ['2023 CIT', 40, 'cit', 'program-named'],
  ['2023CIT', 40, 'cit', 'program-named'],
  ['POST 40-1234 CIT 40', undefined, 'cit', 'program-named'],
  ['CIT 40 2023', undefined, 'cit', 'program-named'],
  ['Memphis Model CIT Academy', 40, 'cit', 'program-named'],
  ['CIT for Corrections', 40, 'cit', 'program-named'],
  ['CIT (40 hours, 5 x 8 hrs)', undefined, 'cit', 'program-named'],
  ['CIT', 44, 'cit', 'program-named'],
  ['CRIT', 40, 'crit', 'program-named'],
  ['Crisis Response and Intervention Training', 40, 'crit', 'program-named'],
  ['Crisis Response & Intervention Training (CRIT)', 40, 'crit', 'program-named'],

  // The same names on shorter classes.
  ['Crisis Intervention', 8, 'none', 'too-few-hours'],
  ['Crisis Intervention Team (CIT) 40hr', 8, 'none', 'too-few-hours'],
  ['CIT', 39.5, 'none', 'too-few-hours'],
  ['CIT 8 hr', undefined, 'none', 'too-few-hours'],
  ['CRIT Module 3', 2, 'none', 'too-few-hours'],

  // No hours anywhere: a person looks.
  ['CIT Basic', undefined, 'cit?', 'hours-unknown'],
  ['Memphis Model CIT Academy', undefined, 'cit?', 'hours-unknown'],
  ['Crisis Intervention Team', 0, 'cit?', 'hours-unknown'],
  ['CRIT', undefined, 'crit?', 'hours-unknown'],
  ['CIT 40-1234', undefined, 'cit?', 'hours-unknown'],
  ['CIT Academy 40', undefined, 'cit?', 'hours-unknown'],
  ['CIT 2023', undefined, 'cit?', 'hours-unknown'],

  // Continuing courses keep up what the full course gave; they don't replace it.
  ['CIT Refresher 8 hr', 8, 'none', 'continuing-course'],
  ['CIT Refresher', undefined, 'none', 'continuing-course'],
  ['CIT Update', 8, 'none', 'continuing-course'],
  ['CIT Update', 40, 'none', 'continuing-course'],
  ['CIT Re-Certification', 16, 'none', 'continuing-course'],
  ['Advanced CIT', 16, 'none', 'continuing-course'],
  ['Advanced CIT', undefined, 'none', 'continuing-course'],
  ['In-Service: Crisis Intervention', 4, 'none', 'continuing-course'],
  ['Advanced CIT', 40, 'cit?', 'continuing-course'],
  ['In Service CIT', 40, 'cit?', 'continuing-course'],

  // Courses for other people or purposes.
  ['Dispatcher CIT', 8, 'none', 'dispatcher-course'],
  ['Dispatcher CIT', 12, 'none', 'dispatcher-course'],
  ['CIT for Dispatchers', 20, 'none', 'dispatcher-course'],
  ['CIT for Telecommunicators', undefined, 'none', 'dispatcher-course'],
  ['911 CIT', 16, 'none', 'dispatcher-course'],
  ['CIT for Telecommunicators', 40, 'cit?', 'dispatcher-course'],
  ['CIT Instructor', 24, 'none', 'instructor-course'],
  ['CIT Train-the-Trainer', 40, 'cit?', 'instructor-course'],
  ['Intro to CIT', undefined, 'none', 'introductory-course'],
  ['CIT International Conference', 24, 'none', 'introductory-course'],

  // Letters and words that mean something else.
  ['Critical Incident Training', 40, 'none', 'other-course'],
  ['Critical Incident Technique/ CIT - Collision Investigation Training', 40, 'none', 'other-meaning'],
  ['CIT - Collision Investigation', 40, 'none', 'other-meaning'],
  ['Criminal Interdiction Training (CIT)', 40, 'none', 'other-meaning'],
  ['Crit Incident Mgmt', 40, 'none', 'other-meaning'],
  ['Nonviolent Crisis Intervention (CPI)', 40, 'none', 'other-program'],
  ['Non-Violent Crisis Intervention', 8, 'none', 'other-program'],
  ['CISM: Individual Crisis Intervention', 40, 'none', 'other-program'],
  ['Crisis Intervention and Hostage Negotiation', 40, 'cit?', 'other-subject'],
  ['Sexual Assault Crisis Intervention', 40, 'cit?', 'other-subject'],
  ['De-escalation', 40, 'none', 'other-course'],
  ['Citizen Academy', 40, 'none', 'other-course'],
  ['Securitech', 40, 'none', 'other-course'],
  ['Felicity Elicitation', 40, 'none', 'other-course'],
  ['Critical Thinking', 40, 'none', 'other-course'],
  ['Firearms 40 hours', 40, 'none', 'other-course'],
  ['', 40, 'none', 'title-missing'],
  [' - ', undefined, 'none', 'title-missing'],

  // Mental Health First Aid, of whatever listed length.
  ['MHFA', undefined, 'mhfa', 'program-named'],
  ['MHFA', 8, 'mhfa', 'program-named'],
  ['MHFA', 7.5, 'mhfa', 'program-named'],
  ['MHFA', 6.5, 'mhfa', 'program-named'],
  ['Mental Health First Aid for Public Safety', 8, 'mhfa', 'program-named'],
  ['MHFA-PS 8HR', undefined, 'mhfa', 'program-named'],
  ['Mental Heath 1st Aid', 8, 'mhfa', 'program-named'],
  ['MENTAL HEALTH FIRST-AID', 8, 'mhfa', 'program-named'],
  ['M.H.F.A.', 8, 'mhfa', 'program-named'],
  ['MHFA for Dispatchers', 8, 'mhfa', 'program-named'],
  ['Youth Mental Health First Aid', 8, 'mhfa?', 'youth-course'],
  ['MHFA recertification', 3, 'mhfa', 'program-named'],
  ['MHFA Re-cert', undefined, 'mhfa', 'program-named'],
  ['CIT: Mental Health First Aid', 8, 'mhfa', 'program-named'],
  ['CIT with MHFA', 40, 'cit', 'program-named'],
  ['MHFA', 6.4, 'mhfa?', 'too-few-hours'],
  ['MHFA', 2, 'mhfa?', 'too-few-hours'],
  ['MHFA Refresher', 2, 'mhfa?', 'continuing-course'],
  ['MHFA Instructor', 24, 'mhfa?', 'instructor-course'],
  ['MHFA Overview', undefined, 'mhfa?', 'introductory-course'],

  // The subject without a program: the campaign decides about equivalents.
  ['Mental Health', 2, 'none', 'other-course'],
  ['Mental Health', undefined, 'none', 'other-course'],
  ['Mental Health Awareness', 8, 'none', 'equivalent-not-decided'],
  ['Mental Health Officer', 40, 'none', 'equivalent-not-decided'],
  ['First Aid', 8, 'none', 'other-course'],
  ['Dental Health First Aid', 8, 'none', 'other-course'],
];

describe('a course is recognized by its title and hours', () => {
  it.each(courses)('“%s” with %s hours: %s, because %s', (title, hours, verdict, reason) => {
    const recognition = recognizeCourse({ title, hours });
    expect(`${recognition.program}${recognition.doubtful ? '?' : ''}`).toBe(verdict);
    expect(recognition.reason.code).toBe(reason);
  });

  it('the code speaks where the title names nothing', () => {
    expect(recognizeCourse({ title: 'Behavioral response', code: 'CIT-40' })).toMatchObject({
      program: 'cit',
      reason: { namedIn: 'code', known: { hours: 40, from: 'title' } },
    });
  });

  it('the reason holds the facts a person needs', () => {
    expect(recognizeCourse({ title: 'Crisis Intervention', hours: 40 })).toEqual({
      program: 'cit',
      requiredHours: 40,
      doubtful: false,
      reason: {
        code: 'program-named',
        program: 'cit',
        named: 'Crisis Intervention',
        namedIn: 'title',
        known: { hours: 40, from: 'record' },
        neededHours: 40,
      },
    });
  });

  it('Mental Health First Aid lasts 36 months and CIT does not expire', () => {
    expect(recognizeCourse({ title: 'MHFA' }).validityMonths).toBe(36);
    expect(recognizeCourse({ title: 'CIT', hours: 40 }).validityMonths).toBeUndefined();
  });
});

describe('a decision about a course', () => {
  const accepted: CourseDecision = {
    title: 'Mental Health Officer',
    program: 'advanced-equivalent',
    requiredHours: 40,
    validityMonths: 24,
    decidedBy: 'campaign',
  };
  const recognize = courseRecognizer([
    accepted,
    { title: 'CIT Basic', program: 'cit', decidedBy: 'agency' },
    { title: 'CIT Basic', provider: 'Harbor Academy', program: 'none', decidedBy: 'campaign' },
  ]);

  it('applies to every record of the course, whatever its case, punctuation and year', () => {
    expect(recognize({ title: '2022 MENTAL-HEALTH OFFICER', hours: 40 })).toMatchObject({
      program: 'advanced-equivalent',
      validityMonths: 24,
      doubtful: false,
      reason: { code: 'course-decided', decidedBy: 'campaign' },
    });
  });

  it('keeps the hours it asks for', () => {
    expect(recognize({ title: 'Mental Health Officer', hours: 24 }).reason.code).toBe('too-few-hours');
  });

  it('settles a doubtful course', () => {
    expect(recognize({ title: 'CIT Basic' })).toMatchObject({ program: 'cit', doubtful: false });
  });

  it('for one provider goes before one for the course', () => {
    expect(recognize({ title: 'CIT Basic', provider: 'HARBOR ACADEMY' }).program).toBe('none');
  });

  it('leaves other courses alone', () => {
    expect(recognize({ title: 'CIT Basic 8 hours' }).reason.code).toBe('too-few-hours');
  });

  it('of an agency makes no forty-hour course of a shorter class of the same title', () => {
    expect(recognize({ title: 'CIT Basic', hours: 8 })).toMatchObject({
      program: 'none',
      reason: { code: 'too-few-hours', neededHours: 40 },
    });
  });

  it('of an agency leaves Mental Health First Aid its 36 months', () => {
    const said = courseRecognizer([{ title: 'MHFA Youth', program: 'mhfa', decidedBy: 'agency' }]);
    expect(said({ title: 'MHFA (Youth)', hours: 5 })).toMatchObject({ program: 'mhfa', validityMonths: 36 });
  });

  it('holds for classes of other years and numbers of the same course', () => {
    const said = courseRecognizer([{ title: 'CIT-24-03', program: 'none', decidedBy: 'agency' }]);
    const reasons = ['CIT-25-01', 'CIT 2023', 'FY24 CIT', 'cit'].map(
      (title) => said({ title, hours: 40 }).reason.code,
    );
    expect(reasons).toEqual(Array(4).fill('course-decided'));
  });
});
