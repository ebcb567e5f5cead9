import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { outcomeContent as content, number } from './outcome-content.ts';
import { outcomeMeasures } from './outcome-measure.ts';
import type { OutcomeView } from './outcome-view.ts';

/** A number, or that it was not counted: a dash to the eye, words to the ear. */
export function Count({ count }: { count: number | undefined }) {
  if (count !== undefined) return <>{number(count)}</>;
  return (
    <span class="om-quiet">
      <span aria-hidden="true">–</span>
      <span class="usa-sr-only">{content.table.notCounted}</span>
    </span>
  );
}

export interface ViewFormProps {
  readonly action: string;
  readonly view: OutcomeView;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: { readonly first: string; readonly last: string };
}

/** Which measure and which months are shown. */
export function ViewForm({ action, view, errors, typed }: ViewFormProps) {
  const words = content.show;
  return (
    <form class="om-search" method="get" action={action}>
      <Select
        name="measure"
        label={words.measure}
        value={view.measure}
        choices={outcomeMeasures.map(({ measure, label }) => ({ value: measure, label }))}
      />
      <TextField
        name="first"
        label={words.first}
        value={typed.first || view.first}
        error={errors.first}
        width="sm"
        hint={content.monthHint}
      />
      <TextField
        name="last"
        label={words.last}
        value={typed.last || view.last}
        error={errors.last}
        width="sm"
        hint={content.monthHint}
      />
      <button class="usa-button om-search__button" type="submit">
        {words.button}
      </button>
    </form>
  );
}

/** What each measure counts, and who advises to count it. */
export function Meanings() {
  return (
    <Section heading={content.meaning} id="meaning">
      <details>
        <summary>{content.meanings}</summary>
        <SummaryList
          facts={outcomeMeasures.map(({ label, explanation, source }) => ({
            term: label,
            detail: (
              <>
                {explanation}{' '}
                <span class="om-quiet">
                  {content.source}: {source}.
                </span>
              </>
            ),
          }))}
        />
      </details>
    </Section>
  );
}
