import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { withQuery } from './query-string.ts';

export interface Column<Row> {
  readonly heading: string;
  /** For a column of buttons: its heading is only heard. */
  readonly headingHidden?: boolean | undefined;
  readonly cell: (row: Row) => Child;
  /** The value of the `sort` query parameter that orders by this column; columns without it can't be sorted. */
  readonly sort?: string | undefined;
  readonly numeric?: boolean | undefined;
  /** True for the column that names the row. */
  readonly rowHeader?: boolean | undefined;
}

export interface TableSort {
  /** The `sort` of the column the rows are ordered by. */
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
  /** The present address with its query; sorting keeps its filters and goes back to the first page. */
  readonly href: string;
}

export interface TableProps<Row> {
  readonly caption: string;
  /** For a table whose heading stands right above it. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sort?: TableSort | undefined;
  /** Shown instead of a table without rows. */
  readonly empty?: Child;
  /** Keep it a table on phones (it then scrolls sideways) instead of stacking each row. */
  readonly scrollOnPhones?: boolean | undefined;
}

/** Sorting is a link to `?sort=…&direction=ascending|descending`. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, sort, empty } = props;
  if (rows.length === 0 && empty) return empty;
  const stacked = props.scrollOnPhones ? '' : ' om-table--stacked';
  return (
    <section class="om-table-frame" tabindex={0} aria-label={caption}>
      <table class={`usa-table usa-table--borderless om-table${stacked}`}>
        <caption class={props.captionHidden ? 'usa-sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHeading column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const numeric = column.numeric ? 'om-numeric' : undefined;
  return column.rowHeader ? (
    <th scope="row" class={numeric} data-label={column.heading}>
      {column.cell(row)}
    </th>
  ) : (
    <td class={numeric} data-label={column.heading}>
      {column.cell(row)}
    </td>
  );
}

function ColumnHeading<Row>({ column, sort }: { column: Column<Row>; sort: TableSort | undefined }) {
  const numeric = column.numeric ? 'om-numeric' : undefined;
  if (!column.sort || !sort) {
    return (
      <th scope="col" class={numeric}>
        {column.headingHidden ? <span class="usa-sr-only">{column.heading}</span> : column.heading}
      </th>
    );
  }
  const direction = sort.by === column.sort ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" class={numeric} aria-sort={direction}>
      <a class="om-sort" href={withQuery(sort.href, { sort: column.sort, direction: next, page: undefined })}>
        {column.heading}
        <Icon name={direction ?? 'sortable'} />
        <span class="usa-sr-only">, sort {next}</span>
      </a>
    </th>
  );
}
