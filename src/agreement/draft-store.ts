import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type { PartnershipId, Side } from '../partnership/partnership.ts';
import type { DraftOf } from './draft-of.ts';
import { type KeptStep, readAnswers, type StepToSave } from './draft-step.ts';
import type { OpenDraft } from './open-draft.ts';

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

/** The drafts one side of an agency's agreements has open, the one saved last first; at most 50. */
export async function selectOpenDrafts(
  tx: Transaction,
  of: { readonly agency: AgencyId; readonly side: Side; readonly partner?: PartnerId },
): Promise<readonly OpenDraft[]> {
  const { partner } = of;
  const rows = await tx
    .selectFrom('agreement_draft_step as d')
    .innerJoin('partner_organization as o', 'o.id', 'd.partner_id')
    .leftJoin('person', 'person.id', 'd.saved_by')
    .leftJoin('partnership as p', (join) =>
      join
        .onRef('p.agency_id', '=', 'd.agency_id')
        .onRef('p.partner_id', '=', 'd.partner_id')
        .on('p.state', 'in', ['proposed', 'active']),
    )
    .distinctOn('d.partner_id')
    .select(['d.partner_id', 'o.name as partner_name', 'p.id as partnership_id', 'd.saved_at'])
    .select('person.name as saved_by')
    .where('d.agency_id', '=', of.agency)
    .where('d.side', '=', of.side)
    .$if(partner !== undefined, (query) => query.where('d.partner_id', '=', partner ?? ''))
    .orderBy('d.partner_id')
    .orderBy('d.saved_at', 'desc')
    .limit(50)
    .execute();
  return rows
    .map((row) => ({
      partner: { id: row.partner_id as PartnerId, name: row.partner_name },
      partnership: row.partnership_id === null ? undefined : (row.partnership_id as PartnershipId),
      savedAt: row.saved_at,
      savedBy: row.saved_by || undefined,
    }))
    .toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
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
