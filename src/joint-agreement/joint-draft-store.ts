import { type KeptStep, readAnswers, type StepToSave } from '../agreement/draft-step.ts';
import type { Transaction } from '../database/acting.ts';
import type { JointGroupId } from './joint-agreement.ts';

export async function selectJointDraft(tx: Transaction, group: JointGroupId): Promise<readonly KeptStep[]> {
  const rows = await tx
    .selectFrom('joint_draft_step')
    .select(['step', 'answers', 'revision'])
    .where('group_id', '=', group)
    .execute();
  return rows.map(({ step, answers, revision }) => ({
    step,
    answers: readAnswers(answers),
    revision,
  }));
}

/** False when somebody else saved the step since it was shown: then nothing is written. */
export async function saveJointStep(
  tx: Transaction,
  group: JointGroupId,
  save: StepToSave,
): Promise<boolean> {
  const kept = {
    answers: JSON.stringify(save.answers),
    revision: save.shown + 1,
    saved_by: save.by,
    saved_at: save.at,
  };
  const row = await tx
    .insertInto('joint_draft_step')
    .values({ group_id: group, step: save.step, ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['group_id', 'step'])
        .doUpdateSet(kept)
        .where('joint_draft_step.revision', '=', save.shown),
    )
    .returning('revision')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteJointDraft(tx: Transaction, group: JointGroupId): Promise<void> {
  await tx.deleteFrom('joint_draft_step').where('group_id', '=', group).execute();
}
