import { z } from 'zod';
import type { PersonId } from '../database/acting.ts';
import { type Answers, type BuilderStep, isSameAnswer, stepFields } from './builder-step.ts';

/** A step of a draft as it was saved last, whoever's draft it is. */
export interface KeptStep {
  readonly step: string;
  readonly answers: Answers;
  /** Counts from 1 with every saving. */
  readonly revision: number;
}

export interface StepToSave {
  readonly step: BuilderStep;
  readonly answers: Answers;
  /** The revision that was shown, 0 when nothing had been saved. */
  readonly shown: number;
  readonly by: PersonId;
  readonly at: Date;
}

/** Somebody of the same side saved this step since it was shown, and wrote something else. */
export interface StepConflict {
  readonly code: 'step-changed';
  readonly now: Answers;
  readonly revision: number;
  /** Names of the fields that differ. */
  readonly fields: readonly string[];
}

/** How often a step was saved: what its form carries. */
export function revisionOf({ saved }: { readonly saved: readonly KeptStep[] }, step: BuilderStep): number {
  return saved.find((one) => one.step === step)?.revision ?? 0;
}

/** What was saved, on top of what the draft began from. */
export function answersOn(begun: Answers, saved: readonly KeptStep[]): Answers {
  return Object.assign({}, begun, ...saved.map(({ answers }) => answers));
}

/** What the second of two savers of a step is told; undefined where both wrote the same. */
export function conflictOf(
  yours: Pick<StepToSave, 'step' | 'answers'>,
  now: KeptStep,
): StepConflict | undefined {
  const fields = stepFields[yours.step]
    .filter((field) => !isSameAnswer(field, yours.answers, now.answers))
    .map(({ name }) => name);
  if (fields.length === 0) return undefined;
  return { code: 'step-changed', now: now.answers, revision: now.revision, fields };
}

/** Reads answers back as a store kept them. Throws where they are none. */
export function readAnswers(kept: unknown): Answers {
  return answersSchema.parse(kept);
}

const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
