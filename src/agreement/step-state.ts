import type { StepState } from '../uswds/step-indicator.tsx';
import { type Answers, type BuilderStep, builderSteps, isAnswered, stepFields } from './builder-step.ts';

/** What each part of a draft holds. */
export type StepStates = Readonly<Record<BuilderStep, StepState>>;

/** Of every part: filled where all that is needed is answered, begun where something is, else empty. */
export function stepStatesOf(answers: Answers): StepStates {
  const states = builderSteps.map((step) => [step, stateOf(step, answers)] as const);
  return Object.fromEntries(states) as Record<BuilderStep, StepState>;
}

function stateOf(step: BuilderStep, answers: Answers): StepState {
  const fields = stepFields[step];
  if (fields.every((field) => !field.isNeeded || isAnswered(field, answers))) return 'filled';
  return fields.some((field) => isAnswered(field, answers)) ? 'begun' : 'empty';
}
