import type { Child } from 'hono/jsx';

export interface ProcessStep {
  readonly heading: string;
  readonly text: Child;
}

/** What happens, in order. */
export function ProcessList({ steps, level = 3 }: { steps: readonly ProcessStep[]; level?: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <ol class="usa-process-list om-process">
      {steps.map((step) => (
        <li class="usa-process-list__item">
          <Heading class="usa-process-list__heading">{step.heading}</Heading>
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  );
}
