import type { Child } from 'hono/jsx';
import { EmptyState } from './empty-state.tsx';
import { Pagination } from './pagination.tsx';
import { SearchForm } from './search-form.tsx';
import { Select } from './select.tsx';
import { type Column, Table } from './table.tsx';

/** One page of a long list: what was searched for, how many there are in all, and where this page stands. */
export interface ListedPage {
  readonly search: string;
  readonly total: number;
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
  /** The present address with its query. */
  readonly href: string;
}

export interface SearchedTableProps<Row> extends ListedPage {
  /** Where the list is; search, filter and page are its query. */
  readonly action: string;
  readonly searchLabel: string;
  /** A select beside the words searched for: each value it can have, with its words. */
  readonly filter?: {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly choices: Readonly<Record<string, string>>;
  };
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly empty: { readonly heading: string; readonly text: Child };
  /** What is paged, for people who hear the page. */
  readonly label: string;
}

/** A list page's list: its search, one page of its rows, and the way to the others. */
export function SearchedTable<Row>(props: SearchedTableProps<Row>) {
  const { filter, empty } = props;
  return (
    <>
      <SearchForm action={props.action} label={props.searchLabel} value={props.search}>
        {filter ? (
          <Select
            name={filter.name}
            label={filter.label}
            value={filter.value}
            choices={Object.entries(filter.choices).map(([value, label]) => ({ value, label }))}
          />
        ) : null}
      </SearchForm>
      <Table
        caption={props.caption}
        rows={props.rows}
        columns={props.columns}
        empty={<EmptyState heading={empty.heading}>{empty.text}</EmptyState>}
      />
      <Pagination
        page={props.page}
        pages={Math.ceil(props.total / props.pageSize)}
        href={props.href}
        label={props.label}
      />
    </>
  );
}
