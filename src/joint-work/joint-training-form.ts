import { z } from 'zod';
import { type FormFields, sentText } from '../http/form.ts';
import { oneLine } from '../question/plain-text.ts';
import { day, line, namesOnly, revision } from './joint-form.ts';
import type { JointTrainingContent, JointTrainingField } from './joint-training.ts';
import { trainingContent } from './joint-training-content.ts';

const { errors } = trainingContent;

export const trainingForm = z
  .object({
    revision,
    course: line(errors.course, 300),
    heldOn: day(errors.heldOn),
    taughtBySide: z.enum(['agency', 'partner', 'both'], errors.taughtBySide),
    taughtBy: namesOnly(errors.taughtBy, errors.personal, 500).transform(oneLine),
    attended: z
      .string(errors.attended)
      .trim()
      .regex(/^\d{1,5}$/, errors.attended)
      .transform(Number),
    session: z.string().default(''),
  })
  .transform(({ revision: shown, session, ...content }) => ({
    revision: shown,
    session: z.uuid().safeParse(session).data,
    content: content satisfies JointTrainingContent,
  }));

/** The fields as texts to show again. */
export type TypedTraining = Readonly<Record<JointTrainingField | 'session', string>>;

export const newTraining: TypedTraining = {
  course: '',
  heldOn: '',
  taughtBySide: '',
  taughtBy: '',
  attended: '',
  session: '',
};

export function typedTrainingFromSent(sent: FormFields): TypedTraining {
  return {
    course: sentText(sent, 'course'),
    heldOn: sentText(sent, 'heldOn'),
    taughtBySide: sentText(sent, 'taughtBySide'),
    taughtBy: sentText(sent, 'taughtBy'),
    attended: sentText(sent, 'attended'),
    session: sentText(sent, 'session'),
  };
}

export function typedTraining(content: JointTrainingContent, session = ''): TypedTraining {
  const { course, heldOn, taughtBySide, taughtBy, attended } = content;
  return { course, heldOn, taughtBySide, taughtBy, attended: String(attended), session };
}
