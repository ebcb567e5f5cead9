import { z } from 'zod';
import type { PersonId, Transaction } from '../database/acting.ts';
import type { Answers, BuilderStep } from './builder-step.ts';
import type { DraftOf } from './draft-of.ts';

/** A step as it was saved last. */
export interface SavedStep {
  readonly step: string;
  readonly answers: Answers;
  /** Counts from 1 with every saving. */
  readonly revision: number;
  readonly savedAt: Date;
}

const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

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
    answers: answersSchema.parse(answers),
    revision,
    savedAt: saved_at,
  }));
}

export interface StepToSave {
  readonly step: BuilderStep;
  readonly answers: Answers;
  /** The revision that was shown, 0 when nothing had been saved. */
  readonly shown: number;
  readonly by: PersonId;
  readonly at: Date;
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
