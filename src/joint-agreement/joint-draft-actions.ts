import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { wholeOf } from '../agreement/builder-form.ts';
import { type Answers, type BuilderStep, isSameAnswer, stepFields } from '../agreement/builder-step.ts';
import type { StepConflict } from '../agreement/draft-actions.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { JointGroup, JointGroupId } from './joint-agreement.ts';
import { findVersion } from './joint-agreement-store.ts';
import { type SavedJointStep, saveJointStep, selectJointDraft } from './joint-draft-store.ts';
import { answersToBegin, contactPlaceholders, withoutContacts } from './shared-terms.ts';

export interface JointDraft {
  readonly answers: Answers;
  readonly saved: readonly SavedJointStep[];
}

/** What the lead's people saved, on top of the version that is before everybody. */
export async function openJointDraft(tx: Transaction, group: JointGroup): Promise<JointDraft> {
  const saved = await selectJointDraft(tx, group.id);
  const present = await findVersion(tx, group.id, group.version);
  const begun = answersToBegin(present?.terms);
  return { answers: Object.assign({}, begun, ...saved.map(({ answers }) => answers)), saved };
}

export type JointWhole =
  | { readonly isComplete: true; readonly terms: AgreementTerms }
  | Extract<ReturnType<typeof wholeOf>, { isComplete: false }>;

/** The shared terms that all steps together say, or what is still missing. */
export function wholeOfJoint({ answers }: Pick<JointDraft, 'answers'>): JointWhole {
  const whole = wholeOf({ ...answers, ...contactPlaceholders });
  return whole.isComplete ? { isComplete: true, terms: withoutContacts(whole.terms) } : whole;
}

export function jointRevisionOf({ saved }: Pick<JointDraft, 'saved'>, step: BuilderStep): number {
  return saved.find((one) => one.step === step)?.revision ?? 0;
}

/** Saves one step. The second of two savers is refused with what the first wrote, unless both wrote the same. */
export async function saveJointDraftStep(
  tx: Transaction,
  group: JointGroupId,
  save: {
    readonly step: BuilderStep;
    readonly answers: Answers;
    readonly shown: number;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<Outcome<undefined, StepConflict>> {
  if (await saveJointStep(tx, group, save)) return done(undefined);
  const now = (await selectJointDraft(tx, group)).find(({ step }) => step === save.step);
  if (!now) throw new Error('A step of a draft was refused, and is not there.');
  const fields = stepFields[save.step]
    .filter((field) => !isSameAnswer(field, save.answers, now.answers))
    .map(({ name }) => name);
  if (fields.length === 0) return done(undefined);
  return refused({ code: 'step-changed', now: now.answers, revision: now.revision, fields });
}
