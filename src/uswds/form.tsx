import type { Child } from 'hono/jsx';

export interface FormProps {
  readonly action: string;
  /** What the error summary leads to; a second form on a page has an id of its own. */
  readonly id?: string | undefined;
  /** True when the form carries files. */
  readonly multipart?: boolean | undefined;
  /** Values that travel with the form unseen. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly children: Child;
}

/**
 * A form sent with POST. The browser's own checks are off (`novalidate`), so that every fault is told at once,
 * in our words, in the error summary.
 */
export function Form({ action, id = 'form', multipart, hidden = {}, children }: FormProps) {
  return (
    <form
      class="usa-form om-form"
      id={id}
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      <HiddenValues values={hidden} />
      {children}
    </form>
  );
}

export function HiddenValues({ values }: { values: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Fields that belong together, under a heading of their own. */
export function FormSection({ heading, lead, children }: { heading: string; lead?: Child; children: Child }) {
  return (
    <fieldset class="usa-fieldset om-form-section">
      <legend class="usa-legend usa-legend--large">{heading}</legend>
      {lead ? <p>{lead}</p> : null}
      {children}
    </fieldset>
  );
}
