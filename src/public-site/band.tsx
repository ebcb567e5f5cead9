import type { Child } from 'hono/jsx';

export interface BandProps {
  readonly heading: string;
  readonly lead?: string | undefined;
  /** Buttons under the lead. */
  readonly actions?: Child;
  readonly look?: 'plain' | 'tinted' | undefined;
  /** Heading and lead on the left, the content beside them. */
  readonly split?: boolean | undefined;
  readonly children: Child;
}

/** A part of the home page, as wide as the window, its content in the page's measure. */
export function Band({ heading, lead, actions, look = 'plain', split, children }: BandProps) {
  return (
    <section class={`om-band om-band--${look}${split ? ' om-band--split' : ''}`}>
      <div class="om-band__content">
        <div class="om-band__words">
          <h2>{heading}</h2>
          {lead ? <p class="om-band__lead">{lead}</p> : null}
          {actions}
        </div>
        <div>{children}</div>
      </div>
    </section>
  );
}
