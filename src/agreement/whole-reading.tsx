import type { Child } from 'hono/jsx';
import { Alert } from '../uswds/alert.tsx';
import { Section } from '../uswds/section.tsx';
import { fieldWords, stepWords } from './builder-content.ts';
import type { MissingAnswer } from './builder-form.ts';
import type { BuilderStep } from './builder-step.ts';
import type { MemorandumSection } from './memorandum-content.ts';
import { MemorandumText } from './memorandum-text.tsx';

export interface WholeReadingProps {
  /** Address of the whole; a step's is beneath it. */
  readonly address: string;
  /** The steps that were asked. */
  readonly steps: readonly BuilderStep[];
  /** What all steps together say, or what is still missing. */
  readonly whole:
    | { readonly isComplete: true; readonly sections: readonly MemorandumSection[] }
    | { readonly isComplete: false; readonly missing: readonly MissingAnswer[] };
  readonly words: { readonly missing: string; readonly change: string };
  /** What else can be done, under the links to the steps. */
  readonly children?: Child;
}

/** An agreement that was written step by step, read as a whole: its words, or what they lack, and the way back. */
export function WholeReading({ address, steps, whole, words, children }: WholeReadingProps) {
  return (
    <>
      {whole.isComplete ? (
        <MemorandumText sections={whole.sections} level={2} />
      ) : (
        <Alert kind="warning" heading={words.missing}>
          <ul class="usa-list">
            {whole.missing.map(({ step, field }) => (
              <li>
                <a class="usa-link" href={`${address}/${step}#field-${field}`}>
                  {fieldWords[field]?.label ?? field}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Section heading={words.change}>
        <ul class="usa-list">
          {steps.map((step) => (
            <li>
              <a class="usa-link" href={`${address}/${step}`}>
                {stepWords[step].title}
              </a>
            </li>
          ))}
        </ul>
        {children}
      </Section>
    </>
  );
}
