import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { jointContent } from './joint-content.ts';
import type { ListAsked } from './joint-list.ts';

export interface ShownSearchProps {
  /** The list's own address. */
  readonly action: string;
  readonly label: string;
  readonly asked: ListAsked<string, string>;
  /** What may be shown, with its words. */
  readonly shown: Readonly<Record<string, string>>;
}

/** Searches one of the joint lists and chooses what of it is shown; its order stays. */
export function ShownSearch({ action, label, asked, shown }: ShownSearchProps) {
  const hidden = { sort: asked.sort, direction: asked.direction };
  return (
    <SearchForm action={action} label={label} value={asked.search} hidden={hidden}>
      <Select
        name="shown"
        label={jointContent.show}
        value={asked.shown}
        choices={Object.entries(shown).map(([value, words]) => ({ value, label: words }))}
      />
    </SearchForm>
  );
}
