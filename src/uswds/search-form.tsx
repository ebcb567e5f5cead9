import type { Child } from 'hono/jsx';
import { fieldId } from './field.tsx';
import { HiddenValues } from './form.tsx';
import { Icon } from './icon.tsx';

export interface SearchFormProps {
  /** Where the results are; the form is sent with GET. */
  readonly action: string;
  readonly label: string;
  /** The query parameter; `search` without it. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Values kept from the present address, such as the sorting. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Selects that narrow the results, beside the words searched for. */
  readonly children?: Child;
  readonly button?: string | undefined;
}

export function SearchForm(props: SearchFormProps) {
  const { action, label, name = 'search', value, hidden = {}, children, button = 'Search' } = props;
  return (
    <search>
      <form class="om-search" method="get" action={action}>
        <HiddenValues values={hidden} />
        <div class="om-search__words">
          <label class="usa-label" for={fieldId(name)}>
            {label}
          </label>
          <input class="usa-input" id={fieldId(name)} type="search" name={name} value={value} />
        </div>
        {children}
        <button class="usa-button om-search__button" type="submit">
          <Icon name="search" />
          {button}
        </button>
      </form>
    </search>
  );
}
