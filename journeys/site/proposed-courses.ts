import type { Campaign } from '../../src/demo/demo-campaign.ts';
import { importTraining } from '../../src/demo/demo-imports.ts';
import { asAgency, type DemoAgency } from '../../src/demo/demo-pledge.ts';
import { admitted } from '../../src/demo/demo-proof.ts';
import { as, type Stage, value } from '../../src/demo/demo-stage.ts';
import { decideProposal, proposeCourse } from '../../src/training/course-actions.ts';
import { courseKey } from '../../src/training/course-title.ts';

const register = {
  title: 'Steady Voices: Talking in a Crisis',
  reason: 'The outline is that of MHFA, with a full day.',
};

/** One course that the campaign accepted in place of MHFA, and one that waits for its answer. Gives the one that waits. */
export async function proposedCourses(stage: Stage, campaign: Campaign, made: DemoAgency): Promise<string> {
  const waiting = 'Calls That Come Twice: Following Up After a Crisis in Rural and Frontier Communities';
  await importTraining(
    stage,
    made,
    [register.title, waiting].map((course) => ({
      number: '1001',
      name: 'Unlisted, Sam',
      course,
      hours: 8,
      completed: 120,
      result: 'Passed',
      provider: 'Regional Training Center',
    })),
  );
  const syllabus = await admitted(stage, 'syllabus.pdf', register.title, ['Recognizing mental illness.']);
  const propose = async (title: string) => {
    const course = {
      syllabus,
      offeredBy: 'Regional Training Center',
      courseKey: courseKey(title),
      provider: '',
      program: 'base-equivalent',
      hours: 8,
      validityMonths: 36,
      note: 'Our own trainer and the mental health center teach it together.',
    } as const;
    return value(
      await asAgency(stage, made, (tx) =>
        proposeCourse(tx, made.agency.id, course, made.coordinator.id, stage.now),
      ),
    );
  };
  const accepted = await propose(register.title);
  const { id } = campaign.administrator;
  await as(stage, { as: 'campaign', person: id }, async (tx) => {
    value(await decideProposal(tx, accepted, { accept: true, reason: register.reason }, id, stage.now));
  });
  return propose(waiting);
}
