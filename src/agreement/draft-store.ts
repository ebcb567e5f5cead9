import type { Transaction } from '../database/acting.ts';
import type { DraftOf } from './draft-of.ts';
import { type KeptStep, readAnswers, type StepToSave } from './draft-step.ts';

export interface SavedStep extends KeptStep {
  readonly savedAt: Date;
}

export async function selectDraft(tx: Transaction, of: DraftOf): Promise<readonly SavedStep[]> {
  const rows = await tx
    .selectFrom('agreement_draft_step')
    .select(['step', 'answers', 'revision', 'saved_at'])
    .where('agency_id', '=', of.agency)
    .where('partner_id', '=', of.partner)
    .where('side', '=', of.side)
    .execute();
  return rows.map(({ step, answers, revision, saved_at }) => ({
    step,
    answers: readAnswers(answers),
    revision,
    savedAt: saved_at,
  }));
}

/** False when somebody else saved the step since it was shown: then nothing is written. */
export async function saveDraftStep(tx: Transaction, of: DraftOf, save: StepToSave): Promise<boolean> {
  const kept = {
    answers: JSON.stringify(save.answers),
    revision: save.shown + 1,
    saved_by: save.by,
    saved_at: save.at,
  };
  const row = await tx
    .insertInto('agreement_draft_step')
    .values({ agency_id: of.agency, partner_id: of.partner, side: of.side, step: save.step, ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'partner_id', 'side', 'step'])
        .doUpdateSet(kept)
        .where('agreement_draft_step.revision', '=', save.shown),
    )
    .returning('revision')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteDraft(tx: Transaction, of: DraftOf): Promise<void> {
  await tx
    .deleteFrom('agreement_draft_step')
    .where('agency_id', '=', of.agency)
    .where('partner_id', '=', of.partner)
    .where('side', '=', of.side)
    .execute();
}
