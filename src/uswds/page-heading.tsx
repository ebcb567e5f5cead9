import type { Child } from 'hono/jsx';

export interface PageHeadingProps {
  /** The `<h1>`. */
  readonly heading: string;
  /** A word or two above it that say what kind of page this is, such as the agency's name. */
  readonly above?: string | undefined;
  /** The first sentence under it. */
  readonly lead?: Child;
  /** Tags or a date beside it. */
  readonly status?: Child;
  /** Buttons on its right. */
  readonly actions?: Child;
}

/** The start of a page's content. */
export function PageHeading({ heading, above, lead, status, actions }: PageHeadingProps) {
  return (
    <div class="om-page-heading">
      <div class="om-page-heading__words">
        {above ? <p class="om-above">{above}</p> : null}
        <h1>{heading}</h1>
        {status ? <div class="om-page-heading__status">{status}</div> : null}
        {lead ? <p class="usa-intro">{lead}</p> : null}
      </div>
      {actions ? <div class="om-page-heading__actions">{actions}</div> : null}
    </div>
  );
}
