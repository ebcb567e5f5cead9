export interface StepIndicatorProps {
  /** Every step's name, in order. */
  readonly steps: readonly string[];
  /** The step shown, counted from 1. */
  readonly current: number;
}

/** Where a form of several steps stands. */
export function StepIndicator({ steps, current }: StepIndicatorProps) {
  return (
    <div class="usa-step-indicator usa-step-indicator--counters-sm om-steps">
      <ol class="usa-step-indicator__segments" aria-label="Steps">
        {steps.map((step, place) => (
          <Segment step={step} number={place + 1} current={current} />
        ))}
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
