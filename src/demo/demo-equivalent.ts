import { proposeCourse } from '../training/course-actions.ts';
import { courseKey } from '../training/course-title.ts';
import { asAgency, type DemoAgency } from './demo-pledge.ts';
import { admitted } from './demo-proof.ts';
import { daysBefore, type Stage, value } from './demo-stage.ts';

/** An agency asks the campaign to accept a course of its records in place of MHFA; the campaign has not answered. */
export async function proposeEquivalent(stage: Stage, made: DemoAgency, title: string): Promise<void> {
  const syllabus = await admitted(stage, 'syllabus.pdf', title, [
    'Recognizing mental illness. Talking with a person in crisis. Where to find help.',
    'Eight hours on one day, with role plays in the afternoon.',
  ]);
  const course = {
    syllabus,
    offeredBy: 'Regional Training Center',
    courseKey: courseKey(title),
    provider: '',
    program: 'base-equivalent',
    hours: 8,
    validityMonths: 36,
    note: 'Our own trainer and the mental health center teach it together. The outline follows the one of MHFA.',
  } as const;
  value(
    await asAgency(stage, made, (tx) =>
      proposeCourse(tx, made.agency.id, course, made.coordinator.id, daysBefore(stage, 6)),
    ),
  );
}
