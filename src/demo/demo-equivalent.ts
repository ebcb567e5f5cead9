import { proposeCourse } from '../training/course-actions.ts';
import { courseKey } from '../training/course-title.ts';
import { asAgency, type DemoAgency } from './demo-pledge.ts';
import { daysBefore, type Stage, value } from './demo-stage.ts';

/** An agency asks the campaign to accept a course of its records in place of MHFA; the campaign has not answered. */
export async function proposeEquivalent(stage: Stage, made: DemoAgency, title: string): Promise<void> {
  const course = {
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
