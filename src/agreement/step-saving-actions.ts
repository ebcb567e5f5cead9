import { done, type Outcome, refused } from '../outcome.ts';
import { conflictOf, type KeptStep, type StepConflict, type StepToSave } from './draft-step.ts';

/** Where the steps of one draft are kept: a side's of a partnership, or a group's. */
export interface StepKeeper {
  /** False when somebody else saved the step since it was shown: then nothing is written. */
  save(step: StepToSave): Promise<boolean>;
  select(): Promise<readonly KeptStep[]>;
}

/** Saves one step. The second of two savers is refused with what the first wrote, unless both wrote the same. */
export async function saveStepIn(
  keeper: StepKeeper,
  save: StepToSave,
): Promise<Outcome<undefined, StepConflict>> {
  if (await keeper.save(save)) return done(undefined);
  const now = (await keeper.select()).find(({ step }) => step === save.step);
  if (!now) throw new Error('A step of a draft was refused, and is not there.');
  const conflict = conflictOf(save, now);
  return conflict ? refused(conflict) : done(undefined);
}
