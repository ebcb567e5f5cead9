import type { Transaction } from '../database/acting.ts';
import type { Outcome } from '../outcome.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import { type Answers, answersFrom } from './builder-step.ts';
import type { DraftOf } from './draft-of.ts';
import { answersOn, type StepConflict, type StepToSave } from './draft-step.ts';
import { deleteDraft, type SavedStep, saveDraftStep, selectDraft, selectOpenDrafts } from './draft-store.ts';
import type { OpenDraft } from './open-draft.ts';
import { saveStepIn } from './step-saving-actions.ts';

/** A side's draft: what it saved, on top of what it began from. */
export interface Draft {
  readonly answers: Answers;
  readonly saved: readonly SavedStep[];
}

/** `from` is what the two agreed or proposed last; only a few answers are there at the very first. */
export async function openDraft(
  tx: Transaction,
  of: DraftOf,
  from: AgreementTerms | Answers,
): Promise<Draft> {
  const saved = await selectDraft(tx, of);
  return { answers: answersOn(isTerms(from) ? answersFrom(from) : from, saved), saved };
}

function isTerms(from: AgreementTerms | Answers): from is AgreementTerms {
  return typeof from.arrangement === 'object' && !Array.isArray(from.arrangement);
}

/** Saves one step of a side's draft. */
export function saveStep(
  tx: Transaction,
  of: DraftOf,
  save: StepToSave,
): Promise<Outcome<undefined, StepConflict>> {
  const keeper = {
    save: (step: StepToSave) => saveDraftStep(tx, of, step),
    select: () => selectDraft(tx, of),
  };
  return saveStepIn(keeper, save);
}

/** The drafts a side of an agency's agreements has open, the one saved last first. */
export const listOpenDrafts: typeof selectOpenDrafts = selectOpenDrafts;

/** When this draft was saved last and by whom; undefined while nothing is saved. */
export async function findOpenDraft(tx: Transaction, of: DraftOf): Promise<OpenDraft | undefined> {
  const [draft] = await selectOpenDrafts(tx, of);
  return draft;
}

export function discardDraft(tx: Transaction, of: DraftOf): Promise<void> {
  return deleteDraft(tx, of);
}
