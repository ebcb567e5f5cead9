/** How much of a step is filled in, where its place among the steps does not say it. */
export type StepState = 'filled' | 'begun' | 'empty';

export interface StepIndicatorProps {
  /** Every step's name, in order. */
  readonly steps: readonly string[];
  /** The step shown, counted from 1. */
  readonly current: number;
  /** For steps that may be filled in any order: each one's state; undefined for a step that asks nothing. */
  readonly states?: readonly (StepState | undefined)[] | undefined;
}

/** Where a form of several steps stands. */
export function StepIndicator({ steps, current, states }: StepIndicatorProps) {
  return (
    <div class="usa-step-indicator usa-step-indicator--counters-sm om-steps">
      <ol class="usa-step-indicator__segments" aria-label="Steps">
        {steps.map((step, place) => {
          const isCurrent = place + 1 === current;
          return states ? (
            <FilledSegment step={step} isCurrent={isCurrent} state={states[place]} />
          ) : (
            <Segment step={step} number={place + 1} current={current} />
          );
        })}
      </ol>
      <p class="om-steps__here">
        Step {current} of {steps.length}: <strong>{steps[current - 1]}</strong>
      </p>
    </div>
  );
}

function Segment({ step, number, current }: { step: string; number: number; current: number }) {
  const state = number < current ? 'complete' : number === current ? 'current' : undefined;
  const looks = state ? ` usa-step-indicator__segment--${state}` : '';
  return (
    <li class={`usa-step-indicator__segment${looks}`} aria-current={state === 'current' ? 'step' : undefined}>
      <span class="usa-step-indicator__segment-label">
        {step}
        {state === 'current' ? null : (
          <span class="usa-sr-only">{state === 'complete' ? ', done' : ', not done yet'}</span>
        )}
      </span>
    </li>
  );
}

const stateWords: Readonly<Record<StepState, string>> = {
  filled: 'filled in',
  begun: 'filled in partly',
  empty: 'still empty',
};

function FilledSegment(props: { step: string; isCurrent: boolean; state: StepState | undefined }) {
  const { step, isCurrent, state } = props;
  const look = isCurrent ? 'current' : state === 'filled' ? 'complete' : undefined;
  const words = isCurrent ? (state ? 'being edited' : undefined) : state && stateWords[state];
  return (
    <li
      class={`usa-step-indicator__segment${look ? ` usa-step-indicator__segment--${look}` : ''}`}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span class="usa-step-indicator__segment-label">
        {step}
        {words ? (
          <>
            <span class="usa-sr-only">, </span>
            <span class="om-steps__state">{words}</span>
          </>
        ) : null}
      </span>
    </li>
  );
}
