import type { PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import { type Answers, answersFrom, type BuilderStep, isSameAnswer, stepFields } from './builder-step.ts';
import type { DraftOf } from './draft-of.ts';
import { deleteDraft, type SavedStep, saveDraftStep, selectDraft } from './draft-store.ts';

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
  const begun = isTerms(from) ? answersFrom(from) : from;
  const answers = Object.assign({}, begun, ...saved.map((step) => step.answers));
  return { answers, saved };
}

function isTerms(from: AgreementTerms | Answers): from is AgreementTerms {
  return typeof from.arrangement === 'object' && !Array.isArray(from.arrangement);
}

/** How often a step was saved: what its form carries. */
export function revisionOf({ saved }: Pick<Draft, 'saved'>, step: BuilderStep): number {
  return saved.find((one) => one.step === step)?.revision ?? 0;
}

/** Somebody of the same side saved this step since it was shown, and wrote something else. */
export interface StepConflict {
  readonly code: 'step-changed';
  readonly now: Answers;
  readonly revision: number;
  /** Names of the fields that differ. */
  readonly fields: readonly string[];
}

/** Saves one step. The second of two savers is refused with what the first wrote, unless both wrote the same. */
export async function saveStep(
  tx: Transaction,
  of: DraftOf,
  save: {
    readonly step: BuilderStep;
    readonly answers: Answers;
    readonly shown: number;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<Outcome<undefined, StepConflict>> {
  if (await saveDraftStep(tx, of, save)) return done(undefined);
  const now = (await selectDraft(tx, of)).find(({ step }) => step === save.step);
  if (!now) throw new Error('A step of a draft was refused, and is not there.');
  const fields = stepFields[save.step]
    .filter((field) => !isSameAnswer(field, save.answers, now.answers))
    .map(({ name }) => name);
  if (fields.length === 0) return done(undefined);
  return refused({ code: 'step-changed', now: now.answers, revision: now.revision, fields });
}

export function discardDraft(tx: Transaction, of: DraftOf): Promise<void> {
  return deleteDraft(tx, of);
}
