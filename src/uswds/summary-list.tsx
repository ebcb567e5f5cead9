import type { Child } from 'hono/jsx';

export interface Fact {
  readonly term: string;
  /** "Not given" is shown when there is nothing. */
  readonly detail?: Child;
  /** Where this fact can be changed. */
  readonly change?: string | undefined;
}

/** Facts one under another: term, answer, and a link to change it. */
export function SummaryList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="om-facts">
      {facts.map(({ term, detail, change }) => (
        <div class="om-facts__row">
          <dt>{term}</dt>
          <dd class="om-facts__detail">
            {isEmpty(detail) ? <span class="om-quiet">Not given</span> : detail}
          </dd>
          {change ? (
            <dd class="om-facts__change">
              <a class="usa-link" href={change}>
                Change<span class="usa-sr-only"> {lowerFirst(term)}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function isEmpty(detail: Child): boolean {
  return detail === undefined || detail === null || detail === '';
}

/** `Sworn officers` → `sworn officers`, but `ORI` stays. */
function lowerFirst(term: string): string {
  return /^[A-Z][a-z ]/.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term;
}
