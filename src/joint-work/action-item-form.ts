import { z } from 'zod';
import { type FormFields, sentText } from '../http/form.ts';
import { oneLine } from '../question/plain-text.ts';
import type { ActionItemContent, ActionItemField } from './action-item.ts';
import { actionFormContent } from './action-item-content.ts';
import { day, line, namesOnly, revision } from './joint-form.ts';

const { errors } = actionFormContent;

export const actionForm = z
  .object({
    revision,
    what: line(errors.what, 1_000),
    ownerSide: z.enum(['agency', 'partner'], errors.ownerSide),
    ownerName: namesOnly(errors.ownerName, errors.personal, 200).transform(oneLine),
    dueOn: day(errors.dueOn),
    meeting: z.string().default(''),
  })
  .transform(({ revision: shown, meeting, ...content }) => ({
    revision: shown,
    meeting: z.uuid().safeParse(meeting).data,
    content: content satisfies ActionItemContent,
  }));

/** The fields as texts to show again. */
export type TypedAction = Readonly<Record<ActionItemField | 'meeting', string>>;

export function typedActionFromSent(sent: FormFields): TypedAction {
  return {
    what: sentText(sent, 'what'),
    ownerSide: sentText(sent, 'ownerSide'),
    ownerName: sentText(sent, 'ownerName'),
    dueOn: sentText(sent, 'dueOn'),
    meeting: sentText(sent, 'meeting'),
  };
}

export function typedAction({ what, ownerSide, ownerName, dueOn }: ActionItemContent): TypedAction {
  return { what, ownerSide, ownerName, dueOn, meeting: '' };
}
