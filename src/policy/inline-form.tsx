import type { Child } from 'hono/jsx';
import { HiddenValues } from '../uswds/form.tsx';

/** One of several short forms on a page; the page's only form is `Form`, whose id there can be once. */
export function InlineForm(props: {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly children: Child;
}) {
  return (
    <form class="usa-form om-form" method="post" action={props.action} novalidate>
      <HiddenValues values={props.hidden} />
      {props.children}
    </form>
  );
}
