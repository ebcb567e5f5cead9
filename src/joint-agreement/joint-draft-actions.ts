import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { wholeOf } from '../agreement/builder-form.ts';
import type { Answers } from '../agreement/builder-step.ts';
import { answersOn, type KeptStep, type StepConflict, type StepToSave } from '../agreement/draft-step.ts';
import { saveStepIn } from '../agreement/step-saving-actions.ts';
import type { Transaction } from '../database/acting.ts';
import type { Outcome } from '../outcome.ts';
import type { JointGroup, JointGroupId } from './joint-agreement.ts';
import { findVersion } from './joint-agreement-store.ts';
import { saveJointStep, selectJointDraft } from './joint-draft-store.ts';
import { answersToBegin, contactPlaceholders, withoutContacts } from './shared-terms.ts';

export interface JointDraft {
  readonly answers: Answers;
  readonly saved: readonly KeptStep[];
}

/** What the lead's people saved, on top of the version that is before everybody. */
export async function openJointDraft(tx: Transaction, group: JointGroup): Promise<JointDraft> {
  const saved = await selectJointDraft(tx, group.id);
  const present = await findVersion(tx, group.id, group.version);
  return { answers: answersOn(answersToBegin(present?.terms), saved), saved };
}

export type JointWhole =
  | { readonly isComplete: true; readonly terms: AgreementTerms }
  | Extract<ReturnType<typeof wholeOf>, { isComplete: false }>;

/** The shared terms that all steps together say, or what is still missing. */
export function wholeOfJoint({ answers }: Pick<JointDraft, 'answers'>): JointWhole {
  const whole = wholeOf({ ...answers, ...contactPlaceholders });
  return whole.isComplete ? { isComplete: true, terms: withoutContacts(whole.terms) } : whole;
}

/** Saves one step of the group's draft. */
export function saveJointDraftStep(
  tx: Transaction,
  group: JointGroupId,
  save: StepToSave,
): Promise<Outcome<undefined, StepConflict>> {
  const keeper = {
    save: (step: StepToSave) => saveJointStep(tx, group, step),
    select: () => selectJointDraft(tx, group),
  };
  return saveStepIn(keeper, save);
}
