import type { Child } from 'hono/jsx';

export interface AlertProps {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly heading?: string | undefined;
  readonly children?: Child;
  readonly slim?: boolean | undefined;
  /** Read out at once: for the answer to something the person just did. */
  readonly live?: boolean | undefined;
}

export function Alert({ kind, heading, children, slim, live }: AlertProps) {
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div class={`usa-alert usa-alert--${kind}${slim ? ' usa-alert--slim' : ''}`} role={role}>
      <div class="usa-alert__body">
        {heading ? (
          <h2 class="usa-alert__heading">
            <span class="usa-sr-only">{spoken[kind]}: </span>
            {heading}
          </h2>
        ) : null}
        {children ? <div class="usa-alert__text">{children}</div> : null}
      </div>
    </div>
  );
}

const spoken = { success: 'Done', info: 'Note', warning: 'Warning', error: 'Error' } as const;
